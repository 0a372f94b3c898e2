import type { Description } from './describe.ts';

/** An actor in the making: what has been said of it so far. Only the roster changes it. */
export interface Entry {
  readonly number: number;
  /** The description that gives the fullest name. */
  best: Description;
  /** Title, country and affiliation, each from the first description that gives it. */
  role: Description | undefined;
  country: Description['country'];
  affiliation: string | null;
  sector: string | null;
  readonly names: Set<string>;
  readonly mentions: Description[];
  gender: 'Masc' | 'Fem' | undefined;
}

/** The actors of a document as they are met, in text order. */
export interface Roster {
  readonly entries: readonly Entry[];
  /** The actor that a description refers to: one already met, or a new one. */
  readonly enter: (description: Description) => Entry;
  /** Actors that a role alone may refer to, latest met first. */
  readonly withTitle: (description: Description) => Entry[];
  /** Bodies that a word alone ("the ministry", "the group") may refer to. */
  readonly withWord: (description: Description) => Entry[];
  /** Notes another mention of an actor. */
  readonly mention: (entry: Entry, description: Description) => void;
}

/** Titles whose holders are a country's leaders. */
const HEADS = new Set(['head-of-state', 'head-of-government', 'party', 'opposition']);

const plain = (name: string): string =>
  name
    .replace(/['\u2019]s?$/, '')
    .replace(/\s+/g, ' ')
    .trim();
const keyOf = (name: string): string => plain(name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const SUFFIX = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii']);
const partsOf = (name: string): string[] =>
  keyOf(name)
    .split(' ')
    .filter((part) => !SUFFIX.has(part));

/** `Bolton` ⊂ `John Bolton`; `Guaido` ⊂ `Juan Guaidó`; `John R. Bolton` ~ `John Bolton`. */
const isSamePerson = (a: string, b: string): boolean => {
  const [x, y] = [partsOf(a), partsOf(b)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length === 0) return false;
  if (short.length === 1)
    return short[0] === long.at(-1) || (long.length > 1 && short[0] === long[0] && (short[0]?.length ?? 0) > 3);
  return short.at(-1) === long.at(-1) && short[0] === long[0];
};

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');

const isSameBody = (a: string, b: string): boolean => {
  const [x, y] = [keyOf(a), keyOf(b)];
  if (x === y) return true;
  const acronym = (short: string, long: string): boolean =>
    short.length > 1 && plain(short).replaceAll('.', '') === initialsOf(plain(long));
  return acronym(a, b) || acronym(b, a);
};

const isSame = (entry: Entry, description: Description): boolean => {
  if (entry.best.kind !== description.kind) return false;
  if (description.kind === 'country') return entry.country?.id === description.country?.id;
  const same = description.kind === 'person' ? isSamePerson : isSameBody;
  return [...entry.names].some((name) => same(name, description.name));
};

const isFuller = (description: Description, best: Description): boolean => {
  if (best.form !== description.form) return best.form === 'title' && description.form === 'name';
  return (
    description.form === 'name' &&
    description.kind === 'person' &&
    partsOf(description.name).length > partsOf(best.name).length
  );
};

const wordsIn = (text: string | null | undefined): number =>
  (text ?? '').split(' ').filter((word) => word !== '').length;

/** A role of more words says more, up to a point: "National Security Adviser" over "Adviser". */
const isFullerRole = ({ role }: Description, known: Description | undefined): boolean =>
  role !== null && wordsIn(role) <= 5 && (known === undefined || (wordsIn(known.role) < 2 && wordsIn(role) > 1));

const MASCULINE = new Set([
  'mr.',
  'mr',
  'king',
  'prince',
  'sir',
  'lord',
  'emir',
  'spokesman',
  'chairman',
  'congressman',
  'businessman',
  'father',
  'president-elect',
]);
const FEMININE = new Set([
  'mrs.',
  'ms.',
  'mrs',
  'ms',
  'queen',
  'princess',
  'dame',
  'lady',
  'spokeswoman',
  'chairwoman',
  'congresswoman',
  'businesswoman',
  'mother',
]);

const genderOf = (description: Description): Entry['gender'] => {
  const words = `${description.role ?? ''} ${description.name}`.toLowerCase().split(' ');
  if (words.some((word) => FEMININE.has(word))) return 'Fem';
  return words.some((word) => MASCULINE.has(word)) ? 'Masc' : undefined;
};

/** An empty roster. */
export const createRoster = (): Roster => {
  const entries: Entry[] = [];
  const mention = (entry: Entry, description: Description): void => {
    entry.mentions.push(description);
    if (description.form === 'pronoun') return;
    if (description.form === 'name' || description.form === 'country') entry.names.add(plain(description.name));
    if (isFuller(description, entry.best)) entry.best = description;
    if (isFullerRole(description, entry.role)) entry.role = description;
    entry.country ??= description.country;
    entry.affiliation ??= description.affiliation;
    entry.sector ??= description.sector;
    entry.gender ??= genderOf(description);
  };
  const enter = (description: Description): Entry => {
    const known = entries.filter((entry) => isSame(entry, description));
    const [only] = known;
    if (only !== undefined && known.length === 1) {
      mention(only, description);
      return only;
    }
    const entry: Entry = {
      number: entries.length,
      best: description,
      role: undefined,
      country: undefined,
      affiliation: null,
      sector: null,
      names: new Set([plain(description.name)]),
      mentions: [],
      gender: undefined,
    };
    entries.push(entry);
    mention(entry, description);
    return entry;
  };
  const withTitle = (description: Description): Entry[] => {
    const { titlePhrase, title, country } = description;
    const wanted = titlePhrase ?? '';
    const fits = (entry: Entry): boolean => {
      if (entry.best.kind !== 'person') return false;
      const role = entry.role;
      if (role === undefined || (country !== undefined && entry.country?.id !== country.id)) return false;
      if (wanted === 'counterpart') return role.title?.id !== 'media';
      if (wanted === 'leader') return HEADS.has(role.title?.id ?? '');
      return (
        role.titlePhrase === wanted ||
        (role.titlePhrase ?? '').endsWith(` ${wanted}`) ||
        (country !== undefined && role.title?.id === title?.id)
      );
    };
    return entries.filter(fits).reverse();
  };
  const withWord = (description: Description): Entry[] => {
    const word = description.name.toLowerCase();
    const bodies = entries.filter((entry) => entry.best.kind === 'organization' || entry.best.kind === 'group');
    const named = bodies.filter((entry) =>
      [...entry.names].some((name) => name.toLowerCase().split(' ').includes(word)),
    );
    return named.length > 0 ? named : bodies.filter((entry) => entry.sector === description.sector);
  };
  return { entries, enter, withTitle, withWord, mention };
};
