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

const citySpot = (codebook: PlaceCodebook, city: City): Spot => ({
  name: city.name,
  kind: 'city',
  country: codebook.nations.byCode(city.country)?.id ?? null,
  lat: city.lat,
  lon: city.lon,
  source: city.source,
  thousands: city.thousands,
});

const isRegionName = (entry: PlaceEntry, key: string): boolean =>
  [entry.name, ...entry.aliases].some((name) => toPlaceKey(name) === key);

const makeAtlas = (codebook: PlaceCodebook): Atlas => {
  const regions = new Map<string, PlaceEntry[]>();
  for (const entry of codebook.places) {
    for (const key of new Set([entry.name, ...entry.aliases].map(toPlaceKey)))
      regions.set(key, [...(regions.get(key) ?? []), entry]);
  }
  const citiesOf = (name: string): Spot[] => codebook.gazetteer.find(name).map((city) => citySpot(codebook, city));
  const find = (name: string): readonly Spot[] => {
    const key = toPlaceKey(name);
    const named = codebook.nations.countryOf(name);
    const country = named?.match === 'name' ? [countrySpot(named.country)] : [];
    const entries = (regions.get(key) ?? []).filter((entry) => isRegionName(entry, key));
    const others = entries.flatMap(({ same }) => (same === undefined ? [] : citiesOf(same)));
    return [
      ...country,
      ...entries.filter(({ same }) => same === undefined).map(regionSpot),
      ...others,
      ...citiesOf(name),
    ];
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
