import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceCount } from '../../web/src/api/schema.ts';
import { marksOf } from '../../web/src/lanes/lane-marks.ts';
import { cutFor, endOf, ROOM, startOf, stretchesOf } from '../../web/src/lanes/stretches.ts';
import { marksOf as countsOf } from '../../web/src/map/place-marks.ts';
import { whereOf } from '../../web/src/map/where.ts';
import { layOut } from '../../web/src/network/lay-out.ts';
import { courseOf } from '../../web/src/network/ties.ts';
import { placeLabels } from '../../web/src/ui/canvas/labels.ts';
import { onScreen, viewFrom, viewText, zoomed } from '../../web/src/ui/canvas/view.ts';

const drawing = { width: 960, height: 468 };
const screen = { width: 700, height: 400 };
const part = (most: number) => fc.double({ min: 0, max: most, noNaN: true });

test('what is enlarged stays where it is under the pointer, and nothing goes beyond the drawing', () => {
  const around = { x: 350, y: 200 };
  fc.assert(
    fc.property(part(960), part(468), fc.double({ min: 1, max: 30, noNaN: true }), (x, y, zoom) => {
      const before = { x, y, zoom };
      const after = zoomed(before, 1.5, around, drawing, screen);
      const [was, is] = [onScreen({ x, y }, drawing, screen, before), onScreen({ x, y }, drawing, screen, after)];
      expect(is.x).toBeCloseTo(was.x, 6);
      expect(is.y).toBeCloseTo(was.y, 6);
      const [low, high] = [
        zoomed(before, 0.001, around, drawing, screen),
        zoomed(before, 1000, around, drawing, screen),
      ];
      expect([low.zoom, high.zoom]).toEqual([1, 60]);
    }),
  );
});

describe('a view in an address', () => {
  test.each([
    ['480,234,2', { x: 480, y: 234, zoom: 2 }],
    ['-5,9999,900', { x: 0, y: 468, zoom: 60 }],
    ['a,b,c', null],
    ['1,2', null],
    ['1,2,3,4', null],
    [undefined, null],
  ])('%s', (text, view) => expect(viewFrom(text, drawing)).toEqual(view));

  test('is read back as it was written', () => {
    const view = { x: 123.4, y: 56.7, zoom: 8.25 };
    expect(viewFrom(viewText(view), drawing)).toEqual(view);
  });
});

test('labels cover neither each other nor what is drawn', () => {
  const thing = fc.record({
    x: part(700),
    y: part(400),
    reach: fc.integer({ min: 4, max: 18 }),
    label: fc.string({ maxLength: 20 }),
  });
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 40 }), (things) => {
      const named = things.map((each, index) => ({ ...each, id: String(index) }));
      const labels = placeLabels(named, { x: 0, y: 0, ...screen });
      for (const [index, one] of labels.entries())
        for (const other of labels.slice(index + 1)) {
          const apart = Math.abs(one.y - other.y) >= 15;
          const [left, right] = one.x < other.x ? [one, other] : [other, one];
          expect(
            apart || left.x + left.label.length * 6.8 <= right.x + 1e-9 || left.label === '' || right.label === '',
          ).toBe(true);
        }
    }),
  );
});

const place = (name: string, more: Partial<PlaceCount>): PlaceCount => ({
  id: name,
  name,
  country: null,
  precision: null,
  lat: 1,
  lon: 1,
  records: 1,
  tallies: [],
  ...more,
});

test('only towns with coordinates may be points', () => {
  const { towns, somewhere, nowhere } = whereOf([
    place('a town', { precision: 'town', country: 'EST' }),
    place('a town without coordinates', { precision: 'town', country: 'EST', lat: null }),
    place('a region', { precision: 'region', country: 'EST' }),
    place('a country', { precision: 'country', country: 'LVA', records: 5 }),
    place('a row from before', { country: 'LVA' }),
    place('a sea', { precision: 'region' }),
    place('unknown', { lat: null, lon: null }),
  ]);
  expect(towns.map(({ name }) => name)).toEqual(['a town']);
  expect(somewhere.map(({ country, records, places }) => [country, records, places.length])).toEqual([
    ['LVA', 6, 2],
    ['EST', 2, 2],
  ]);
  expect(nowhere.map(({ name }) => name)).toEqual(['a sea', 'unknown']);
});

describe('a stretch', () => {
  test.each([
    ['2026-03-05T10:00:00Z', 'week', '2026-03-02', '2026-03-09'],
    ['2026-03-02', 'week', '2026-03-02', '2026-03-09'],
    ['2026-12-31', 'month', '2026-12-01', '2027-01-01'],
    ['2024-02-28', 'day', '2024-02-28', '2024-02-29'],
    ['2026-05-05', 'year', '2026-01-01', '2027-01-01'],
  ] as const)('%s by %s: %s to %s', (moment, by, start, end) => {
    expect(startOf(moment, by)).toBe(start);
    expect(endOf(start, by)).toBe(end);
  });
});

test('stretches without anything are left out and marked, and those ahead of now are told apart', () => {
  const { shown } = stretchesOf(['2026-03-02', '2026-03-09', '2026-03-30', '2026-03-02'], 'week', '2026-03-10T09:00Z');
  expect(shown.map(({ start, isAhead, isAfterGap }) => [start, isAhead, isAfterGap])).toEqual([
    ['2026-03-02', false, false],
    ['2026-03-09', false, false],
    ['2026-03-30', true, true],
  ]);
});

test('of many stretches those next to now are shown, and the others counted', () => {
  const days = Array.from({ length: 40 }, (_none, index) =>
    new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  );
  const { shown, earlier, later } = stretchesOf(days, 'day', '2026-01-31');
  expect([shown.length, earlier, later]).toEqual([22, 15, 3]);
  expect(shown.at(-1)?.start).toBe('2026-02-06');
  const onPaper = stretchesOf(days, 'day', '2026-01-31', ROOM.paper);
  expect([onPaper.shown.length, onPaper.earlier, onPaper.later]).toEqual([8, 25, 7]);
});

test('what time is cut into follows how long a story is', () => {
  expect(cutFor([])).toBe('week');
  expect(cutFor(['2026-03-02', '2026-03-23'])).toBe('day');
  expect(cutFor(['2026-03-02', '2026-09-07'])).toBe('week');
  expect(cutFor(['2020-03-02', '2026-09-07'])).toBe('month');
});

test('records of one form are one mark, whatever their types', () => {
  const count = { start: '2026-03-02', kind: 'event' as const, realis: 'actual' as const, records: 1, undated: 0 };
  const marks = marksOf([
    { ...count, label: 'ACCUSE' },
    { ...count, label: 'REJECT', records: 3 },
    { ...count, label: 'AID' },
    { ...count, label: 'REJECT', realis: 'planned' },
    { ...count, kind: 'statement', label: 'deny', realis: null },
  ]);
  expect(marks.map(({ kind, family, realis, text }) => [kind, family, realis, text])).toEqual([
    ['event', 'against', 'actual', '3 REJECT, 1 ACCUSE'],
    ['event', 'towards', 'actual', '1 AID'],
    ['event', 'against', 'planned', '1 REJECT'],
    ['statement', 'against', null, '1 deny'],
  ]);
});

describe('a link goes', () => {
  const tally = (label: string, records: number) => ({ kind: 'event' as const, label, records });
  test.each([
    ['against', [tally('ASSAULT', 2), tally('AID', 1)]],
    ['towards', [tally('AID', 3)]],
    ['mixed', [tally('AID', 1), tally('ASSAULT', 1)]],
    ['tells', [tally('say', 9)]],
    ['against', [tally('say', 9), tally('deny', 1)]],
  ])('%s', (course, tallies) => expect(courseOf({ tallies })).toBe(course));
});

test('a network of two hundred is laid out inside its drawing, the same every time, nobody on another', async () => {
  const actors = Array.from({ length: 200 }, (_none, index) => `actor ${index}`);
  const links = actors
    .slice(1)
    .map((target, index) => ({ source: actors[Math.floor(index / 4)] ?? '', target, records: 1 + (index % 5) }));
  const area = { width: 1200, height: 750 };
  const places = await layOut({ actors, links }, area);
  expect(places).toHaveLength(200);
  for (const { x, y } of places) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(area.width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(area.height);
  }
  const nearest = places.map((one, index) =>
    Math.min(...places.flatMap((other, at) => (at === index ? [] : [Math.hypot(one.x - other.x, one.y - other.y)]))),
  );
  expect(Math.min(...nearest)).toBeGreaterThan(4);
  expect(await layOut({ actors, links }, area)).toEqual(places);
});

test('counts on small neighbours do not cover each other, and that of most events keeps its place', () => {
  const outline = (code: string, x: number) => ({
    code,
    name: code,
    path: '',
    middle: { x: 480 + x, y: 234 },
    size: { width: 4, height: 4 },
  });
  const codes = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'];
  const marks = countsOf(
    [],
    codes.map((country, index) => ({ country, records: 5 + index, places: [] })),
    codes.map((code, index) => outline(code, index)),
    screen,
    { x: 480, y: 234, zoom: 1 },
  );
  const boxes = marks.map(({ x, y, reach }) => ({ left: x - reach, right: x + reach, top: y - 9, bottom: y + 9 }));
  const covering = boxes.flatMap((a, index) =>
    boxes.slice(index + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  );
  expect(covering).toEqual([]);
  const most = marks.find(({ id }) => id === 'EEE');
  expect(most?.y).toBeCloseTo(screen.height / 2, 6);
});
