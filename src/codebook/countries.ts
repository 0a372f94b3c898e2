import { z } from 'zod';
import { CODE, datedCodeSchema } from './dated.ts';

const names = z.array(z.string().min(1)).default([]).readonly();

/** A country of `countries.yaml`. */
export const countrySchema = z.strictObject({
  /** ISO 3166-1 alpha-3. */
  id: z.string().regex(/^[A-Z]{3}$/, 'must be three capitals, as in ISO 3166-1 alpha-3'),
  /** Its code as an actor, where that is not the id. */
  code: z.string().regex(CODE, 'must be codes of capitals').optional(),
  /** Codes that hold for a time only. */
  codes: z.array(datedCodeSchema).default([]).readonly(),
  /** ISO 3166-1 alpha-2, as gazetteers use it. */
  iso2: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capitals, as in ISO 3166-1 alpha-2')
    .optional(),
  name: z.string().min(1),
  aliases: names,
  demonyms: names,
  capital: names,
  metonyms: names,
  /** Latitude and longitude of its middle, roughly. */
  at: z.tuple([z.number(), z.number()]).optional(),
  /** IANA time zone of the capital. */
  zone: z.string().optional(),
});

/** A body of `organizations.yaml`. */
export const organizationSchema = z.strictObject({
  id: z.string(),
  /** PLOVER style: `IGO`, `NGO`, `LBN REB`. */
  code: z.string().regex(CODE, 'must be codes of capitals, "IGO" or "LBN REB"'),
  /** Codes that hold for a time only: a movement that governs. */
  codes: z.array(datedCodeSchema).default([]).readonly(),
  name: z.string().min(1),
  aliases: names,
});

/** A country or territory: its codes, and its names in news. */
export type Country = Readonly<z.infer<typeof countrySchema>>;
/** A body that news names like a person, and its actor code. */
export type Organization = Readonly<z.infer<typeof organizationSchema>>;

/** How words name a country: by its name, its people, its capital, or a seat of its government. */
export type CountryMatch = 'name' | 'demonym' | 'capital' | 'metonym';

/** A country and how the words name it. */
export interface NamedCountry {
  readonly country: Country;
  readonly match: CountryMatch;
}

/** Countries and bodies, and who is meant by a name. */
export interface Nations {
  readonly countries: readonly Country[];
  readonly organizations: readonly Organization[];
  /** The country that words name, case and articles as in the text ("the Kremlin" → RUS, metonym). "us" is not the US. */
  readonly countryOf: (words: string) => NamedCountry | undefined;
  /** The country of an ISO 3166-1 code, alpha-3 or alpha-2. */
  readonly byCode: (code: string) => Country | undefined;
  readonly organizationOf: (words: string) => Organization | undefined;
}

const ARTICLE = /^(?:the|The)\s+/;
const POSSESSIVE = /['\u2019]s?$/;

/** Words as look-ups know them: no article, no possessive, single spaces, plain apostrophes; all capitals become a title. */
const toKey = (words: string): string => {
  const plain = words
    .trim()
    .replace(ARTICLE, '')
    .replace(POSSESSIVE, '')
    .replace(/\u2019/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  const shouted = plain.length > 4 && plain === plain.toUpperCase() && !plain.includes('.');
  return shouted ? plain.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase()) : plain;
};

/** Makes the look-ups of countries and bodies. */
export const toNations = (countries: readonly Country[], organizations: readonly Organization[]): Nations => {
  const byName = new Map<string, NamedCountry>();
  const add = (words: readonly string[], country: Country, match: CountryMatch): void => {
    for (const word of words) if (!byName.has(toKey(word))) byName.set(toKey(word), { country, match });
  };
  for (const country of countries) add([country.name, ...country.aliases], country, 'name');
  for (const country of countries) add(country.demonyms, country, 'demonym');
  for (const country of countries) add(country.metonyms, country, 'metonym');
  for (const country of countries) add(country.capital, country, 'capital');
  const bodies = new Map<string, Organization>();
  for (const body of organizations) for (const name of [body.name, ...body.aliases]) bodies.set(toKey(name), body);
  const codes = new Map(
    countries.flatMap((country) => [country.id, country.iso2 ?? country.id].map((code) => [code, country])),
  );
  return {
    countries,
    organizations,
    countryOf: (words) => byName.get(toKey(words)),
    byCode: (code) => codes.get(code),
    organizationOf: (words) => bodies.get(toKey(words)),
  };
};
