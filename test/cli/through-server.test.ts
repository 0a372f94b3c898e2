import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportId } from '../../src/service/index.ts';
import { bothWays, runOn as on, openAt, type ServedLedger } from '../support/both-ways.ts';
import { numberedReadout } from '../support/made-readouts.ts';

// Each command does the same on a ledger that it opens itself and on one that a server has open.

const { newFolder, serve, serveCopy, done } = bothWays();
let own = '';
let served: ServedLedger;

beforeAll(async () => {
  own = await newFolder();
  const ledger = await openAt(own);
  for (let number = 1; number <= 4; number += 1) await ledger.add(`made-${number}`, numberedReadout(number));
  await ledger.add('made-4', numberedReadout(4, 'en-newer'));
  await ledger.fail('odd.html', 'no-text', 'odd.html holds no words.');
  await ledger.close();
  served = await serveCopy(own);
});
afterAll(done);

const report = reportId(numberedReadout(2));

test.each<readonly string[][]>([
  [['search', 'headway']],
  [['search', 'headway', '--format', 'csv']],
  [['show', report]],
  [['show', `${report}/statement-2`, '--format', 'json']],
  [['show', 'Ada', 'Berg']],
  [['timeline']],
  [['timeline', '--count', 'week', '--format', 'csv']],
  [['agenda']],
  [['disputes']],
  [['actors']],
  [['actors', 'Rask', '--format', 'jsonl']],
  [['history', 'Ada', 'Berg']],
  [['corrections']],
  [['diff', '2020-01-01', '2999-01-01', '--format', 'jsonl']],
  [['diff', 'en-made/', 'en-newer']],
  [['export', '--format', 'jsonl']],
  [['export', '--format', 'csv']],
  [['show', 'nobody at all']],
  [['diff', 'yesterday', 'en-newer']],
])('%j prints the same', async (words) => {
  const there = await on(served.place, words);
  expect(there).toEqual(await on(own, words));
  expect(there.err).not.toContain('something went wrong');
});

/** What a command on both ledgers printed, line by line. */
const decide = async (...words: readonly string[]): Promise<readonly [string, string]> => {
  const [a, b] = [await on(own, words), await on(served.place, words)];
  expect(a.code, a.err).toBe(0);
  expect(b.code, b.err).toBe(0);
  return [a.out.trim(), b.out.trim()];
};

const same = async (...words: readonly string[]): Promise<string> => {
  const there = await on(served.place, [...words, '--format', 'json']);
  expect(there.out).toEqual((await on(own, [...words, '--format', 'json'])).out);
  return there.out;
};

test('decisions do the same, and are taken back: ids come back as they were', { timeout: 120_000 }, async () => {
  const before = await same('actors');
  const [ada = '', olav = ''] = ['Ada Berg', 'Olav Rask'].map(
    (name) => JSON.parse(before).find((actor: { name: string }) => actor.name === name)?.id,
  );
  const undo = async ([a, b]: readonly [string, string]) => {
    expect((await on(own, ['undo', a])).code).toBe(0);
    expect((await on(served.place, ['undo', b])).code).toBe(0);
  };
  const ids = (json: string): readonly string[] =>
    JSON.parse(json)
      .map(({ id }: { id: string }) => id)
      .sort();

  const merged = await decide('correct', 'merge', ada, olav, '--why', 'one and the same');
  const together = await same('actors');
  expect(ids(together)).toEqual(ids(before).filter((id) => id !== olav));
  await undo(merged);
  expect(ids(await same('actors'))).toEqual(ids(before));

  const split = await decide('correct', 'split', ada, report);
  const apart = ids(await same('actors'));
  expect(apart).toEqual(expect.arrayContaining([ada, olav]));
  expect(apart).toHaveLength(ids(before).length + 1);
  await undo(split);
  expect(ids(await same('actors'))).toEqual(ids(before));

  await undo(await decide('correct', 'edit', `${report}/statement-2`, 'act=warn'));
  await undo(await decide('correct', 'reject', `${report}/event-2`));
  await decide('correct', 'accept', `${report}/statement-2`);
  await same('search', 'headway');
});

test('a ledger behind a server is backed up and restored as one in a folder is', async () => {
  const file = join(await newFolder(), 'backup.gz');
  expect((await on(served.place, ['backup', file])).err).toMatch(/\d+ entries in/);
  const target = await serve(await newFolder());
  const restored = await on(target.place, ['restore', file]);
  expect(restored).toMatchObject({ code: 0 });
  expect((await on(target.place, ['actors', '--format', 'json'])).out).toBe(
    (await on(served.place, ['actors', '--format', 'json'])).out,
  );
  expect((await on(target.place, ['restore', file])).err).toContain('not empty');
});
