import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveTestLedger, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await serveTestLedger({}, false);
});
afterAll(() => api.done());

const at = '2026-03-02T12:00:00.000Z';
const send = (body: string, type = 'application/x-ndjson') =>
  api.ask('/api/v1/entries', { method: 'POST', body, headers: { 'content-type': type } });

test.each([
  ['no JSON', 'nonsense\n'],
  ['no entry', '{}\n'],
  ['an entry of another place', JSON.stringify({ seq: 5, at, kind: 'fail', data: {} })],
  ['a time that is none', JSON.stringify({ seq: 1, at: 'soon', kind: 'fail', data: {} })],
  ['a report that is none', JSON.stringify({ seq: 1, at, kind: 'read', data: null })],
  [
    'a readout that is none',
    JSON.stringify({ seq: 1, at, kind: 'read', data: { name: 'a', readout: { document: 3 } } }),
  ],
  ['a correction that is none', JSON.stringify({ seq: 1, at, kind: 'correct', data: { id: 'a', change: [] } })],
  ['a failure without a reason', JSON.stringify({ seq: 1, at, kind: 'fail', data: { name: 'a' } })],
  [
    'a letter that cannot be kept',
    JSON.stringify({ seq: 1, at, kind: 'set', data: { kind: 'a', key: '\u0000', value: 1 } }),
  ],
])('a backup is refused in the one shape: %s', async (_what, body) => {
  const response = await send(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    ok: false,
    error: { code: expect.stringMatching(/^bad-(?:request|entry)$/) },
  });
  expect(api.faults).toEqual([]);
  expect(await api.ledger.last()).toBe(0);
});

test('a backup is sent as what it is', async () => {
  expect((await send('{}', 'application/json')).status).toBe(415);
});

test('what stands before a broken line is kept, and said so', async () => {
  const good = JSON.stringify({ seq: 1, at, kind: 'set', data: { kind: 'watch', key: 'a', value: 1 } });
  const response = await send(`${good}\nbroken\n`);
  expect((await response.json()) as unknown).toMatchObject({ error: { message: expect.stringContaining('Line 2') } });
  expect(await api.ledger.setting('watch')).toEqual([{ key: 'a', value: 1 }]);
});
