import { beforeAll, expect, test } from 'vitest';
import { ledgerCommands } from '../support/ledger-commands.ts';

const { called, asked, inFolder, ledger } = ledgerCommands();

interface Item {
  readonly id: string;
  readonly report: { readonly id: string };
  readonly review: string;
  readonly record: { readonly act: string; readonly content: readonly { readonly text: string }[] };
}

let denial = '';
const denials = (): Promise<readonly Item[]> =>
  asked('search', 'troops', '--act', 'deny', '--review', 'none,accepted,rejected,edited');

beforeAll(async () => {
  await called(['add', inFolder()]);
  const [item] = await denials();
  denial = `${item?.report.id.slice(0, 12)}/${item?.id}`;
});

test('a record is accepted, with who and why, and the history tells it', async () => {
  const { code, out } = await called(['correct', 'accept', denial, '--by', 'ann', '--why', 'I read it']);
  expect(code).toBe(0);
  expect(out).toMatch(/^[0-9a-f-]{36}\n$/);
  expect((await denials()).map(({ review }) => review)).toEqual(['accepted']);
  const history = await called(['history', denial]);
  expect(history.out).toContain('because: I read it');
  expect(history.out).toContain('── VERSIONS ─');
});

test('without --by the user of the computer decides', async () => {
  await called(['correct', 'accept', denial], {
    env: { USER: 'bea', READOUT_LEDGER: ledger() },
  });
  const [last] = await asked('corrections', '--limit', '1');
  expect(last.author).toBe('bea');
});

test('an edit sets fields by words, and undo takes it back', async () => {
  const { out } = await called([
    'correct',
    'edit',
    denial,
    'act=refuse',
    'content=that it had moved troops',
    '--by',
    'ann',
  ]);
  const [edited] = await asked('search', 'troops', '--act', 'refuse');
  expect(edited.record.content.map(({ text }: { text: string }) => text)).toEqual(['that it had moved troops']);
  expect(edited.review).toBe('edited');
  expect((await called(['undo', out.slice(0, 8), '--by', 'ann'])).err).toContain('1 correction taken back.');
  expect((await denials()).length).toBe(1);
  expect((await asked('corrections', '--state', 'undone')).map(({ id }: { id: string }) => id)).toEqual([out.trim()]);
});

test('words that are not in the report are refused, and nothing changes', async () => {
  const { code, err } = await called(['correct', 'edit', denial, 'content=that it had sunk ships']);
  expect(code).toBe(1);
  expect(err).toContain('"that it had sunk ships" are not in the report');
  expect((await called(['correct', 'edit', denial, 'act=shout'])).err).toContain('act');
  expect((await called(['correct', 'edit', denial, 'act'])).code).toBe(2);
  expect((await denials()).length).toBe(1);
});

test('what was rejected is left out until it is asked for', async () => {
  const { out } = await called(['correct', 'reject', denial, '--by', 'ann']);
  expect(await asked('search', 'troops', '--act', 'deny')).toEqual([]);
  expect((await denials()).map(({ review }) => review)).toEqual(['rejected']);
  await called(['undo', out.trim()]);
  expect((await asked('search', 'troops', '--act', 'deny')).length).toBe(1);
});

test('a report itself is not corrected, and an unknown id is told', async () => {
  expect((await called(['correct', 'reject', denial.slice(0, 12)])).err).toContain('reports are not corrected');
  expect((await called(['correct', 'reject', 'statement-000000000000'])).code).toBe(1);
  expect((await called(['undo', '00000000'])).err).toContain('There is no correction');
});

test('a diff tells what came and what people changed', async () => {
  const { err, out } = await called(['diff', '2020-01-01', '2999-01-01']);
  expect(err).toMatch(/statements: \d+ added, 0 removed, 0 changed/);
  expect(out).toContain('added');
  const few = await called(['diff', '2020-01-01', '2999-01-01', '--limit', '2', '--format', 'jsonl']);
  expect(few.out.trim().split('\n')).toHaveLength(2);
  expect(few.err).toBe(err);
});

test('engines are compared by a part of their names; what is neither moment nor engine is told with those that are here', async () => {
  const unknown = await called(['diff', 'no-such-engine', 'en-1']);
  expect(unknown.code).toBe(1);
  const [, name = ''] = /engines here: (\S+?)\.?\n/.exec(unknown.err) ?? [];
  expect(name).not.toBe('');
  expect(await called(['diff', name, name])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Nothing changed'),
  });
  expect((await called(['diff', name, '2026-03-02'])).err).toContain('no moment');
});
