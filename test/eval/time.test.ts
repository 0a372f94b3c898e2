import { expect, test } from 'vitest';
import { toPlainValue } from '../../eval/time.ts';
import { toTimex3 } from '../../eval/timex3.ts';
import type { TimeExpression } from '../../src/extraction/index.ts';
import { shippedCodebook } from '../support/codebook.ts';

test.each([
  ['2000-W7', '2000-W07'],
  ['2000-W07-WE', '2000-W07-WE'],
  ['1968-XX', '1968'],
  ['1998-XX-XX', '1998'],
  ['198X', '198'],
  ['2000-04-06T04:00-04:00', '2000-04-06T04:00'],
  ['2000-04-06T04:00Z', '2000-04-06T04:00'],
  ['2000-04-06', '2000-04-06'],
  ['PXD', 'PXD'],
  [null, null],
])('%s is written %s', (value, plain) => expect(toPlainValue(value)).toBe(plain));

const timeOf = (text: string, value: string): TimeExpression => ({
  id: 'time-1',
  span: { start: 0, end: text.length, text },
  type: 'DATE',
  value,
  grain: 'day',
  kind: 'range',
  anchor: 'none',
  rule: 'times/range',
});

test.each([
  ['1991 to 1997', '1991/1997', ['1991', '1997']],
  ['May 3-5', '2019-05-03/2019-05-05', ['May 3', '5']],
  ['2019-05-03 to 2019-05-05', '2019-05-03/2019-05-05', ['2019-05-03', '2019-05-05']],
  ['Ramadan', '2019-05-06/2019-06-04', ['Ramadan']],
  ['1991', '1991', ['1991']],
])('%s is tagged by its ends', (text, value, spans) => {
  const tagged = toTimex3([timeOf(text, value)], text, shippedCodebook());
  expect(tagged.map(({ span }) => span.text)).toEqual(spans);
  expect(tagged.map((each) => each.value)).toEqual(spans.length === 2 ? value.split('/') : [value]);
});
