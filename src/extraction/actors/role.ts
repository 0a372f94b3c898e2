import type { Codebook, Country, TitleSet } from '../../codebook/index.ts';
import { type ParsedSentence, treeOf } from '../../reading/index.ts';
import { isFormer } from './code-words.ts';
import { appositionsOf, isApposition, type NounPhrase } from './noun-phrase.ts';

/** The words of a sentence as they stand in the text, a single space where there was one. */
export const textOf = (sentence: ParsedSentence, words: readonly number[]): string => {
  let text = '';
  let end = -1;
  for (const word of words) {
    const token = sentence.tokens[word];
    if (token === undefined) continue;
    text += (end >= 0 && token.start > end ? ' ' : '') + token.text;
    end = token.end;
  }
  return text;
};

/** The words of a phrase without the articles and quantifiers before it. */
export const withoutDeterminer = (codebook: Codebook, sentence: ParsedSentence, words: readonly number[]): number[] => {
  const first = words.findIndex((word) => !codebook.isWord('determiners', sentence.tokens[word]?.text));
  return words.slice(Math.max(0, first));
};

/** A title that words give, with the country or body it belongs to. */
export interface Role {
  readonly role: string;
  readonly title: TitleSet;
  readonly titlePhrase: string;
  readonly country: Country | undefined;
  readonly affiliation: string | null;
  /** Do the words say that it is no longer held ("former", "ex-")? */
  readonly former: boolean;
}

/** Reads words such as "White House national security adviser" as a role with its country or body. */
export const readRole = (
  codebook: Codebook,
  sentence: ParsedSentence,
  words: readonly number[],
  country: Country | undefined,
): Role | undefined => {
  const tokens = words.map((word) => sentence.tokens[word]?.text ?? '');
  const found = codebook.titles.find(tokens, true);
  if (found === undefined) return undefined;
  const spent = new Set<number>();
  let affiliation: string | null = null;
  for (const entity of sentence.entities) {
    if (!words.includes(entity.first) || entity.kind === 'person' || entity.kind === 'date') continue;
    const inside = words.filter((word) => entity.first <= word && word <= entity.last);
    const text = textOf(sentence, inside);
    if (codebook.titles.find(text.split(' ')) !== undefined) continue;
    affiliation = text;
    for (const word of inside) spent.add(word);
  }
  const kept = words.filter(
    (word) => !spent.has(word) && !codebook.isWord('outside-role', sentence.tokens[word]?.text),
  );
  const role = textOf(sentence, kept);
  return role === ''
    ? undefined
    : {
        role,
        title: found.entry,
        titlePhrase: found.phrase,
        country,
        affiliation: country?.name ?? affiliation,
        former: isFormer(codebook, tokens),
      };
};

/** The role that an apposition gives: "Ada Berg, the foreign minister of Norland". */
export const apposedRole = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  head: number,
): Role | undefined => {
  for (const word of appositionsOf(treeOf(sentence), head)) {
    const phrase = phrases.find((other) => other.head === word);
    const role =
      phrase === undefined
        ? undefined
        : readRole(codebook, sentence, withoutDeterminer(codebook, sentence, phrase.words), phrase.country?.country);
    if (role !== undefined) return role;
  }
  return undefined;
};

/** The role that a name is an apposition to: "Secretary of State Ada Berg", "his lawyer, Ada Berg". */
export const headRole = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  head: number,
): Role | undefined => {
  const token = sentence.tokens[head];
  if (token === undefined || !isApposition(treeOf(sentence), head)) return undefined;
  const above = phrases.find((phrase) => phrase.head === token.head);
  if (above === undefined || above.entity?.kind === 'person') return undefined;
  return readRole(codebook, sentence, withoutDeterminer(codebook, sentence, above.words), above.country?.country);
};
