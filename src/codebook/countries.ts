import { z } from 'zod';
import { checkEntries, wordList } from './entries.ts';
import { indexNames } from './name-index.ts';

const form = z
  .strictObject({
    id: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 3166-1 alpha-3 code'),
    iso2: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code'),
    name: z.string().min(1),
    aliases: wordList,
    demonyms: wordList,
    capitals: wordList,
    metonyms: wordList,
    zone: z.string().nullable().default(null),
  })
  .readonly();

/** A country or territory: its codes (ISO 3166-1), its names in news, and the IANA time zone of its capital. */
export type Country = z.infer<typeof form>;

/** How a name means a country: by name ("Russia"), as a people ("Russians"), by its capital, or by a building ("the Kremlin"). */
export type CountryMatch = 'name' | 'demonym' | 'capital' | 'metonym';

/** A country that a name means, and how. */
export interface FoundCountry {
  readonly country: Country;
  readonly as: CountryMatch;
}

/** The countries of a codebook. */
export interface Countries {
  readonly all: readonly Country[];
  /** By ISO 3166-1 alpha-3 or alpha-2 code. */
  readonly byCode: (code: string) => Country | undefined;
  /** What a name, demonym, capital or metonym means; "the", "'s" and capitals are seen through, other case counts. */
  readonly find: (name: string) => FoundCountry | undefined;
  /** The country alone. */
  readonly countryOf: (name: string) => Country | undefined;
}

const namesOf = (country: Country): (readonly [string, FoundCountry])[] => {
  const as = (names: readonly string[], match: CountryMatch) =>
    names.map((name): readonly [string, FoundCountry] => [name, { country, as: match }]);
  return [
    ...as([country.name, ...country.aliases], 'name'),
    ...as(country.demonyms, 'demonym'),
    ...as(country.metonyms, 'metonym'),
    ...as(country.capitals, 'capital'),
  ];
};

/** Countries from the entries of `countries.yaml`; throws a `CodebookError` that names a wrong entry. */
export const readCountries = (entries: unknown, path: string): Countries => {
  const all = checkEntries(form, entries, path);
  const codes = new Map(all.flatMap((country) => [[country.id, country] as const, [country.iso2, country] as const]));
  const index = indexNames(all.flatMap(namesOf), (one, other) => one.country === other.country);
  return {
    all,
    byCode: (code) => codes.get(code),
    find: index.find,
    countryOf: (name) => index.find(name)?.country,
  };
};
