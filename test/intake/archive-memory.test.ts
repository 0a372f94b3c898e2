import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const bench = fileURLToPath(new URL('../../bench/archives.ts', import.meta.url));
const measure = (
  megabytes: number,
): { readonly reports: number; readonly failures: number; readonly megabytes: number } => {
  const words = ['--max-old-space-size=64', bench, '--one', String(megabytes), 'plain'];
  return JSON.parse(spawnSync(process.execPath, words, { encoding: 'utf8' }).stdout);
};

test('a web archive of 300 MB is read in the memory of one of 10 MB', () => {
  const [small, large] = [measure(10), measure(300)];
  expect(large).toMatchObject({ failures: 0, reports: expect.any(Number) });
  expect(large.reports).toBeGreaterThan(small.reports * 20);
  expect(large.megabytes - small.megabytes).toBeLessThan(150);
});
