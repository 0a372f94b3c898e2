import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFormat } from '../../src/cli/formats/text.ts';
import { flow, shorten, widthOf } from '../../src/cli/formats/wrap.ts';
import { viewOf } from '../../src/cli/page/view.ts';
import { oneLine } from '../../src/cli/page/words.ts';
import { madeReading } from '../support/made-reading.ts';
import { type TestTerminalOptions, testTerminal } from '../support/terminal.ts';

const page = (explain = false, options: TestTerminalOptions = {}): string => {
  const { out, env } = testTerminal(options);
  const pages = textFormat({ explain, several: false, output: out, env });
  return pages.open + pages.page(viewOf(madeReading, 'made.txt')) + pages.close();
};

const escapeCode = '\u001b[';

test('a page shows who said what, to whom and through which channel', () => {
  const text = page();
  expect(text).toContain('“a spokesman” (unnamed) says · to Radio Nord · through Radio Nord');
  expect(text).toContain('Sudmark denies · “Monday” (unresolved)');
});

test.each([
  ['P3Y', 'exact', '“Friday”'],
  ['XXXX-WXX-5', 'exact', '“Friday”'],
  ['2026-03-06', 'approximate', 'about Fri 2026-03-06'],
] as const)('a time is told as a day only where it is one: %s', (value, kind, expected) => {
  const { readout } = madeReading;
  const times = readout.times.map((time) => (time.id === 'time-friday' ? { ...time, value, kind } : time));
  expect(viewOf({ ...madeReading, readout: { ...readout, times } }, 'made.txt').time('time-friday')).toBe(expected);
});

test('events stand under their realis, with who asserts them', () => {
  const text = page();
  expect(text.indexOf('Happened')).toBeLessThan(text.indexOf('MOBILIZE/troops'));
  expect(text.indexOf('Planned')).toBeLessThan(text.lastIndexOf('CONSULT/meet'));
  expect(text).toContain('Sudmark MOBILIZE/troops · denied by Sudmark');
});

test('agenda, disputes, actors and warnings are there', () => {
  const text = page();
  expect(text).toContain('Fri 2026-03-06 · Ada Berg and Sudmark CONSULT/meet · event 1 · scheduled');
  expect(text).toContain('Sudmark denies · Sudmark MOBILIZE/troops · event 2 against statement 2');
  expect(text).toContain('Ada Berg person · foreign minister · Norland · NOR GOV · 2 mentions');
  expect(text).toContain('! Made by hand.');
});

test('explaining names the rule and the tree', () => {
  expect(page()).not.toContain('statements/verb');
  const text = page(true);
  expect(text).toContain('rule  statements/verb');
  expect(text).toContain('root  denied (VERB, denied)');
  expect(text).toContain('times/weekday');
});

test.each([40, 60, 80, 120, 300])('no line is wider than a terminal of %i columns', (columns) => {
  const widest = Math.max(...page(true, { columns }).split('\n').map(widthOf));
  expect(widest).toBeLessThanOrEqual(Math.min(columns, 100));
});

test('there is colour on a terminal only, and not against NO_COLOR', () => {
  expect(page()).not.toContain(escapeCode);
  expect(page(false, { isTTY: true })).toContain(escapeCode);
  expect(page(false, { isTTY: true, env: { NO_COLOR: '1' } })).not.toContain(escapeCode);
  expect(page(false, { isTTY: true, env: { TERM: 'dumb' } })).not.toContain(escapeCode);
});

test('the words of a report cannot repaint the terminal or reorder a line', () => {
  expect(oneLine('a\u001b[2Jb\u202ec\u0007\nd\ud800')).toBe('a [2Jb c d\ufffd');
});

test('flow keeps every word, in order, within the width', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 12, max: 60 }), (texts, width) => {
      const parts = texts.map((text) => ({ text: oneLine(text) }));
      const lines = flow(parts, width);
      expect(lines.every((line) => widthOf(line) <= width)).toBe(true);
      const letters = (text: string): string => text.replace(/ /g, '');
      expect(letters(lines.join(''))).toBe(letters(parts.map(({ text }) => text).join('')));
    }),
  );
});

test('shorten marks what it cuts', () => {
  expect(shorten('Nordhavn', 20)).toBe('Nordhavn');
  expect(shorten('Nordhavn', 5)).toBe('Nord…');
  expect(widthOf(shorten('外交部长会谈', 7))).toBeLessThanOrEqual(7);
});
