import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bothWays, openAt, runOn, type ServedLedger } from '../support/both-ways.ts';
import { reports } from '../support/ledger-commands.ts';
import { type LocalServer, openServer, sends } from '../support/local-server.ts';
import { hasServer, startServer, type TestServer } from '../support/postgres.ts';
import { html, page, rss } from '../support/web-pages.ts';

// Commands that add reports do the same on a ledger that they open themselves and on one that a server has open.

const { newFolder, serve, done } = bothWays();
let own = '';
let served: ServedLedger;
let folder = '';
const web: LocalServer[] = [];
let database: TestServer | null = null;

beforeAll(async () => {
  own = await newFolder();
  served = await serve(await newFolder());
  folder = mkdtempSync(join(tmpdir(), 'readout-reports-'));
  for (const [name, text] of Object.entries(reports)) writeFileSync(join(folder, name), text);
});
afterAll(async () => {
  await done();
  await database?.stop();
  for (const server of web) await server.close();
  rmSync(folder, { recursive: true });
});

const begun = new Date().toISOString();

/** What a command did, but for what hangs on the clock: how far it is, and the moments of this run, at which reports were taken in. */
const on = async (place: string, words: readonly string[]) => {
  const { code, out, err } = await runOn(place, words);
  const moments = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
  return {
    code,
    err: err.replaceAll(/^readout: (?:adding|watching) \d.*\n/gm, ''),
    out: out.replaceAll(moments, (at) => (at < begun ? at : 'in this run')),
  };
};

/** What a command did, the same on both ledgers. */
const same = async (...words: readonly string[]) => {
  const there = await on(served.place, words);
  expect(there).toEqual(await on(own, words));
  expect(there.err).not.toContain('something went wrong');
  return there;
};

/** That both ledgers hold the same. */
const expectSame = async (): Promise<void> => {
  for (const words of [['actors'], ['agenda'], ['export']])
    await same(...words, '--format', words[0] === 'export' ? 'jsonl' : 'json');
};

const failures = async (): Promise<readonly string[]> => {
  const names = async (of: { failures: () => Promise<readonly { name: string; code: string }[]> }) =>
    (await of.failures()).map(({ name, code }) => `${name} ${code}`);
  const there = await names(served.ledger);
  const ledger = await openAt(own);
  expect(there).toEqual(await names(ledger));
  await ledger.close();
  return there;
};

test('reports are added, and known when they come again', { timeout: 120_000 }, async () => {
  expect(await same('add', folder)).toMatchObject({ code: 0, err: expect.stringContaining('2 reports added.') });
  expect((await same('add', folder)).err).toContain('0 reports added, 2 known from before.');
  await expectSame();
});

test('what cannot be read is a failure, is told once more, and is tried again', { timeout: 120_000 }, async () => {
  const late = join(folder, 'late.html');
  writeFileSync(late, new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0]));
  expect(await same('add', late)).toMatchObject({ code: 1, err: expect.stringContaining('1 could not be read') });
  await same('add', late);
  expect(await failures()).toHaveLength(1);
  expect((await same('add', join(folder, 'nix.txt'), folder)).err).toContain('1 input not found');
  writeFileSync(
    late,
    'Norland Votes\n\nNORDHAVN, March 5, 2026 (AP) - Norland’s parliament approved the budget, the speaker said.',
  );
  expect((await same('add', '--retry')).err).toContain('1 report added');
  expect(await failures()).toEqual([]);
  expect((await same('add', '--retry')).err).toContain('nothing failed before');
  await same('add');
  await expectSame();
});

test('one round of a watch brings what is new, by name and by the lists that the ledger keeps', {
  timeout: 120_000,
}, async () => {
  const paths = ['/first', '/none'];
  const feed = (): string =>
    rss(paths.map((path, index) => [server.url(path), `Mon, 0${index + 2} Mar 2026 08:00:00 GMT`]));
  const server = await openServer({
    '/feed': (response, request) => sends(feed(), { 'content-type': 'application/rss+xml' })(response, request),
    '/first': sends(page('First Talks', 'March 2, 2026'), html),
    '/second': sends(page('Second Talks', 'March 3, 2026'), html),
  });
  web.push(server);
  const watch = (...lists: readonly string[]) =>
    same('watch', ...lists, '--once', '--no-cache', '--allow-host', '127.0.0.1', '--pause', '0');
  expect((await watch()).code).toBe(2);
  expect((await watch(server.url('/feed'))).err).toContain('1 report added, 1 could not be read');
  expect(await failures()).toHaveLength(1);
  paths[1] = '/second';
  const ledger = await openAt(own);
  for (const each of [ledger, served.ledger]) await each.set('watch', server.url('/feed'), { minutes: 15 });
  await ledger.close();
  expect(await watch()).toMatchObject({ code: 0, err: expect.stringContaining('1 report added') });
  server.taken();
  expect((await watch()).err).toContain('0 reports added');
  expect(server.taken()).toEqual(['/feed', '/feed']);
  await expectSame();
});

test('a folder has no queue for workers, whoever has it open', async () => {
  for (const words of [
    ['work', '--until-empty'],
    ['queue', folder],
  ])
    expect(await same(...words)).toMatchObject({
      code: 1,
      err: expect.stringContaining('only a ledger on a PostgreSQL'),
    });
});

test.skipIf(!hasServer())(
  'workers add to a ledger that a server has open what adding to a folder does',
  {
    timeout: 180_000,
  },
  async () => {
    database = await startServer();
    const { place, ledger } = await serve(database.url);
    const apart = await newFolder();
    expect((await runOn(apart, ['add', folder])).code).toBe(0);
    const alone = await openAt(apart);
    const { reports: number } = await alone.totals();
    await alone.close();
    expect(await runOn(place, ['queue', folder])).toMatchObject({ code: 0 });
    const { code, err } = await runOn(place, ['work', '--until-empty']);
    expect([code, err]).toEqual([0, expect.stringContaining(`${number} reports read.`)]);
    for (const kind of ['actors', 'disputes', 'agenda'])
      expect((await runOn(place, [kind, '--format', 'csv'])).out.split('\n').sort()).toEqual(
        (await runOn(apart, [kind, '--format', 'csv'])).out.split('\n').sort(),
      );
    expect((await ledger.totals()).reports).toBe(number);
  },
);
