import { type GeoPath, type GeoProjection, geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Point, Size } from '../ui/canvas/view.ts';
import { lettersOf } from './country-codes.ts';

/** A country as it is drawn. */
export interface Outline {
  /** ISO 3166-1 alpha-3; null where it has none. */
  readonly code: string | null;
  readonly name: string;
  /** Its border as a path of SVG, in units of the drawing. */
  readonly path: string;
  /** The middle of its largest part. */
  readonly middle: Point;
  /** How wide and high it is, in units of the drawing. */
  readonly size: Size;
}

/** The drawing of the whole earth: areas are true to each other (Equal Earth). */
export const EARTH: Size = { width: 960, height: 468 };

const projection: GeoProjection = geoEqualEarth().fitExtent(
  [
    [4, 4],
    [EARTH.width - 4, EARTH.height - 4],
  ],
  { type: 'Sphere' },
);
const toPath: GeoPath = geoPath(projection).digits(2);

/** The edge of the earth. */
export const SPHERE = toPath({ type: 'Sphere' }) ?? '';

/** Where a place is in the drawing. */
export const placed = (lon: number, lat: number): Point => {
  const [x, y] = projection([lon, lat]) ?? [0, 0];
  return { x, y };
};

/** The countries of an atlas as shapes on the earth. */
const landsIn = (atlas: Topology) =>
  feature(atlas, atlas.objects.countries as GeometryCollection<{ readonly name?: string }>).features;

type Land = ReturnType<typeof landsIn>[number];
type Polygon = Extract<Land['geometry'], { type: 'Polygon' }>;

const polygon = (coordinates: Polygon['coordinates']): Polygon => ({ type: 'Polygon', coordinates });

/** The largest part of a country: France is not in the Atlantic for its departments overseas. */
const largest = ({ geometry }: Land): Polygon => {
  if (geometry.type === 'Polygon') return geometry;
  if (geometry.type !== 'MultiPolygon') return polygon([]);
  const parts = geometry.coordinates.map(polygon);
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best), parts[0] ?? polygon([]));
};

const outlineOf = (land: Land): Outline => {
  const part = largest(land);
  const [lon, lat] = geoCentroid(part);
  const [[left, top], [right, bottom]] = toPath.bounds(part);
  const name = land.properties.name ?? '';
  const digits = land.id === undefined ? undefined : String(land.id);
  return {
    code: lettersOf(digits, name),
    name,
    path: toPath(land) ?? '',
    middle: placed(lon, lat),
    size: { width: right - left, height: bottom - top },
  };
};

/** The countries of an atlas as world-atlas has them (Natural Earth), as they are drawn. */
export const outlinesIn = (atlas: Topology): readonly Outline[] => landsIn(atlas).map(outlineOf);
