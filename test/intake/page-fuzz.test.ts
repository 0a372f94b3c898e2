import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReadoutError, readInput } from '../../src/intake/index.ts';
import { layouts } from './print-views/layouts.ts';
import { reports } from './print-views/reports.ts';

/** Real pages where they are at hand, else the made ones. */
const folder = new URL('../../../shared/gold/pages/aeb/html/', import.meta.url).pathname;
const real = existsSync(folder)
  ? readdirSync(folder)
      .sort()
      .filter((_, index) => index % 12 === 0)
      .map((file) => gunzipSync(readFileSync(join(folder, file))).toString('utf8'))
  : [];
const made = layouts.flatMap((layout) => reports.slice(0, 1).map((report) => layout.print(report)));
const pages = [...made, ...real.filter((page) => page.length < 400_000)];

const scraps = [
  '<',
  '>',
  '"',
  "'",
  '</',
  '<!--',
  '-->',
  '<div>',
  '</article>',
  '<table>',
  '<script>',
  '&#xd800;',
  '{"@type":',
  ']]>',
  '\u0000',
  '<a href=',
  '<h1>',
  '<br>',
  '=',
  '\n\n',
];

type Edit = readonly [at: number, length: number, put: string];

const mutated = (page: string, edits: readonly Edit[]): string =>
  edits.reduce((text, [at, length, put]) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + put + text.slice(start + length);
  }, page);

/** In milliseconds of this process, so that other work on the machine does not count. */
const SLOWEST = 2000;

test('pages that were damaged anywhere are read or refused, and neither hang nor take more than their share of memory', () => {
  const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 2000 }), fc.constantFrom(...scraps));
  let slowest = 0;
  fc.assert(
    fc.property(fc.constantFrom(...pages), fc.array(edit, { minLength: 1, maxLength: 12 }), (page, edits) => {
      const before = process.cpuUsage();
      try {
        readInput({ name: 'page.html', bytes: new TextEncoder().encode(mutated(page, edits)) }, { format: 'html' });
      } catch (error) {
        expect(error).toBeInstanceOf(ReadoutError);
      }
      const { user, system } = process.cpuUsage(before);
      slowest = Math.max(slowest, (user + system) / 1000);
    }),
    { numRuns: 120 },
  );
  expect(slowest).toBeLessThan(SLOWEST);
  expect(process.memoryUsage().heapUsed).toBeLessThan(1_500_000_000);
});
