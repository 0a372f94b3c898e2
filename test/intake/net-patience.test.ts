import { expect, test } from 'vitest';
import { conditions, freshFor, isStorable } from '../../src/intake/net/freshness.ts';
import { HostQueue } from '../../src/intake/net/host-queue.ts';
import { backOff, retryAfter } from '../../src/intake/net/patience.ts';
import { madeWorld } from '../support/fetching.ts';

const now = Date.parse('2026-03-02T12:00:00Z');

test.each([
  ['7', 7000],
  [' 120 ', 120_000],
  ['Mon, 02 Mar 2026 12:00:30 GMT', 30_000],
  ['Mon, 02 Mar 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1e9', null],
  ['', null],
  [undefined, null],
])('Retry-After: %s is %s', (header, expected) => {
  expect(retryAfter(header, now)).toBe(expected);
});

test('pauses double up to half a minute, and chance spreads them', () => {
  expect([1, 2, 3, 4, 5, 6, 9].map((attempt) => backOff(attempt, () => 1))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
  ]);
  expect(backOff(3, () => 0)).toBe(2000);
});

test.each([
  [{ 'cache-control': 'max-age=60' }, 60_000],
  [{ 'cache-control': 'public, max-age=60', age: '50' }, 10_000],
  [{ 'cache-control': 'max-age=60', age: '90' }, 0],
  [{ 'cache-control': 'no-cache, max-age=60' }, 0],
  [{ 'cache-control': 'max-age=31536000, immutable' }, 3_600_000],
  [{ 'cache-control': 's-maxage=60' }, 0],
  [{ expires: 'Mon, 02 Mar 2026 12:10:00 GMT', date: 'Mon, 02 Mar 2026 12:00:00 GMT' }, 600_000],
  [{ expires: '0', date: 'Mon, 02 Mar 2026 12:00:00 GMT' }, 0],
  [
    { expires: 'Mon, 02 Mar 2026 12:10:00 GMT', date: 'Mon, 02 Mar 2026 12:00:00 GMT', 'cache-control': 'max-age=5' },
    5000,
  ],
  [{ 'last-modified': 'Mon, 02 Mar 2020 12:00:00 GMT' }, 0],
  [{}, 0],
])('%j is fresh for %d ms', (headers, expected) => {
  expect(freshFor(new Map(Object.entries(headers)))).toBe(expected);
});

test.each([
  [{ 'cache-control': 'no-store' }, false],
  [{ vary: '*' }, false],
  [{ vary: 'accept-encoding' }, true],
  [{}, true],
])('%j may be kept: %s', (headers, expected) => {
  expect(isStorable(new Map(Object.entries(headers)))).toBe(expected);
});

test('a kept answer is asked about by its tag and its date', () => {
  expect(conditions(new Map([['etag', 'W/"1"']]))).toEqual({ 'if-none-match': 'W/"1"' });
  expect(conditions(new Map())).toEqual({});
});

test('requests to one host follow each other with a pause, those to another do not wait', async () => {
  const world = madeWorld();
  const queue = new HostQueue(world, 1);
  const begun: [string, number][] = [];
  const begin = (host: string) => queue.run(host, 1000, async () => begun.push([host, world.now() - now]));
  await Promise.all([begin('a'), begin('a')]);
  await begin('b');
  await begin('a');
  expect(begun).toEqual([
    ['a', 0],
    ['a', 1000],
    ['b', 1000],
    ['a', 2000],
  ]);
});

test('whoever comes later has no place before those who wait', async () => {
  const queue = new HostQueue(madeWorld(), 1);
  let active = 0;
  let most = 0;
  const job = async (): Promise<void> => {
    active += 1;
    most = Math.max(most, active);
    await new Promise((done) => setImmediate(done));
    active -= 1;
  };
  const later: Promise<void>[] = [];
  const first = queue.run('a', 0, job).then(() => later.push(queue.run('a', 0, job), queue.run('a', 0, job)));
  await Promise.all([first, queue.run('a', 0, job), queue.run('a', 0, job)]);
  await Promise.all(later);
  expect(most).toBe(1);
});

test('no more requests than allowed are under way at one host, also after a failure', async () => {
  const queue = new HostQueue(madeWorld(), 2);
  let active = 0;
  let most = 0;
  const job = async (): Promise<void> => {
    active += 1;
    most = Math.max(most, active);
    await new Promise((done) => setImmediate(done));
    active -= 1;
    throw new Error('lost');
  };
  const ends = await Promise.allSettled(Array.from({ length: 7 }, () => queue.run('a', 0, job)));
  expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
  expect(most).toBe(2);
  expect(active).toBe(0);
});
