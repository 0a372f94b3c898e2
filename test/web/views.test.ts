import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaOf } from '../../web/src/agenda/order.ts';
import type { AgendaNode } from '../../web/src/api/schema.ts';
import { cell } from '../../web/src/records/csv.ts';
import { toggled } from '../../web/src/records/filters.ts';
import { segmentsOf } from '../../web/src/records/segments.ts';
import { matrixOf } from '../../web/src/situation/matrix.ts';
import { MOST_WEEKS, mondays, weeksOf } from '../../web/src/situation/weeks.ts';
import { stretchText } from '../../web/src/ui/dates.ts';
import { plural } from '../../web/src/ui/plural.ts';

const stretch = fc.tuple(fc.nat(60), fc.nat(30)).map(([start, length]) => ({ start, end: start + length + 1 }));
const mark = fc
  .tuple(stretch, fc.constantFrom('a', 'b', 'c'))
  .map(([{ start, end }, row]) => ({ row, part: 'content' as const, start, end }));

test('segments tile their block, and a mark rests on each segment wholly or not at all', () => {
  fc.assert(
    fc.property(stretch, fc.array(mark), (block, marks) => {
      const segments = segmentsOf(block, marks);
      expect(segments[0]?.start).toBe(block.start);
      expect(segments.at(-1)?.end).toBe(block.end);
      for (const [index, { start, end, marks: over }] of segments.entries()) {
        expect(end).toBeGreaterThan(start);
        expect(segments[index + 1]?.start ?? end).toBe(end);
        expect(over).toEqual(marks.filter((each) => each.start < end && each.end > start));
      }
    }),
  );
});

describe('a cell of CSV', () => {
  test.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['he said "no"', '"he said ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['@cmd, x', `"'@cmd, x"`],
  ])('%j → %j', (value, expected) => expect(cell(value)).toBe(expected));
});

describe('values of a facet', () => {
  test.each([
    [undefined, 'AID', 'AID'],
    ['AID', 'AGREE', 'AID,AGREE'],
    ['AID,AGREE', 'AID', 'AGREE'],
    ['AID', 'AID', undefined],
  ])('%j with %s toggled → %j', (value, one, expected) => expect(toggled(value, one)).toBe(expected));
});

test('weeks without records are there too, and a long time shows its last weeks', () => {
  expect(mondays(['2026-09-14', '2026-10-05'])).toEqual(['2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05']);
  expect(mondays([])).toEqual([]);
  const long = mondays(['1990-01-01', '2026-01-05']);
  expect(long).toHaveLength(MOST_WEEKS);
  expect(long.at(-1)).toBe('2026-01-05');
  const [week, none] = weeksOf(
    [
      { start: '2026-09-14', label: 'AID', records: 2 },
      { start: '2026-09-14', label: 'AGREE', records: 1 },
    ],
    ['2026-09-14', '2026-09-21'],
  );
  expect(week?.total).toBe(3);
  expect(none?.total).toBe(0);
});

test('a matrix keeps the busiest and its sums', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three actors');
  const matrix = matrixOf(
    [
      { actor: a, recipient: b, records: 5 },
      { actor: b, recipient: c, records: 3 },
      { actor: c, recipient: a, records: 1 },
    ],
    2,
  );
  expect(matrix.rows).toEqual([a, b]);
  expect(matrix.columns).toEqual([b, c]);
  expect(matrix.at(a, b)).toBe(5);
  expect(matrix.at(a, c)).toBe(0);
  expect(matrix.most).toBe(5);
});

test('an agenda has what lasts until today ahead, the next first, and the undated apart', () => {
  const item = (id: string, start: string | null, end: string | null = null) =>
    ({ id, summary: { when: { value: start, start, end, grain: 'day' } } }) as AgendaNode;
  const items = [
    item('later', '2026-10-02'),
    item('open', null),
    item('past', '2026-09-01'),
    item('lasting', '2026-09-18', '2026-09-25'),
    item('before', '2026-08-01'),
  ];
  const { ahead, past, open } = agendaOf(items, '2026-09-20T12:00');
  expect([ahead, past, open].map((part) => part.map(({ id }) => id))).toEqual([
    ['lasting', 'later'],
    ['past', 'before'],
    ['open'],
  ]);
});

describe('stretches of time', () => {
  test.each([
    ['2026-09-19T00:00:00.000Z', '2026-09-20T00:00:00.000Z', 'day', '19 Sept 2026'],
    ['2026-09-21T00:00:00.000Z', '2026-09-28T00:00:00.000Z', 'week', '21 Sept 2026 – 27 Sept 2026'],
    ['2026-09-21', '2026-09-28', 'week', '21 Sept 2026 – 27 Sept 2026'],
    ['2026-09-19T18:30:00.000Z', '2026-09-19T18:30:00.000Z', 'minute', '19 Sept 2026, 18:30 UTC'],
  ])('%s to %s (%s) → %s', (start, end, grain, expected) => expect(stretchText(start, end, grain)).toBe(expected));
});

test.each([
  [1, 'report', '1 report'],
  [2, 'report', '2 reports'],
  [0, 'story', '0 stories'],
  [12_000, 'event', '12,000 events'],
])('%d %s → %s', (count, noun, expected) => expect(plural(count, noun)).toBe(expected));
