import {
  type Codebook,
  type Country,
  type GazetteerKind,
  type GazetteerPlace,
  type PlaceEntry,
  toPlaceKey,
} from '../../codebook/index.ts';

/** The sections of a codebook that places are found with. */
export type PlaceCodebook = Pick<Codebook, 'nations' | 'places' | 'gazetteer' | 'isWord'>;

/** Somewhere that a name may mean. */
export interface Spot {
  readonly name: string;
  /** A `region` stands in the codebook: also a sea, an island, a building. */
  readonly kind: GazetteerKind | 'country' | 'region';
  /** ISO 3166-1 alpha-3; null where it lies in several countries. */
  readonly country: string | null;
  /** The state or province that it is or lies in, as GeoNames codes it: "US.TX"; null where that is not known. */
  readonly division: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Where the coordinates come from: "geonames:524901", "codebook:crimea", "iso3166:RUS". */
  readonly source: string;
  /** Is it called so itself, or is that another name of it? */
  readonly isOwnName: boolean;
  /** 0 where nobody counted. */
  readonly people: number;
}

/** Looks places up by name. */
export interface Atlas {
  /** Everywhere that a name may mean: a country, what the codebook holds, then the gazetteer's, the largest first. */
  readonly find: (name: string) => readonly Spot[];
  /** Is it a name of a country, and not of its people or its capital? */
  readonly isCountry: (words: string) => boolean;
  /** The country that a name, people, capital or building stands for: what else the report is about. */
  readonly countryOf: (words: string) => Spot | undefined;
}

const TOWNS: readonly Spot['kind'][] = ['capital', 'seat', 'town', 'quarter'];

/** Is it a town or a part of one, and not an area? */
export const isTown = ({ kind }: Spot): boolean => TOWNS.includes(kind);

const countrySpot = (country: Country): Spot => ({
  name: country.name,
  kind: 'country',
  country: country.id,
  division: null,
  lat: country.at?.[0] ?? null,
  lon: country.at?.[1] ?? null,
  source: `iso3166:${country.id}`,
  isOwnName: true,
  people: 0,
});

const entrySpot = (entry: PlaceEntry): Spot => ({
  name: entry.name,
  kind: entry.people === undefined ? 'region' : 'town',
  country: entry.country ?? null,
  division: null,
  lat: entry.at?.[0] ?? null,
  lon: entry.at?.[1] ?? null,
  source: `codebook:${entry.id}`,
  isOwnName: true,
  people: entry.people ?? 0,
});

/** A place under the name it was looked up by, where that is another name of it: Geneva stays Geneva, not Genève. */
const gazetteerSpot = (codebook: PlaceCodebook, place: GazetteerPlace, lookedUp: string): Spot => {
  const isOwnName = place.kind.endsWith('division') || toPlaceKey(place.name) === toPlaceKey(lookedUp);
  const country = codebook.nations.byCode(place.country)?.id ?? null;
  return { ...place, name: isOwnName ? place.name : lookedUp, country, isOwnName };
};

/** Spots without those that come twice, under two names. */
const distinct = (spots: readonly Spot[]): Spot[] => {
  const sources = new Set<string>();
  return spots.filter(({ source }) => !sources.has(source) && sources.add(source));
};

/** Regions of the codebook take the place of the divisions that they are, and their code. */
const joined = (entries: readonly Spot[], known: readonly Spot[]): Spot[] => {
  const isSame = (entry: Spot, spot: Spot): boolean =>
    spot.kind === 'division' && entry.kind === 'region' && entry.country === spot.country;
  const coded = entries.map((entry) => ({
    ...entry,
    division: known.find((spot) => isSame(entry, spot))?.division ?? null,
  }));
  return [...coded, ...known.filter((spot) => !entries.some((entry) => isSame(entry, spot)))];
};

const indexEntries = (entries: readonly PlaceEntry[]): Map<string, PlaceEntry[]> => {
  const byKey = new Map<string, PlaceEntry[]>();
  for (const entry of entries) {
    for (const key of new Set([entry.name, ...entry.aliases].map(toPlaceKey)))
      byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  return byKey;
};

const makeAtlas = (codebook: PlaceCodebook): Atlas => {
  const entriesOf = indexEntries(codebook.places);
  const inGazetteer = (name: string): Spot[] =>
    codebook.gazetteer.find(name).map((place) => gazetteerSpot(codebook, place, name));
  /** A building that stands for a government ("the Kremlin") stands in its capital. */
  const seatOf = (country: Country, building: string): Spot[] => {
    const towns = country.capital
      .flatMap((capital) => inGazetteer(capital))
      .filter((spot) => isTown(spot) && spot.country === country.id);
    return towns.slice(0, 1).map((town) => ({ ...town, name: building }));
  };
  const find = (name: string): readonly Spot[] => {
    const key = toPlaceKey(name);
    const named = codebook.nations.countryOf(name);
    const entries = entriesOf.get(key) ?? [];
    const own = entries.filter(({ same }) => same === undefined).map(entrySpot);
    // "Scotland" is a name of its country too, but more exactly a region of it; "Georgia" may be either.
    const isOwnName = named !== undefined && (own.length === 0 || toPlaceKey(named.country.name) === key);
    const isMeant = named?.match === 'demonym' || (named?.match === 'name' && isOwnName);
    const country = named !== undefined && isMeant ? [countrySpot(named.country)] : [];
    const seat = named?.match === 'metonym' ? seatOf(named.country, name) : [];
    const others = entries.flatMap(({ same }) =>
      same === undefined ? [] : inGazetteer(same).filter(isTown).slice(0, 1),
    );
    const regions = entries.map(({ name: canonical }) => canonical).filter((each) => toPlaceKey(each) !== key);
    const known = [
      ...inGazetteer(name),
      ...regions.flatMap((each) => inGazetteer(each).filter((spot) => !isTown(spot))),
    ];
    // "Mexico" and "Panama" are not the towns that are called so there.
    const isOther = (spot: Spot): boolean => !(isTown(spot) && country.some(({ country: id }) => id === spot.country));
    return distinct([...country, ...[...seat, ...others, ...joined(own, known)].filter(isOther)]);
  };
  const cache = new Map<string, readonly Spot[]>();
  return {
    find: (name) => {
      const spots = cache.get(name) ?? find(name);
      if (cache.size >= CACHE_SIZE) cache.clear();
      cache.set(name, spots);
      return spots;
    },
    isCountry: (words) => codebook.nations.countryOf(words)?.match === 'name',
    countryOf: (words) => {
      const named = codebook.nations.countryOf(words);
      return named === undefined ? undefined : countrySpot(named.country);
    },
  };
};

/** So many names are remembered: those of some hundred reports. */
const CACHE_SIZE = 5000;

const atlases = new WeakMap<PlaceCodebook['gazetteer'], Atlas>();

/** The atlas of a codebook, made once for each. */
export const atlasOf = (codebook: PlaceCodebook): Atlas => {
  const atlas = atlases.get(codebook.gazetteer) ?? makeAtlas(codebook);
  atlases.set(codebook.gazetteer, atlas);
  return atlas;
};
