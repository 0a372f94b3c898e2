import { expect, test } from 'vitest';
import { jsonFormat, jsonLinesFormat } from '../../src/cli/formats/json.ts';
import { viewOf } from '../../src/cli/page/view.ts';
import { readoutSchema } from '../../src/readout/index.ts';
import { madeReading, madeReadout } from '../support/made-reading.ts';
import { testTerminal } from '../support/terminal.ts';

const view = viewOf(madeReading, 'made.txt');

const written = (format: typeof jsonFormat, several: boolean, times: number): string => {
  const { out, env } = testTerminal();
  const pages = format({ explain: false, several, output: out, env });
  return pages.open + Array.from({ length: times }, () => pages.page(view)).join('') + pages.close();
};

test('one report is one object that keeps the contract', () => {
  const parsed: unknown = JSON.parse(written(jsonFormat, false, 1));
  expect(parsed).toEqual(madeReadout);
  expect(readoutSchema.parse(parsed)).toEqual(madeReadout);
});

test.each([0, 1, 3])('%i reports of several are an array', (times) => {
  expect(JSON.parse(written(jsonFormat, true, times))).toHaveLength(times);
});

test('jsonl is one object a line', () => {
  const lines = written(jsonLinesFormat, true, 3).trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([madeReadout, madeReadout, madeReadout]);
});
