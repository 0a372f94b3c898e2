import { z } from 'zod';

const names = z.array(z.string().min(1)).readonly().default([]);

/** An entry of the section `places`. */
export const placeSchema = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    aliases: names,
    /** ISO 3166-1 alpha-3; absent where it lies in several countries, or in none. */
    country: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be three capitals, as in ISO 3166-1 alpha-3')
      .optional(),
    /** Latitude and longitude. */
    at: z.tuple([z.number(), z.number()]).optional(),
    /** The city of the gazetteer that this is another name of. */
    same: z.string().optional(),
  })
  .refine((entry) => (entry.at === undefined) !== (entry.same === undefined), 'needs either at or same');

/** An entry of the section `gazetteer`. */
export const gazetteerSchema = z.strictObject({ id: z.string().min(1), rows: z.string() });

/** A place of `places.yaml`. */
export type PlaceEntry = Readonly<z.infer<typeof placeSchema>>;

/** A city of a gazetteer. */
export interface City {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Code of its first-order division, as GeoNames has it. */
  readonly division: string;
  readonly lat: number;
  readonly lon: number;
  /** People, in thousands. */
  readonly thousands: number;
  readonly isCapital: boolean;
  /** Where it comes from: "geonames:524901". */
  readonly source: string;
}

/** Cities by name; read when the first is asked for. */
export interface Gazetteer {
  /** Cities of a name or other name, the largest first; case and accents do not count. */
  readonly find: (name: string) => readonly City[];
}

const PLAIN = /^[A-Za-z]+(?:[ -][A-Za-z]+)*$/;

/** The form of a place's name under which it is found: small letters without accents or stops, "Saint" for "St.". */
export const toPlaceKey = (name: string): string => {
  const plain = PLAIN.test(name)
    ? name
    : name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ');
  const key = plain.trim().toLowerCase();
  if (!/^(?:the|st)\b|['.,;:]/.test(key)) return key;
  return key
    .replace(/^the /, '')
    .replace(/'s$/, '')
    .replace(/^st\.? /, 'saint ')
    .replace(/[.,;:]/g, '');
};

const toCity = (
  source: string,
  row: string,
): { readonly city: City; readonly names: readonly string[] } | undefined => {
  const [all = '', country = '', division = '', lat = '', lon = '', thousands = '', mark = '', id = ''] =
    row.split('|');
  const names = all.split(';');
  const [name] = names;
  if (name === undefined || id === '') return undefined;
  const numbers = { lat: Number(lat), lon: Number(lon), thousands: Number(thousands) };
  return { names, city: { name, country, division, ...numbers, isCapital: mark === 'C', source: `${source}:${id}` } };
};

const readRows = (tables: readonly z.infer<typeof gazetteerSchema>[]): ReadonlyMap<string, readonly City[]> => {
  const byName = new Map<string, City[]>();
  const add = (key: string, city: City): void => {
    const namesakes = byName.get(key);
    if (namesakes === undefined) byName.set(key, [city]);
    else namesakes.push(city);
  };
  const found = tables.flatMap(({ id, rows }) => rows.split('\n').flatMap((row) => toCity(id, row) ?? []));
  for (const { city, names } of found) for (const key of new Set(names.map(toPlaceKey))) add(key, city);
  for (const cities of byName.values()) if (cities.length > 1) cities.sort((a, b) => b.thousands - a.thousands);
  return byName;
};

/** Makes the look-up of cities, which stand one a row, as codebook/gazetteer.yaml describes them. */
export const toGazetteer = (tables: readonly z.infer<typeof gazetteerSchema>[]): Gazetteer => {
  let cities: ReadonlyMap<string, readonly City[]> | undefined;
  return {
    find: (name) => {
      cities ??= readRows(tables);
      return cities.get(toPlaceKey(name)) ?? [];
    },
  };
};
