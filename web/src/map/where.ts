import type { Event, PlaceCount } from '../api/schema.ts';

type Realis = Event['realis'];

/** A town on the map: it is known exactly enough for a point. */
export interface Town extends PlaceCount {
  readonly lat: number;
  readonly lon: number;
}

/** A country with what is known to be somewhere in it, and no more exactly. */
export interface Somewhere {
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly records: number;
  /** The country itself, its regions, and places in it that no gazetteer holds. */
  readonly places: readonly PlaceCount[];
}

/** Places by how they may be drawn. Only towns may be points. */
export interface Where {
  readonly towns: readonly Town[];
  readonly somewhere: readonly Somewhere[];
  /** Seas, regions of several countries, and places that were not found. */
  readonly nowhere: readonly PlaceCount[];
}

const isTown = (place: PlaceCount): place is Town =>
  place.precision === 'town' && place.lat !== null && place.lon !== null;

const sum = (places: readonly PlaceCount[]): number => places.reduce((total, { records }) => total + records, 0);

/** Sorts places by how exactly it is known where they are. */
export const whereOf = (places: readonly PlaceCount[]): Where => {
  const towns = places.filter(isTown);
  const rest = places.filter((place) => !isTown(place));
  const byCountry = Map.groupBy(
    rest.filter(({ country }) => country !== null),
    ({ country }) => country ?? '',
  );
  const somewhere = [...byCountry].map(([country, inside]) => ({ country, records: sum(inside), places: inside }));
  return {
    towns,
    somewhere: somewhere.toSorted((a, b) => b.records - a.records || a.country.localeCompare(b.country)),
    nowhere: rest.filter(({ country }) => country === null),
  };
};

/** The commonest realis of events at a place, whose form its mark has. */
export const realisOf = ({ tallies }: Pick<PlaceCount, 'tallies'>): Realis => {
  const sums = new Map<Realis, number>();
  for (const { realis, records } of tallies) sums.set(realis, (sums.get(realis) ?? 0) + records);
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'actual';
};

/** What happens at a place in words: `2 ASSAULT actual, 1 AID planned`. */
export const talliesText = ({ tallies }: Pick<PlaceCount, 'tallies'>): string =>
  tallies.map(({ type, realis, records }) => `${records} ${type} ${realis}`).join(', ');

/** How exactly it is known where a place is, in words. */
export const precisionText = ({ precision, country, lat }: PlaceCount): string => {
  if (precision === 'town') return lat === null ? 'a town, without coordinates' : 'a town';
  if (precision === 'country') return 'somewhere in the country';
  if (precision === 'region')
    return country === null ? 'a sea, or a region of several countries' : 'somewhere in the region';
  return country === null ? 'not found' : 'in this country; how exactly is not known';
};
