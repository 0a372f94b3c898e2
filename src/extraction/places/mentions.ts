import { toPlaceKey } from '../../codebook/index.ts';
import type { Entity, ParsedSentence } from '../../reading/index.ts';
import { type Atlas, isTown, type PlaceCodebook, type Spot } from './atlas.ts';

/** Has reading found the name of a place? */
export const isPlaceName = ({ kind }: Entity): boolean => kind === 'location' || kind === 'facility';

/** Words of a sentence, `first` to `last`. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** A name in the text and what it may mean. */
export interface Mention {
  readonly range: Range;
  /** The name as it is looked up: what names the same has the same key. */
  readonly key: string;
  readonly spots: readonly Spot[];
  /** Do the spots bear only a part of the name: "Kabul" in "Kabul International Airport"? */
  readonly isPartial: boolean;
  /** The country or region that is named behind it: "Paris, Texas". */
  readonly qualifier: readonly Spot[];
  /** Does it stand behind another name, to say where that is? Then it is no town. */
  readonly isQualifier: boolean;
  /** Which sentence it stands in. */
  readonly sentence: number;
}

/** What names are looked up in: the atlas, and the words of one sentence. */
export interface Context {
  readonly atlas: Atlas;
  readonly codebook: PlaceCodebook;
  readonly sentence: ParsedSentence;
  readonly text: string;
}

const wordAt = ({ sentence }: Context, index: number): string => sentence.tokens[index]?.text ?? '';

/** The words of a range as they stand in the text. */
export const wordsOf = ({ sentence, text }: Context, { first, last }: Range): string => {
  const from = sentence.tokens[first]?.start ?? 0;
  return text.slice(from, sentence.tokens[last]?.end ?? from);
};

const isSmall = (word: string): boolean => /^\p{Ll}/u.test(word);
const isComma = (word: string): boolean => word === ',' || word === '(';

/** An entity parted at its commas: "Ames, Iowa" is a name and what qualifies it. */
const partsOf = (context: Context, { first, last }: Range): Range[] => {
  const parts: Range[] = [];
  let from = first;
  for (let index = first; index <= last + 1; index += 1) {
    if (index <= last && !isComma(wordAt(context, index))) continue;
    if (index > from) parts.push({ first: from, last: index - 1 });
    from = index + 1;
  }
  return parts;
};

const isKind = (context: Context, index: number): boolean => {
  const { text = '', lemma = '' } = context.sentence.tokens[index] ?? {};
  const { isWord } = context.codebook;
  return isWord('division-kinds', text.toLowerCase()) || isWord('division-kinds', lemma.toLowerCase());
};

const isPart = (context: Context, index: number): boolean =>
  context.codebook.isWord('place-parts', wordAt(context, index).toLowerCase());

/** A name without what stands around it in small letters: "northern Syria" → Syria. */
const bareRange = (context: Context, { first, last }: Range): Range => {
  let from = first;
  let to = last;
  while (from < to && isSmall(wordAt(context, from))) from += 1;
  while (to > from && isSmall(wordAt(context, to))) to -= 1;
  return { first: from, last: to };
};

const areas = (spots: readonly Spot[]): Spot[] => spots.filter((spot) => !isTown(spot) && spot.kind !== 'country');

type Find = (range: Range) => readonly Spot[];

/** Does a name share the kind that stands behind the last of a list: "Homs and Aleppo Governorates"? */
const sharesKind = (context: Context, { last }: Range): boolean => {
  const { tokens } = context.sentence;
  const isJoint = (index: number): boolean => tokens[index]?.upos === 'CCONJ' || wordAt(context, index) === ',';
  if (!isJoint(last + 1)) return false;
  for (let index = last + 2; index < tokens.length; index += 1) {
    if (isKind(context, index)) return tokens[index]?.feats.Number === 'Plur';
    if (!isJoint(index) && !/^\p{Lu}/u.test(wordAt(context, index))) return false;
  }
  return false;
};

const isOf = (context: Context, index: number): boolean => wordAt(context, index).toLowerCase() === 'of';

/** The name in the name of a division, by its kind within or beside it: "Homs Governorate", "the province of | Homs". */
const nameOfDivision = (context: Context, range: Range): Range | undefined => {
  const { first, last } = range;
  if (last > first && isKind(context, last)) return { first, last: last - 1 };
  if (last > first + 1 && isKind(context, first) && isOf(context, first + 1)) return { first: first + 2, last };
  const isBeside = isKind(context, last + 1) || (isOf(context, first - 1) && isKind(context, first - 2));
  return isBeside || sharesKind(context, range) ? range : undefined;
};

/** A division by its kind, or whatever else is called so. */
const divisionSpots = (context: Context, find: Find, range: Range): readonly Spot[] => {
  const name = nameOfDivision(context, range);
  if (name === undefined) return [];
  const spots = find(name);
  const own = areas(spots);
  return own.length > 0 ? own : spots;
};

/**
 * Shorter and shorter ends of a name: "Far North Queensland" → Queensland. Behind words for a part of a place ("north") that
 * may be anything, behind others only what the codebook holds: "Mahim Bay" is no place that is called "Bay".
 */
const atEnd = (context: Context, find: Find, { first, last }: Range): readonly Spot[] => {
  const { tokens } = context.sentence;
  let isPartOf = true;
  for (let from = first + 1; from <= last; from += 1) {
    isPartOf &&= isPart(context, from - 1);
    if (tokens[from]?.start === tokens[from - 1]?.end) continue;
    const isFitting = ({ kind }: Spot): boolean => isPartOf || kind === 'region' || kind === 'country';
    const spots = find({ first: from, last }).filter(isFitting);
    if (spots.length > 0) return spots;
  }
  return [];
};

/** A town whose name begins that of something in it has so many people at least: "Kabul International Airport". */
const SMALLEST_NAME_GIVER = 15_000;

/** Shorter and shorter beginnings of a longer name: "Kabul International Airport" → Kabul. */
const atStart = (find: Find, { first, last }: Range): readonly Spot[] => {
  for (let to = last - 1; to >= first; to -= 1) {
    const spots = find({ first, last: to }).filter((spot) => !isTown(spot) || spot.people >= SMALLEST_NAME_GIVER);
    if (spots.length > 0) return spots;
  }
  return [];
};

/** What a name may mean, and whether only a part of it says so. */
interface Meaning {
  readonly spots: readonly Spot[];
  readonly isPartial: boolean;
}

/** "U.N." and "EU" are no towns. */
const ACRONYM = /^(?:\p{Lu}\.){1,4}\p{Lu}?$|^\p{Lu}{2,3}$/u;

/** Is a spot what the bare words mean? "Northern" is no Northern Province, nor "Ocean" Ocean County, as counties are never called in America. */
const isMeantBy = (words: string, isGeneric: boolean, spot: Spot): boolean => {
  if (spot.kind === 'country' || spot.kind === 'region') return true;
  const isCounty = spot.kind === 'subdivision' && spot.country === 'USA';
  const isCut = isCounty && toPlaceKey(spot.name) !== toPlaceKey(words);
  return !(isGeneric || isCut || ACRONYM.test(words));
};

const isGeneric = (context: Context, { first, last }: Range): boolean => {
  for (let at = first; at <= last; at += 1) if (!isPart(context, at) && !isKind(context, at)) return false;
  return true;
};

/** Everywhere that a name may mean: all of its words, then without small words, then what it begins or ends with. */
const meaningOf = (context: Context, range: Range): Meaning => {
  const find: Find = (words) => context.atlas.find(wordsOf(context, words));
  const plain: Find = (words) => {
    const generic = isGeneric(context, words);
    return find(words).filter((spot) => isMeantBy(wordsOf(context, words), generic, spot));
  };
  const bare = bareRange(context, range);
  const looks = [
    () => divisionSpots(context, find, range),
    () => plain(range),
    () => plain(bare),
    () => atEnd(context, plain, bare),
  ];
  for (const look of looks) {
    const spots = look();
    if (spots.length > 0) return { spots, isPartial: false };
  }
  return { spots: atStart(plain, bare), isPartial: true };
};

/** How many words before a name may belong to it: "People's | Republic of China". */
const LOST_WORDS = 3;

/** A range with the words before it that make it the name of a country, where they were cut off. */
const withStart = (context: Context, range: Range): Range => {
  for (let first = Math.max(0, range.first - LOST_WORDS); first < range.first; first += 1) {
    const longer = { first, last: range.last };
    if (/^\p{Lu}/u.test(wordAt(context, first)) && context.atlas.isCountry(wordsOf(context, longer))) return longer;
  }
  return range;
};

/** Does one of the words hang on a word before them as the next in a list ("Kyiv, Moldova and Georgia")? */
const isListed = ({ sentence }: Context, { first, last }: Range): boolean =>
  sentence.tokens.slice(first, last + 1).some(({ deprel, head }) => deprel === 'conj' && head < first);

/** The name that follows after a comma: "Paris", "Texas". */
const partAfter = (context: Context, { last }: Range): Range[] => {
  const next = context.sentence.entities.find(({ first }) => first === last + 2);
  if (next === undefined || !isPlaceName(next) || !isComma(wordAt(context, last + 1)) || isListed(context, next))
    return [];
  return partsOf(context, next).slice(0, 1);
};

/** Is there a name before it that it qualifies: "Texas" in "Paris, Texas"? */
const isBehindName = (context: Context, range: Range): boolean => {
  if (!isComma(wordAt(context, range.first - 1)) || isListed(context, range)) return false;
  const before = context.sentence.entities.find(({ last }) => last === range.first - 2);
  return before !== undefined && isPlaceName(before);
};

/** A name, what it may mean, and the country or region that is named after it. */
const toMention = (context: Context, parts: readonly Range[], at: number, sentence: number): Mention => {
  const range = withStart(context, parts[at] ?? { first: 0, last: 0 });
  const [after] = parts.length > at + 1 ? parts.slice(at + 1) : partAfter(context, range);
  const qualifier = after === undefined ? [] : meaningOf(context, after).spots.filter((spot) => !isTown(spot));
  const isQualifier = at > 0 || isBehindName(context, range);
  const key = toPlaceKey(wordsOf(context, range));
  return { range, key, ...meaningOf(context, range), qualifier, isQualifier, sentence };
};

/** The names of a stretch of words: "Paris, Texas" holds two. */
export const mentionsIn = (context: Context, range: Range, sentence: number): Mention[] => {
  const parts = partsOf(context, range);
  return parts.map((_, at) => toMention(context, parts, at, sentence));
};
