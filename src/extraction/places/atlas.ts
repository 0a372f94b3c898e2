import { type City, type Codebook, type Country, type PlaceEntry, toPlaceKey } from '../../codebook/index.ts';

/** The sections of a codebook that places are found with. */
export type PlaceCodebook = Pick<Codebook, 'nations' | 'places' | 'gazetteer'>;

/** Somewhere that a name may mean. */
export interface Spot {
  readonly name: string;
  readonly kind: 'country' | 'region' | 'city';
  /** ISO 3166-1 alpha-3; null where it lies in several countries. */
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Where the coordinates come from: "geonames:524901", "codebook:crimea", "iso3166:RUS". */
  readonly source: string;
  /** People, in thousands; 0 for what is no city. */
  readonly thousands: number;
}

/** Looks places up by name. */
export interface Atlas {
  /** Everywhere that a name may mean: a country, regions, then cities, the largest first. */
  readonly find: (name: string) => readonly Spot[];
  /** The country that a name, people, capital or building stands for: what else the report is about. */
  readonly countryOf: (words: string) => string | undefined;
}

const countrySpot = (country: Country): Spot => ({
  name: country.name,
  kind: 'country',
  country: country.id,
  lat: country.at?.[0] ?? null,
  lon: country.at?.[1] ?? null,
  source: `iso3166:${country.id}`,
  thousands: 0,
});

const regionSpot = (entry: PlaceEntry): Spot => ({
  name: entry.name,
  kind: 'region',
  country: entry.country ?? null,
  lat: entry.at?.[0] ?? null,
  lon: entry.at?.[1] ?? null,
  source: `codebook:${entry.id}`,
  thousands: 0,
});

/** A city under the name it was looked up by, where that is another name of it: Geneva stays Geneva, not Genève. */
const citySpot = (codebook: PlaceCodebook, city: City, lookedUp: string): Spot => ({
  name: toPlaceKey(city.name) === toPlaceKey(lookedUp) ? city.name : lookedUp,
  kind: 'city',
  country: codebook.nations.byCode(city.country)?.id ?? null,
  lat: city.lat,
  lon: city.lon,
  source: city.source,
  thousands: city.thousands,
});

/** Spots without those that come twice, under two names. */
const distinct = (spots: readonly Spot[]): Spot[] => {
  const sources = new Set<string>();
  return spots.filter(({ source }) => !sources.has(source) && sources.add(source));
};

const isRegionName = (entry: PlaceEntry, key: string): boolean =>
  [entry.name, ...entry.aliases].some((name) => toPlaceKey(name) === key);

const makeAtlas = (codebook: PlaceCodebook): Atlas => {
  const regions = new Map<string, PlaceEntry[]>();
  for (const entry of codebook.places) {
    for (const key of new Set([entry.name, ...entry.aliases].map(toPlaceKey)))
      regions.set(key, [...(regions.get(key) ?? []), entry]);
  }
  const citiesOf = (name: string): Spot[] =>
    codebook.gazetteer.find(name).map((city) => citySpot(codebook, city, name));
  /** A building that stands for a government ("the Kremlin") stands in its capital. */
  const seatOf = (country: Country, building: string): Spot[] => {
    const cities = country.capital
      .flatMap((capital) => citiesOf(capital))
      .filter((city) => city.country === country.id);
    return cities.slice(0, 1).map((city) => ({ ...city, name: building }));
  };
  const find = (name: string): readonly Spot[] => {
    const key = toPlaceKey(name);
    const named = codebook.nations.countryOf(name);
    const entries = (regions.get(key) ?? []).filter((entry) => isRegionName(entry, key));
    // "Scotland" is a name of its country too, but more exactly a region of it; "Georgia" may be either.
    const isOwnName = named !== undefined && (entries.length === 0 || toPlaceKey(named.country.name) === key);
    const country = named?.match === 'name' && isOwnName ? [countrySpot(named.country)] : [];
    const others = entries.flatMap(({ same }) => (same === undefined ? [] : citiesOf(same)));
    const seat = named?.match === 'metonym' ? seatOf(named.country, name) : [];
    const own = entries.filter(({ same }) => same === undefined).map(regionSpot);
    return distinct([...country, ...own, ...seat, ...others, ...citiesOf(name)]);
  };
  return { find, countryOf: (words) => codebook.nations.countryOf(words)?.country.id };
};

const atlases = new WeakMap<PlaceCodebook['gazetteer'], Atlas>();

/** The atlas of a codebook, made once for each. */
export const atlasOf = (codebook: PlaceCodebook): Atlas => {
  const atlas = atlases.get(codebook.gazetteer) ?? makeAtlas(codebook);
  atlases.set(codebook.gazetteer, atlas);
  return atlas;
};
