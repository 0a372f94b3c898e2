import { z } from 'zod';
import { type Interval, isWithin, readInterval } from './dated.ts';

/** An office or standing that somebody had for a time. */
export interface Term extends Interval {
  /** PLOVER sector, or a whole code where the table gives the person no country. */
  readonly sector: string;
  /** "Prime Minister of Norland" */
  readonly office: string;
  /** Where the fact comes from. */
  readonly source: string;
}

/** Somebody whose standing is known from day to day. */
export interface Person {
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-3, or empty where the terms give whole codes. */
  readonly country: string;
  /** In the order of the table: of two that hold on a day the first counts. */
  readonly terms: readonly Term[];
}

/** People by name; the tables are read when the first is asked for. */
export interface People {
  /** Those of a full name, case and accents aside. */
  readonly named: (name: string) => readonly Person[];
  /** Those whom a surname or another name of one word may mean. */
  readonly surnamed: (name: string) => readonly Person[];
}

const SECTORS = /^[A-Z0-9+/-]{2,12}( [A-Z]{3})*$/;
const TERM = /^(\S+) ([A-Z0-9+/-]{2,12}(?: [A-Z]{3}(?![A-Za-z]))*)(?: ([^@]*?))?(?: @(\S+))?$/;

const readTerm = (text: string): Term | undefined => {
  const [, when = '', sector = '', office = '', source = ''] = TERM.exec(text.trim()) ?? [];
  const interval = readInterval(when);
  return interval === undefined || !SECTORS.test(sector) ? undefined : { ...interval, sector, office, source };
};

/** One row: `name;other name|country|from/to SECTOR office @source|…`; undefined where it is none. */
export const readRow = (row: string): Person | undefined => {
  const [names = '', country = '', ...rest] = row.split('|').map((part) => part.trim());
  const [name = '', ...aliases] = names.split(';').map((each) => each.trim());
  const terms = rest.map(readTerm);
  if (name === '' || terms.length === 0 || terms.includes(undefined)) return undefined;
  return { name, aliases, country, terms: terms as Term[] };
};

const rowsOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** A table of people of the section `people`: one row each. */
export const peopleSchema = z
  .strictObject({ id: z.string().min(1), rows: z.string() })
  .superRefine(({ rows }, context) => {
    for (const row of rowsOf(rows)) {
      if (readRow(row) !== undefined) continue;
      const message = `"${row.trim().slice(0, 60)}" is no row: "name;other name|country|from/to SECTOR office @source|…"`;
      context.addIssue({ code: 'custom', message, path: ['rows'] });
    }
  });

const LETTERS: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', ə: 'a', æ: 'ae', ß: 'ss' };

/** The form of a name under which people are found: small letters without accents, stops and hyphens. */
export const toNameKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øđðłıəæß]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘ʻʼ`.,]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim();

const BEFORE_SURNAMES = /^(?:al|el|ul|bin|ibn|van|von|de|da|di|dos|del|der|le|la|ould) /;

/** The words that may stand for a name alone: its last, and its other names of one word. */
const surnamesOf = ({ name, aliases }: Person): string[] => {
  const last = name.split(' ').at(-1) ?? '';
  const short = aliases.filter((alias) => !alias.includes(' '));
  return [last, ...short].map(toNameKey).flatMap((key) => [key, key.replace(BEFORE_SURNAMES, '')]);
};

const fullNamesOf = ({ name, aliases }: Person): string[] =>
  [name, ...aliases].map(toNameKey).filter((key) => key.includes(' '));

const index = (people: readonly Person[], keysOf: (person: Person) => string[]): ReadonlyMap<string, Person[]> => {
  const byKey = new Map<string, Person[]>();
  for (const person of people)
    for (const key of new Set(keysOf(person))) byKey.set(key, [...(byKey.get(key) ?? []), person]);
  return byKey;
};

/** Makes the look-ups of people. Rows of later tables take the place of earlier ones of the same name and country. */
export const toPeople = (tables: readonly z.infer<typeof peopleSchema>[]): People => {
  const load = (): readonly ReadonlyMap<string, Person[]>[] => {
    const all = tables.flatMap(({ rows }) => rowsOf(rows).flatMap((row) => readRow(row) ?? []));
    const people = [...new Map(all.map((person) => [`${toNameKey(person.name)}|${person.country}`, person])).values()];
    return [index(people, fullNamesOf), index(people, surnamesOf)];
  };
  let loaded: readonly ReadonlyMap<string, Person[]>[] | undefined;
  const look =
    (which: 0 | 1) =>
    (name: string): readonly Person[] => {
      loaded ??= load();
      return loaded[which]?.get(toNameKey(name)) ?? [];
    };
  return { named: look(0), surnamed: look(1) };
};

/** Sectors that somebody leaves behind with the office; who had one and has none is of the elite (PLOVER `ELI`). */
const OF_OFFICE = /^(?:GOV|LEG|JUD|MIL|SPY|COP)\b/;

/** What somebody is on a day. */
export interface Standing {
  /** Country and sectors; null where the table does not say what they were. */
  readonly country: string;
  readonly sector: string | null;
  readonly term: Term | null;
}

/**
 * What a person is on a day: the office held, `ELI` once one was held and none is, null before the first. Where the day is not
 * known, only what holds always.
 */
export const standingOn = ({ country, terms }: Person, day: string | null): Standing => {
  const term = terms.find((each) => isWithin(each, day)) ?? null;
  if (term !== null) {
    const [first = '', ...others] = term.sector.split(' ');
    return country === ''
      ? { country: first, sector: others.join(' ') || null, term }
      : { country, sector: term.sector, term };
  }
  const wasInOffice = terms.some(({ to, sector }) => day !== null && to !== '' && to < day && OF_OFFICE.test(sector));
  return { country, sector: wasInOffice ? 'ELI' : null, term };
};
