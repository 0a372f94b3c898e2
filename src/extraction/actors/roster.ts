import { asBearer, type OtherName, otherNamed } from './also-known.ts';
import type { Description } from './description.ts';
import type { Gender } from './gender.ts';
import { createKeyIndex } from './name-index.ts';
import { isOneLetterOff, isSamePerson, keyOf, partsOf, plain } from './same-name.ts';

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
  /** What the words that name it say, or its given name. */
  gender: Gender | undefined;
  /** What a name of one word suggests, which may be a given name or a surname ("Ross"). */
  leaning: Gender | undefined;
  /** Of the first pronoun that was taken to mean it: likely, not certain. */
  called: Gender | undefined;
}

/** The actors of a document as they are met, in text order. */
export interface Roster {
  readonly entries: readonly Entry[];
  /** The actor that a description refers to: one already met, or a new one. */
  readonly enter: (description: Description) => Entry;
  /** The actor already met whom a description names. */
  readonly known: (description: Description) => Entry | undefined;
  /** Actors that a role alone may refer to, latest met first. */
  readonly withTitle: (description: Description) => Entry[];
  /** Bodies that a word alone ("the ministry", "the group") may refer to. */
  readonly withWord: (description: Description) => Entry[];
  /** Groups that several of a title ("the ministers") may mean. */
  readonly withTitles: (description: Description) => Entry[];
  /** From now on a name also means whoever bears the other. */
  readonly alsoCalled: (named: OtherName) => void;
  /** Gives some of an actor's mentions to a new one. */
  readonly part: (entry: Entry, descriptions: readonly Description[]) => Entry;
  /** Notes another mention of an actor. */
  readonly mention: (entry: Entry, description: Description) => void;
}

/** Titles whose holders are a country's leaders. */
const HEADS = new Set(['head-of-state', 'head-of-government', 'party', 'opposition']);

/** Titles of those whom a report may name by their country alone ("Norland's Berg"). */
const LEADERS = new Set(['head-of-state', 'head-of-government']);

const SHORTEST_MISSPELT = 6;

/** The one person in full whose surname is this lone name but for a letter: `Eckhardt` for `Jan Eckhart`. */
const misspelt = (entries: readonly Entry[], { name, kind }: Description): Entry | undefined => {
  const [surname, ...others] = partsOf(name);
  if (kind !== 'person' || surname === undefined || others.length > 0 || surname.length < SHORTEST_MISSPELT)
    return undefined;
  const alike = entries.filter(
    (entry) =>
      entry.best.kind === 'person' &&
      [...entry.names].some((each) => {
        const parts = partsOf(each);
        return parts.length > 1 && isOneLetterOff(parts.at(-1) ?? '', surname);
      }),
  );
  return alike.length === 1 ? alike[0] : undefined;
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

/** "The EU's foreign ministers" are whoever the text calls EU foreign ministers elsewhere. */
const isSameGroup = ({ best }: Entry, { kind, affiliation, titlePhrase }: Description): boolean =>
  kind === 'group' &&
  affiliation !== null &&
  titlePhrase !== null &&
  best.affiliation === affiliation &&
  best.titlePhrase === titlePhrase;

/** "The State Department" for "the U.S. State Department", "the Journal" for "the Wall Street Journal": the end of a name alone. */
const isEndOf = (short: string, long: string): boolean =>
  /^\p{Lu}/u.test(short) && keyOf(long).endsWith(` ${keyOf(short)}`);

/** The one body whose name ends with this one. */
const shortened = (entries: readonly Entry[], { name, kind, country }: Description): Entry | undefined => {
  if (kind !== 'organization') return undefined;
  const alike = entries.filter(
    (entry) =>
      entry.best.kind === kind &&
      (country === undefined || entry.country?.id === country.id) &&
      [...entry.names].some((each) => isEndOf(name, each)),
  );
  return alike.length === 1 ? alike[0] : undefined;
};

const isSame = (entry: Entry, description: Description): boolean => {
  if (entry.best.kind !== description.kind) return false;
  if (description.kind === 'country') return entry.country?.id === description.country?.id;
  if (isSameGroup(entry, description)) return true;
  if (description.kind !== 'person') return [...entry.names].some((name) => isSameBody(name, description.name));
  const full = [...entry.names].filter((name) => partsOf(name).length > 1);
  return (full.length > 0 ? full : [...entry.names]).some((name) => isSamePerson(name, description.name));
};

/** The one of several of a surname whom the report calls by this name already. */
const calledSo = (known: readonly Entry[], { name }: Description): Entry | undefined => {
  const called = known.filter((entry) => [...entry.names].some((each) => keyOf(each) === keyOf(name)));
  if (called.length === 1) return called[0];
  const surname = partsOf(name).at(-1);
  const surnamed = known.filter((entry) => [...entry.names].some((each) => partsOf(each).at(-1) === surname));
  return surnamed.length === 1 ? surnamed[0] : undefined;
};

/** "EU foreign ministers" says more than "top EU diplomats". */
const saysTitle = ({ name, titlePhrase }: Description): boolean => name.toLowerCase().includes(titlePhrase ?? ' ');

const isFuller = (description: Description, best: Description): boolean => {
  if (isSameGroup({ best } as Entry, description)) return saysTitle(description) && !saysTitle(best);
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
  role !== null &&
  wordsIn(role) <= 5 &&
  (known === undefined || known.titlePhrase === 'counterpart' || (wordsIn(known.role) < 2 && wordsIn(role) > 1));

const note = (entry: Entry, description: Description): void => {
  entry.mentions.push(description);
  if (description.form === 'pronoun') return;
  if (description.form === 'name' || description.form === 'country') entry.names.add(plain(description.name));
  if (isFuller(description, entry.best)) entry.best = description;
  if (isFullerRole(description, entry.role)) entry.role = description;
  entry.country ??= description.country;
  entry.affiliation ??= description.affiliation;
  entry.sector ??= description.sector;
  entry.gender ??= description.gender;
};

const newEntry = (number: number, description: Description): Entry => ({
  number,
  best: description,
  role: undefined,
  country: undefined,
  affiliation: null,
  sector: null,
  names: new Set([plain(description.name)]),
  mentions: [],
  gender: undefined,
  leaning: undefined,
  called: undefined,
});

/**
 * May a role alone mean this person? The same title, or another of its kind in the country named. A person of that country
 * whom the text gives no role ("Norland's Berg") may be its leader; a counterpart may hold any office of state.
 */
const fitsTitle = ({ titlePhrase, title, country }: Description, entry: Entry): boolean => {
  const { role } = entry;
  if (entry.best.kind !== 'person') return false;
  if (country !== undefined && entry.country?.id !== country.id) return false;
  if (role === undefined) return country !== undefined && LEADERS.has(title?.id ?? '');
  if (role.titlePhrase === 'counterpart' && country !== undefined) return title?.sector === 'GOV';
  if (titlePhrase === 'counterpart') return role.title?.id !== 'media';
  if (titlePhrase === 'leader') return HEADS.has(role.title?.id ?? '');
  const isSameTitle = role.titlePhrase === titlePhrase || (role.titlePhrase ?? '').endsWith(` ${titlePhrase}`);
  return isSameTitle || (country !== undefined && role.title?.id === title?.id);
};

const isPlural = ({ best }: Entry): boolean => best.kind === 'group';

/** Groups that several of a title may mean ("the ministers"): those whose title or name ends with its last word. */
const fittingSeveral = (entries: readonly Entry[], { name, titlePhrase }: Description): Entry[] => {
  const last = name.toLowerCase().split(' ').at(-1) ?? '';
  const isNamed = (each: Description): boolean =>
    each.name.toLowerCase().split(' ').includes(last) || (each.titlePhrase ?? '').endsWith(titlePhrase ?? ' ');
  return entries.filter((entry) => isPlural(entry) && entry.mentions.some(isNamed));
};

/** Sectors of a state's own bodies, which are no "group" or "organization". */
const OF_STATE = ['GOV', 'LEG', 'JUD', 'MIL', 'COP', 'SPY'];

const isOfState = (sector: string | null): boolean => OF_STATE.some((each) => (sector ?? '').endsWith(each));

/** Bodies whose name holds the word; where none does, those of its sector, or any but a state's own where it has none. */
const fittingWord = (entries: readonly Entry[], { name: word, sector }: Description): Entry[] => {
  const bodies = entries.filter((entry) => entry.best.kind === 'organization' || entry.best.kind === 'group');
  const isNamed = (name: string): boolean => name.toLowerCase().split(' ').includes(word.toLowerCase());
  const named = bodies.filter((entry) => [...entry.names].some(isNamed));
  if (named.length > 0) return named;
  return bodies.filter((entry) =>
    sector === null ? !isPlural(entry) && !isOfState(entry.sector) : entry.sector === sector,
  );
};

/** Letters at each end of a surname, of which one end stays as it is when one letter is wrong. */
const END = 3;

/** Keys of a name such that every name that may mean the same shares one of them. */
const keysOf = ({ kind, name, country, affiliation, titlePhrase }: Description): string[] => {
  if (kind === 'country') return [country?.id ?? name];
  if (kind !== 'person') {
    const initials = initialsOf(plain(name));
    const office = affiliation === null || titlePhrase === null ? [] : [`${titlePhrase} of ${affiliation}`];
    return [...office, keyOf(name), plain(name).replaceAll('.', ''), ...(initials.length > 1 ? [initials] : [])];
  }
  const parts = partsOf(name);
  const surname = parts.at(-1) ?? '';
  return [...parts, `${surname.slice(0, END)}…`, `…${surname.slice(-END)}`];
};

/** An empty roster. */
export const createRoster = (): Roster => {
  const entries: Entry[] = [];
  const others: OtherName[] = [];
  const byName = createKeyIndex<Entry>();
  const mention: Roster['mention'] = (entry, description) => {
    note(entry, description);
    if (description.form !== 'pronoun') byName.add(keysOf(description), entry);
  };
  const alikeOf = (description: Description): { readonly alike: Entry[]; readonly known: Entry[] } => {
    const alike = byName.find(keysOf(description));
    return { alike, known: alike.filter((entry) => isSame(entry, description)) };
  };
  /** A description under the name that its actor bears, where it has another. */
  const underName = (description: Description): Description => {
    if (others.length === 0 || description.form !== 'name' || alikeOf(description).known.length > 0) return description;
    const found = otherNamed(others, description);
    return found === undefined ? description : asBearer(description, found);
  };
  const enter: Roster['enter'] = (told) => {
    const description = underName(told);
    const { alike, known } = alikeOf(description);
    const named = known.length === 1 ? known[0] : calledSo(known, description);
    const only =
      named ?? (known.length === 0 ? (misspelt(alike, description) ?? shortened(entries, description)) : undefined);
    const entry = only ?? newEntry(entries.length, description);
    if (only === undefined) entries.push(entry);
    mention(entry, description);
    return entry;
  };
  const part: Roster['part'] = (of, descriptions) => {
    const own = newEntry(entries.length, descriptions[0] ?? of.best);
    entries.push(own);
    for (const description of descriptions) {
      mention(own, description);
      of.names.delete(plain(description.name));
      of.mentions.splice(of.mentions.indexOf(description), 1);
    }
    return own;
  };
  return {
    entries,
    enter,
    alsoCalled: (named) => void others.push(named),
    known: (told) => {
      const description = underName(told);
      const { known } = alikeOf(description);
      return known.length === 1 ? known[0] : calledSo(known, description);
    },
    mention,
    part,
    withTitle: (description) => entries.filter((entry) => fitsTitle(description, entry)).reverse(),
    withWord: (description) => fittingWord(entries, description),
    withTitles: (description) => fittingSeveral(entries, description),
  };
};
