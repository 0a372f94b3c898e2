// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: words in a drawing take no focus
import { Link } from '@tanstack/react-router';
import { placeLabels } from '../ui/canvas/labels.ts';
import { onScreen, type Point, type Size, type View } from '../ui/canvas/view.ts';
import { familyOfLabel, signs } from '../ui/event-family.ts';
import { plural } from '../ui/plural.ts';
import { RealisForm } from '../ui/realis.tsx';
import { EARTH, type Outline, placed } from './outlines.ts';
import { realisOf, type Somewhere, type Town, talliesText } from './where.ts';

/** Something that is drawn: a town as a point, or a country as a count on it. */
interface Mark extends Point {
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
];

const meets = (one: Point & Pick<Mark, 'reach'>, other: Mark): boolean =>
  Math.abs(one.x - other.x) < one.reach + other.reach && Math.abs(one.y - other.y) < 9 + other.reach;

/** A count moved off the towns, where there is room beside them. */
const aside = (mark: Mark, towns: readonly Mark[]): Mark => {
  const places = SHIFTS.map(({ x, y }) => ({ x: mark.x + x, y: mark.y + y, reach: mark.reach }));
  return { ...mark, ...places.find((place) => !towns.some((town) => meets(place, town))) };
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
    return outline === undefined ? [] : [aside(countryMark(each, outline, toScreen), points)];
  });
  return [...points, ...counts].toSorted((a, b) => b.records - a.records);
};

const TownMark = ({ mark, town }: { readonly mark: Mark; readonly town: Town }) => {
  const realis = realisOf(town);
  const size = (mark.reach * 2) / 12;
  return (
    <g className={`realis-${realis}`}>
      <circle className="under" r={mark.reach + 1.5} />
      <g transform={`scale(${size}) translate(-6 -6)`}>
        <RealisForm realis={realis} />
      </g>
    </g>
  );
};

const CountryMark = ({ mark }: { readonly mark: Mark }) => (
  <g className="somewhere">
    <rect x={-mark.reach} y={-9} width={mark.reach * 2} height={18} rx={3} />
    <text y={4} className="count">
      {mark.records}
    </text>
  </g>
);

const inside = ({ x, y }: Point, { width, height }: Size): boolean => x > 0 && y > 0 && x < width && y < height;

interface MarksProps {
  readonly marks: readonly Mark[];
  readonly screen: Size;
  readonly chosen: readonly string[];
  readonly show: (point: Point) => void;
}

/** Marks with the labels for which there is room. Each leads to its events. */
export const Marks = ({ marks, screen, chosen, show }: MarksProps) => {
  const labels = placeLabels(
    marks.filter((mark) => inside(mark, screen)),
    { x: 0, y: 0, ...screen },
  );
  const stop = marks.find(({ places }) => places.some((id) => chosen.includes(id))) ?? marks[0];
  return (
    <>
      {marks.map((mark) => (
        <Link
          key={`${mark.kind} ${mark.id}`}
          to="."
          search={(before) => ({ ...before, place: mark.places.slice(0, 50).join(','), row: undefined })}
          resetScroll={false}
          data-stop=""
          tabIndex={mark === stop ? 0 : -1}
          aria-label={mark.title}
          aria-current={mark.places.some((id) => chosen.includes(id)) ? 'true' : undefined}
          className={`spot ${mark.kind}`}
          onFocus={() => !inside(mark, screen) && show(mark.at)}
          draggable={false}
        >
          <g transform={`translate(${mark.x} ${mark.y})`}>
            <title>{mark.title}</title>
            <circle className="reach" r={Math.max(12, mark.reach + 3)} />
            {mark.town === null ? <CountryMark mark={mark} /> : <TownMark mark={mark} town={mark.town} />}
          </g>
        </Link>
      ))}
      <g className="labels" aria-hidden="true">
        {labels
          .filter(({ label }) => label !== '')
          .map(({ id, label, x, y }) => (
            <text key={id} x={x} y={y + 4}>
              {label}
            </text>
          ))}
      </g>
    </>
  );
};
