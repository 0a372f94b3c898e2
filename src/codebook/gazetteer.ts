import { toPlaceKey } from './place-key.ts';

/** What a gazetteer knows a place as. A division is a state or province, a subdivision a county or district. */
export type GazetteerKind = 'capital' | 'seat' | 'town' | 'quarter' | 'division' | 'subdivision';

/** A place of the gazetteer. */
export interface GazetteerPlace {
  readonly name: string;
  readonly kind: GazetteerKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The first-order division that it is or lies in, as GeoNames codes it: "US.TX". */
  readonly division: string;
  readonly lat: number;
  readonly lon: number;
  readonly people: number;
  /** GeoNames' number ("geonames:524901"), or its code where there is none ("geonames:US.KY.169"). */
  readonly source: string;
}

/** Towns and divisions of the world by name. */
export interface Gazetteer {
  /** Those that bear a name or other name, the largest first; case, accents and hyphens do not count. */
  readonly find: (name: string) => readonly GazetteerPlace[];
}

const KINDS: Readonly<Record<string, GazetteerKind>> = {
  C: 'capital',
  S: 'seat',
  P: 'town',
  X: 'quarter',
  '1': 'division',
  '2': 'subdivision',
};

const NEWLINE = 10;

/** Where the line begins that a byte lies in. */
const lineStart = (table: Uint8Array, byte: number): number => table.lastIndexOf(NEWLINE, byte - 1) + 1;

/** How the key of a line compares with a sought key that ends with "|": below zero if it stands before it. */
const compareAt = (table: Uint8Array, from: number, key: Uint8Array): number => {
  for (let index = 0; index < key.length; index += 1) {
    const difference = (table[from + index] ?? 0) - (key[index] ?? 0);
    if (difference !== 0) {
      // The end of the shorter key stands before whatever follows in the longer one.
      const [isEnd, isSoughtEnd] = [table[from + index] === BAR, key[index] === BAR];
      return isEnd ? -1 : isSoughtEnd ? 1 : difference;
    }
  }
  return 0;
};

const BAR = 124;

/** The first line whose key is not before the sought one. */
const firstLine = (table: Uint8Array, key: Uint8Array): number => {
  let [low, high] = [0, table.length];
  while (low < high) {
    const start = lineStart(table, (low + high) >> 1);
    if (compareAt(table, start, key) < 0) {
      const end = table.indexOf(NEWLINE, start);
      low = end < 0 ? table.length : end + 1;
    } else high = start;
  }
  return low;
};

const toTitle = (key: string): string => key.replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase());

const toPlace = (line: string): GazetteerPlace | undefined => {
  const [key = '', name = '', kind = '', country = '', division = '', lat = '', lon = '', people = '', id = ''] =
    line.split('|');
  const known = KINDS[kind];
  if (known === undefined || id === '') return undefined;
  return {
    name: name === '' ? toTitle(key) : name,
    kind: known,
    country,
    division: `${country}.${division}`,
    lat: Number(lat),
    lon: Number(lon),
    people: Number(people),
    source: `geonames:${id}`,
  };
};

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

const findIn = (table: Uint8Array, name: string): GazetteerPlace[] => {
  const key = encoder.encode(`${toPlaceKey(name)}|`);
  const places: GazetteerPlace[] = [];
  for (let start = firstLine(table, key); start < table.length && compareAt(table, start, key) === 0; ) {
    const newline = table.indexOf(NEWLINE, start);
    const end = newline < 0 ? table.length : newline;
    const place = toPlace(decoder.decode(table.subarray(start, end)));
    if (place !== undefined) places.push(place);
    start = end + 1;
  }
  return places;
};

/**
 * Reads the table of `models/en/gazetteer.tsv`: lines of key, name (where it is not the key with capitals), kind, country,
 * division, latitude, longitude, people and id, sorted by the bytes of the key. It is searched where it lies, never taken
 * apart as a whole: opening it costs nothing, and a name some microseconds.
 */
export const readGazetteer = (table: Uint8Array): Gazetteer => ({ find: (name) => findIn(table, name) });
