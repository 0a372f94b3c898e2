import { type Codebook, codeOn, type PlaceEntry, toPlaceKey } from '../../codebook/index.ts';

/** What words say of whom they name, before anybody asks who it is. */
export interface WordCode {
  /** ISO 3166-1 alpha-3, or a kind of body between states ("IGO"). */
  readonly country: string | null;
  readonly sector: string | null;
}

/** Longest name of a country or body that is looked for among other words. */
const LONGEST = 8;

/** Words as names are looked up: quotation marks go, a comma stays as a word of its own. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(/\s+(?=['’]s?\b)/g, '')
    .replace(/[“”"()]/g, ' ')
    .replace(/,/g, ' , ')
    .split(/\s+/)
    .filter((word) => word !== '');

/** "farmers" → "farmer", "parties" → "party": the spelling that tables of singulars have. */
const singular = (word: string): string =>
  /men$/.test(word)
    ? word.replace(/men$/, 'man')
    : word.replace(/(?<=\p{L}{3})ies$/u, 'y').replace(/(?<=\p{L}{3})s$/u, '');

/** Runs of words, the longest first, with where they begin. */
function* runsOf(
  words: readonly string[],
): Generator<{ readonly text: string; readonly from: number; readonly to: number }> {
  for (let size = Math.min(LONGEST, words.length); size > 0; size -= 1)
    for (let from = 0; from + size <= words.length; from += 1)
      yield { text: words.slice(from, from + size).join(' '), from, to: from + size };
}

/** The code of a body on a day as country and sector: "LBN REB", "IGO JUD", "NGO". */
export const toWordCode = (code: string): WordCode => {
  const [country = null, ...sectors] = code.split(' ');
  return { country, sector: sectors.length === 0 ? null : sectors.join(' ') };
};

const hasCapital = (text: string): boolean => /\p{Lu}/u.test(text);

/** A city stands for its country where it is far larger than any namesake abroad. */
const CLEARLY = 4;

const regions = new WeakMap<Codebook['places'], ReadonlyMap<string, PlaceEntry>>();

/** The region of a name, out of an index that is made once for each codebook. */
const regionOf = ({ places }: Codebook, name: string): PlaceEntry | undefined => {
  const known =
    regions.get(places) ??
    new Map(
      places.toReversed().flatMap((place) => [place.name, ...place.aliases].map((each) => [toPlaceKey(each), place])),
    );
  regions.set(places, known);
  return known.get(toPlaceKey(name));
};

/** The country in which a region or city lies, where its name leaves no doubt. */
export const countryOfPlace = (codebook: Codebook, name: string): string | undefined => {
  const region = regionOf(codebook, name);
  if (region?.country !== undefined) return region.country;
  const [place, ...namesakes] = codebook.gazetteer.find(region?.same ?? name);
  const abroad = namesakes.find(({ country }) => country !== place?.country);
  if (place === undefined || (abroad !== undefined && place.people < CLEARLY * abroad.people)) return undefined;
  return codebook.nations.byCode(place.country)?.id;
};

/** The body that words hold the name of, and the words that are left without it. */
const bodyIn = (codebook: Codebook, words: readonly string[], day: string | null) => {
  for (const { text, from, to } of runsOf(words)) {
    const body = hasCapital(text) ? codebook.nations.organizationOf(text) : undefined;
    if (body !== undefined)
      return {
        code: toWordCode(codeOn(body, day)),
        rest: [...words.slice(0, from), ...words.slice(to)],
        first: from === 0,
      };
  }
  return undefined;
};

/**
 * The country that words name by its name, people, capital or a seat of its government; else by one of its cities, where the
 * words are that name, stand behind "of" or "in", or say what kind of people they are ("Tromsø police").
 */
export const countryInWords = (
  codebook: Codebook,
  words: readonly string[],
  day: string | null,
  hasSector = false,
): string | null => {
  for (const { text } of runsOf(words)) {
    const found = hasCapital(text) ? codebook.nations.countryOf(text) : undefined;
    if (found !== undefined) return toWordCode(codeOn(found.country, day)).country;
  }
  for (const { text, from, to } of runsOf(words)) {
    const isPlace =
      (hasSector && from === 0) || to - from === words.length || codebook.isWord('place-marks', words[from - 1]);
    const isName = hasCapital(text) && text.length > 3 && !codebook.isWord('place-parts', text);
    const found = isPlace && isName ? countryOfPlace(codebook, text) : undefined;
    if (found !== undefined) return found;
  }
  return null;
};

interface FoundSector {
  readonly sector: string;
  readonly weak: boolean;
  readonly size: number;
}

/** What the last of some words say: the longest title or word for a body that they end with. */
const endingIn = (codebook: Codebook, all: readonly string[]): FoundSector | undefined => {
  const words = all.map((word) => word.replace(/['’]s?$/, ''));
  const last = words.at(-1) ?? '';
  const spellings = [words, [...words.slice(0, -1), singular(last)]];
  const found = spellings
    .flatMap((each) => [
      codebook.sectors.find(each) ?? [],
      codebook.titles.find(each) ?? [],
      codebook.bodies.find(each) ?? [],
    ])
    .flat();
  const [best] = found
    .flatMap(({ phrase, entry }) =>
      entry.sector === null ? [] : [{ sector: entry.sector, size: phrase.split(' ').length, phrase }],
    )
    .sort((a, b) => b.size - a.size);
  return best === undefined
    ? undefined
    : { ...best, weak: best.size === 1 && codebook.isWord('weak-heads', best.phrase) };
};

/** What words say of a sector, the last of them first: "military intelligence | agency". A weak word gives way to a strong one. */
const sectorEndingIn = (codebook: Codebook, words: readonly string[]): FoundSector | undefined => {
  let weak: FoundSector | undefined;
  for (let end = words.length; end > 0; end -= 1) {
    const found = endingIn(codebook, words.slice(0, end));
    if (found !== undefined && !found.weak) return found;
    weak ??= found;
  }
  return weak;
};

/** Where a phrase's first noun phrase ends: at a preposition, a comma or a relative pronoun. */
const headOf = (codebook: Codebook, words: readonly string[]): number => {
  const end = words.findIndex((word, at) => at > 0 && codebook.isWord('phrase-ends', word));
  return end < 0 ? words.length : end;
};

/**
 * The sector that words name: their head says it ("the | police chief | of Norland"), or what stands behind where the head
 * says little ("members of | the army |").
 */
export const sectorInWords = (codebook: Codebook, words: readonly string[]): string | null => {
  const whole = endingIn(codebook, words);
  if (whole !== undefined && whole.size > 2) return whole.sector;
  const end = headOf(codebook, words);
  const head = sectorEndingIn(codebook, words.slice(0, end));
  if (head !== undefined && !head.weak) return head.sector;
  if (head === undefined && end < words.length && !codebook.isWord('collective-heads', words[end - 1])) return null;
  const behind = end < words.length ? sectorInWords(codebook, words.slice(end + 1)) : null;
  return behind ?? head?.sector ?? null;
};

/** Does a word before the head of a phrase say that the office is no longer held ("| former | minister", "| ex |-president")? */
export const isFormer = (codebook: Codebook, words: readonly string[]): boolean =>
  words
    .slice(0, headOf(codebook, words))
    .some((word) => codebook.isWord('former', word) || codebook.isWord('former', word.split(/[-–]/)[0]));

/**
 * Country and sector as the words say them: "a Norlandic police chief" → NOR COP; a body's name counts before its parts. A
 * country that is known already is not looked for.
 */
export const readWords = (
  codebook: Codebook,
  words: readonly string[],
  day: string | null,
  country?: string | null,
): WordCode => {
  if (words.length === 0) return { country: null, sector: null };
  const body = bodyIn(codebook, words, day);
  const rest = body?.rest ?? words;
  const sector = sectorInWords(codebook, rest);
  if (body === undefined) return { country: country ?? countryInWords(codebook, words, day, sector !== null), sector };
  const { code } = body;
  return { country: code.country, sector: code.sector ?? sector };
};
