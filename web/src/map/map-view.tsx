import { useMemo } from 'react';
import { Canvas } from '../ui/canvas/canvas.tsx';
import { rove } from '../ui/canvas/roving.ts';
import { type Point, type Size, scaleOf, type View, viewOf } from '../ui/canvas/view.ts';
import { plural } from '../ui/plural.ts';
import { Marks } from './marks.tsx';
import { EARTH, type Outline, placed, SPHERE } from './outlines.ts';
import { marksOf } from './place-marks.ts';
import type { Where } from './where.ts';

/** From here on the fine outlines are drawn. */
const FINE = 3;
/** How far the map is enlarged by itself. */
const FIRST_ZOOM = 8;

const shadeOf = (records: number, most: number): number => Math.ceil((records / most) * 4);

const Countries = ({
  outlines,
  shades,
}: {
  readonly outlines: readonly Outline[];
  readonly shades: ReadonlyMap<string | null, number>;
}) => (
  <>
    {outlines.map(({ code, name, path }) => {
      const shade = shades.get(code) ?? 0;
      return <path key={`${code} ${name}`} d={path} className={shade === 0 ? 'land' : `land land-${shade}`} />;
    })}
  </>
);

/** Outlines that are in sight. */
const inSight = (outlines: readonly Outline[], screen: Size, view: View): readonly Outline[] => {
  const scale = scaleOf(EARTH, screen, view);
  const [width, height] = [screen.width / scale / 2, screen.height / scale / 2];
  return outlines.filter(
    ({ middle, size }) =>
      Math.abs(middle.x - view.x) < width + size.width && Math.abs(middle.y - view.y) < height + size.height,
  );
};

/** The points that are in sight at first: towns, and the edges of countries. */
const pointsOf = ({ towns, somewhere }: Where, outlines: readonly Outline[]): readonly Point[] => [
  ...towns.map(({ lon, lat }) => placed(lon, lat)),
  ...somewhere.flatMap(({ country }) =>
    outlines
      .filter(({ code }) => code === country)
      .flatMap(({ middle: { x, y }, size: { width, height } }) => [
        { x: x - width / 2, y: y - height / 2 },
        { x: x + width / 2, y: y + height / 2 },
      ]),
  ),
];

interface MapViewProps {
  readonly where: Where;
  readonly coarse: readonly Outline[];
  readonly fine: readonly Outline[] | undefined;
  readonly chosen: readonly string[];
}

/** The map: towns as marks, countries with a count for what is somewhere in them. */
export const MapView = ({ where, coarse, fine, chosen }: MapViewProps) => {
  const all = fine ?? coarse;
  // Small islands have no coarse outline.
  const world = useMemo(() => {
    const known = new Set(coarse.map(({ code }) => code));
    return [...coarse, ...(fine ?? []).filter(({ code }) => code !== null && !known.has(code))];
  }, [coarse, fine]);
  const points = useMemo(() => pointsOf(where, all), [where, all]);
  const shades = useMemo(() => {
    const most = Math.max(1, ...where.somewhere.map(({ records }) => records));
    return new Map<string | null, number>(
      where.somewhere.map(({ country, records }) => [country, shadeOf(records, most)]),
    );
  }, [where]);
  const label = `Map of ${plural(where.towns.length, 'town')} and ${plural(where.somewhere.length, 'country')} with events. Arrow keys move it, plus and minus enlarge it, 0 shows all; Tab goes to its marks, arrow keys from one to the next.`;
  return (
    <Canvas label={label} drawing={EARTH} first={(screen) => viewOf(points, EARTH, screen, FIRST_ZOOM)} className="map">
      {(screen, view, show) => {
        const scale = scaleOf(EARTH, screen, view);
        const shift = `translate(${screen.width / 2 - view.x * scale} ${screen.height / 2 - view.y * scale}) scale(${scale})`;
        const marks = marksOf(where.towns, where.somewhere, all, screen, view);
        return (
          <>
            <g transform={shift}>
              <path d={SPHERE} className="sea" />
              <Countries outlines={view.zoom < FINE ? world : inSight(all, screen, view)} shades={shades} />
            </g>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: it hands on the keys of the links in it */}
            <g onKeyDown={rove}>
              <Marks marks={marks} screen={screen} chosen={chosen} show={show} />
            </g>
          </>
        );
      }}
    </Canvas>
  );
};
