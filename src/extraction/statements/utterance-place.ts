import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, type Tree, treeOf } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import type { NearIndex } from '../near.ts';
import { PEOPLE } from '../places/find-places.ts';
import { placedWord } from '../places/place-phrase.ts';
import type { Place } from '../records.ts';
import { holds, overlaps } from './spans.ts';

const relationOf = (tree: Tree, word: number): string => tree.sentence.tokens[word]?.deprel.split(':')[0] ?? '';
/** The word above; -1 at the top. */
export const headOf = (tree: Tree, word: number): number => tree.sentence.tokens[word]?.head ?? -1;
const lemmaOf = (tree: Tree, word: number): string => tree.sentence.tokens[word]?.lemma.toLowerCase() ?? '';

/** Does one of some sets of words open a word's phrase? */
export const stands = (tree: Tree, word: number, codebook: Codebook, ...sets: readonly string[]): boolean =>
  dependents(tree, word, 'case').some((child) => sets.some((set) => codebook.isWord(set, lemmaOf(tree, child))));

/** The verb or noun that a phrase of place says where it is of; -1 where its preposition says something else. */
const hangsOn = (tree: Tree, word: number, codebook: Codebook): number => {
  const phrase = placedWord(tree, word, codebook);
  if (phrase === undefined || !stands(tree, phrase, codebook, 'event-places', 'utterance-origins')) return -1;
  return ['obl', 'nmod'].includes(relationOf(tree, phrase)) ? headOf(tree, phrase) : -1;
};

/** Is it the word that says so, or speaking that goes along with it: "Speaking in Oslo, she warned …"? */
export const isUtterance = (tree: Tree, word: number, cue: number, codebook: Codebook): boolean => {
  if (word === cue) return true;
  const above = headOf(tree, word);
  const ofSpeaker =
    relationOf(tree, word) === 'acl' && relationOf(tree, above) === 'nsubj' && headOf(tree, above) === cue;
  const goesAlong = ofSpeaker || (relationOf(tree, word) === 'advcl' && above === cue);
  return goesAlong && codebook.isWord('speaking-participles', lemmaOf(tree, word));
};

/** Is it where something is said, or who listens: "at a news conference | in Oslo", "told reporters | in Oslo"? */
const isOccasion = (tree: Tree, noun: number, codebook: Codebook): boolean =>
  codebook.isWord('audiences', lemmaOf(tree, noun)) ||
  (relationOf(tree, noun) === 'obl' && stands(tree, noun, codebook, 'event-places', 'utterance-occasions'));

/** The place where something is said, if the text tells: what hangs on the cue, on speaking beside it, or on the occasion. */
export const utterancePlace = (
  sentence: ParsedSentence,
  said: { readonly cueHead: number; readonly content: readonly Span[] },
  places: NearIndex<Place>,
  codebook: Codebook,
): string | null => {
  const tree = treeOf(sentence);
  const found = places.near(sentence).find(({ span, rule }) => {
    if (rule === PEOPLE || !holds(sentence, span) || said.content.some((content) => overlaps(content, span)))
      return false;
    const word = sentence.tokens.findIndex((token) => overlaps(token, span));
    const on = hangsOn(tree, word, codebook);
    if (on < 0) return false;
    if (isUtterance(tree, on, said.cueHead, codebook)) return true;
    const isBeside = ['obl', 'obj', 'iobj'].includes(relationOf(tree, on)) && isOccasion(tree, on, codebook);
    return isBeside && isUtterance(tree, headOf(tree, on), said.cueHead, codebook);
  });
  return found?.id ?? null;
};
