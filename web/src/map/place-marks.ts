import { onScreen, type Point, type Size, type View } from '../ui/canvas/view.ts';
import { familyOfLabel, signs } from '../ui/event-family.ts';
import { plural } from '../ui/plural.ts';
import { EARTH, type Outline, placed } from './outlines.ts';
import { type Somewhere, type Town, talliesText } from './where.ts';

/** Something that is drawn: a town as a point, or a country as a count on it. */
export interface Mark extends Point {
  readonly id: string;
  /** The places whose events it leads to. */
  readonly places: readonly string[];
  readonly kind: 'town' | 'country';
  readonly reach: number;
  readonly label: string;
  readonly title: string;
  readonly town: Town | null;
  readonly records: number;
  /** Where it is in the drawing. */
  readonly at: Point;
}

const SMALLEST = 5;
const LARGEST = 17;

/** Areas are as the numbers are. */
const reachOf = (records: number, most: number): number => Math.max(SMALLEST, LARGEST * Math.sqrt(records / most));

const townMark = (town: Town, most: number, toScreen: (at: Point) => Point): Mark => {
  const at = placed(town.lon, town.lat);
  const sign = signs[familyOfLabel(town.tallies[0]?.type ?? '')];
  return {
    ...toScreen(at),
    at,
    id: town.id,
    places: [town.id],
    kind: 'town',
    reach: reachOf(town.records, most),
    label: `${town.name} ${town.records} ${sign}`,
    title: `${town.name}: ${plural(town.records, 'event')} (${talliesText(town)})`,
    town,
    records: town.records,
  };
};

const countryMark = (
  { country, records, places }: Somewhere,
  outline: Outline,
  toScreen: (at: Point) => Point,
): Mark => ({
  ...toScreen(outline.middle),
  at: outline.middle,
  id: country,
  places: places.map(({ id }) => id),
  kind: 'country',
  reach: 9 + String(records).length * 3,
  label: '',
  title: `Somewhere in ${outline.name}: ${plural(records, 'event')} (${places.map(({ name, records: each }) => `${name} ${each}`).join(', ')})`,
  town: null,
  records,
});

/** Where the count of a country may stand beside its middle, in pixels: where no town is. */
const SHIFTS: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 0, y: -26 },
  { x: 0, y: 26 },
  { x: -36, y: 0 },
  { x: 36, y: 0 },
  { x: -36, y: -26 },
  { x: 36, y: -26 },
  { x: -36, y: 26 },
  { x: 36, y: 26 },
];

/** Half the height of a count. */
export const HALF = 9;

const meets = (one: Point & Pick<Mark, 'reach'>, other: Mark): boolean =>
  Math.abs(one.x - other.x) < one.reach + other.reach &&
  Math.abs(one.y - other.y) < HALF + (other.kind === 'town' ? other.reach : HALF);

/** A count moved off what is drawn already, where there is room beside it. */
const aside = (mark: Mark, drawn: readonly Mark[]): Mark => {
  const places = SHIFTS.map(({ x, y }) => ({ x: mark.x + x, y: mark.y + y, reach: mark.reach }));
  return { ...mark, ...places.find((place) => !drawn.some((other) => meets(place, other))) };
};

/** The marks of a map on a screen, those with most events first. */
export const marksOf = (
  towns: readonly Town[],
  somewhere: readonly Somewhere[],
  outlines: readonly Outline[],
  screen: Size,
  view: View,
): readonly Mark[] => {
  const toScreen = (at: Point): Point => onScreen(at, EARTH, screen, view);
  const most = Math.max(1, ...towns.map(({ records }) => records));
  const byCode = new Map(outlines.map((outline) => [outline.code, outline]));
  const points = towns.map((town) => townMark(town, most, toScreen));
  const counts = somewhere.flatMap((each) => {
    const outline = byCode.get(each.country);
    return outline === undefined ? [] : [countryMark(each, outline, toScreen)];
  });
  const all: Mark[] = [...points];
  for (const mark of counts.toSorted((a, b) => b.records - a.records)) all.push(aside(mark, all));
  return all.toSorted((a, b) => b.records - a.records);
};
