import type { Spot } from './atlas.ts';

/** What else a report says about where it plays. */
export interface Surroundings {
  /** What stands behind the name after a comma: "Paris, Texas". */
  readonly qualifier: readonly Spot[];
  /** How often the report names each country, its people or its capital. */
  readonly countries: ReadonlyMap<string, number>;
}

/** A name resolved, or left open: `spot` is null where several places bear it and nothing decides. */
export interface Resolution {
  readonly spot: Spot | null;
  /** The region that it lies in, where that is all that is known. */
  readonly area: Spot | null;
  readonly country: string | null;
  readonly rule: string;
}

/** A city so many times larger than the next of its name is the one that is meant. */
const MUCH_LARGER = 5;
/** A city of a country that the report names may be so many times smaller than a namesake elsewhere. */
const LOCAL_MAY_BE_SMALLER = 50;

const EARTH_RADIUS = 6371;

/** Kilometres between two places along the earth's surface. */
export const distance = (one: Pick<Spot, 'lat' | 'lon'>, other: Pick<Spot, 'lat' | 'lon'>): number => {
  const radians = (degrees: number | null): number => ((degrees ?? 0) * Math.PI) / 180;
  const [a, b] = [radians(one.lat), radians(other.lat)];
  const half =
    Math.sin((a - b) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(radians(one.lon) / 2 - radians(other.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(half));
};

const found = (spot: Spot, rule: string): Resolution => ({ spot, area: null, country: spot.country, rule });

/** A city in a region lies no farther from its middle than this, in kilometres: the largest provinces are so wide. */
const REGION_REACH = 1100;

/** CASE 1: the name is followed by its country or region; in a region, the nearest to its middle. */
const qualified = (spots: readonly Spot[], qualifier: readonly Spot[]): Spot | undefined => {
  for (const area of qualifier) {
    const inside = spots.filter((spot) => spot.country === area.country && spot.source !== area.source);
    const [first] = inside;
    if (first === undefined || area.country === null) continue;
    if (area.kind !== 'region') return first;
    const nearest = inside.reduce((best, spot) => (distance(spot, area) < distance(best, area) ? spot : best));
    if (distance(nearest, area) <= REGION_REACH) return nearest;
  }
  return undefined;
};

/** CASE 2: the gazetteer does not hold the place, or not there, but the region behind it says where it is, roughly. */
const insideRegion = (qualifier: readonly Spot[]): Resolution | undefined => {
  const [area] = qualifier;
  if (area === undefined || qualifier.length > 1) return undefined;
  const isSmall = area.kind === 'region' && area.country !== null;
  return { spot: null, area: isSmall ? area : null, country: area.country, rule: 'places/inside-region' };
};

const votes = (spot: Spot, { countries }: Surroundings): number =>
  spot.country === null ? 0 : (countries.get(spot.country) ?? 0);

/** CASE 3: a country and a region of one name ("Georgia"): the one whose country the report is about, else the country. */
const broad = (spots: readonly Spot[], surroundings: Surroundings): Spot | undefined => {
  const areas = spots.filter((spot) => spot.kind !== 'city');
  const [country, region] = [areas.find(({ kind }) => kind === 'country'), areas.find(({ kind }) => kind === 'region')];
  if (country === undefined || region === undefined) return country ?? region;
  // The country's own name is among the votes: only what goes beyond the name itself counts for it.
  return votes(region, surroundings) > votes(country, surroundings) ? region : country;
};

/** CASE 4: among cities, the largest of a country that the report names, unless a far larger one is named like it. */
const local = (cities: readonly Spot[], surroundings: Surroundings): Spot | undefined => {
  const [largest] = cities;
  const near = cities.filter((city) => votes(city, surroundings) > 0);
  const [best] = near;
  if (best === undefined || largest === undefined) return undefined;
  return best.thousands * LOCAL_MAY_BE_SMALLER >= largest.thousands ? best : undefined;
};

/** Decides which of the places of one name is meant; what nothing decides stays open. */
export const resolve = (spots: readonly Spot[], surroundings: Surroundings): Resolution => {
  const { qualifier } = surroundings;
  const inside = qualified(spots, qualifier);
  if (inside !== undefined) return found(inside, 'places/qualified');
  const [first, second] = spots;
  const isArea = qualifier[0]?.kind === 'region';
  const isElsewhere = first === undefined || (first.kind === 'city' && isArea);
  const region = isElsewhere ? insideRegion(qualifier) : undefined;
  if (region !== undefined) return region;
  if (first === undefined) return { spot: null, area: null, country: null, rule: 'places/unknown' };
  if (second === undefined) return found(first, `places/${first.kind}`);
  const area = broad(spots, surroundings);
  if (area !== undefined) return found(area, `places/${area.kind}`);
  const near = local(spots, surroundings);
  if (near !== undefined) return found(near, 'places/city-of-named-country');
  if (first.thousands >= second.thousands * MUCH_LARGER) return found(first, 'places/largest-city');
  const countries = new Set(spots.map(({ country }) => country));
  return { spot: null, area: null, country: countries.size === 1 ? first.country : null, rule: 'places/ambiguous' };
};
