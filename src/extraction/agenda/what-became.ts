import type { AgendaEntry, Codebook } from '../../codebook/index.ts';
import { ancestors, type ParsedSentence, type Tree, treeOf } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import { topWord } from '../events/surroundings.ts';
import { isPassive, lemmasAt, matchesPhrase, prepositionOf, tokenAt, type Word } from '../events/words.ts';
import { sentenceAt } from '../near.ts';
import type { ReadDocument } from '../reading-of.ts';
import type { AgendaState, TimeExpression } from '../records.ts';

/** How far above its trigger the words may stand that say what became of an event. */
const NEAR = 3;

/** What the words above a mention of an event say became of it. */
export interface Became {
  readonly state: AgendaState | 'open-ended';
  /** Is it the event itself that was put off or moved, not something else about it? */
  readonly isSure: boolean;
  /** The new time that they give: "postponed | until Monday". */
  readonly time: TimeExpression | undefined;
}

/** The sentence of a mention, and the index of its first word; undefined where there is none. */
export const wordAt = (
  read: ReadDocument,
  span: Span,
): { readonly sentence: ParsedSentence; readonly word: Word } | undefined => {
  const sentence = read.sentences[sentenceAt(read.sentences, span.start)];
  const word = sentence?.tokens.findIndex((token) => token.start >= span.start && token.end <= span.end) ?? -1;
  return sentence === undefined || word < 0 ? undefined : { sentence, word };
};

const standsAt = (tree: Tree, word: Word, phrase: string): boolean => {
  const parts = phrase.split(' ');
  return parts.length === 1 ? lemmasAt(tree, word).includes(phrase) : matchesPhrase(tree, word, parts);
};

/** Is a noun what a verb acts on: "postponed | the vote", "the vote | was postponed", "the vote, | postponed"? */
const isActedOn = (tree: Tree, noun: Word, verb: Word): boolean => {
  const { head, deprel } = tokenAt(tree, noun);
  if (tokenAt(tree, verb).upos !== 'VERB' || tokenAt(tree, noun).upos === 'VERB') return false;
  return head === verb && (deprel === 'obj' || (deprel.startsWith('nsubj') && isPassive(tree, verb)));
};

/** The time to which something is put off or moved. */
const newTime = (
  sentence: ParsedSentence,
  verb: Word,
  times: readonly TimeExpression[],
  codebook: Codebook,
): TimeExpression | undefined => {
  const tree = treeOf(sentence);
  return times.find(({ span, value }) => {
    if (value === null || span.start < sentence.start || span.end > sentence.end) return false;
    const top = topWord(sentence, span);
    if (top < 0 || !codebook.isWord('moving-prepositions', prepositionOf(tree, top))) return false;
    return top > verb && tokenAt(tree, top).head === verb;
  });
};

/** What the words above a mention say became of the event: "the meeting was | postponed", "will | keep | supporting". */
export const whatBecame = (
  read: ReadDocument,
  mention: Span,
  times: readonly TimeExpression[],
  codebook: Codebook,
): Became | undefined => {
  const at = wordAt(read, mention);
  if (at === undefined) return undefined;
  const tree = treeOf(at.sentence);
  const words = [at.word, ...ancestors(tree, at.word).slice(0, NEAR)];
  const found = codebook.agenda.flatMap((entry: AgendaEntry) => {
    const word = words.find((each) => entry.words.some((phrase) => standsAt(tree, each, phrase)));
    return word === undefined ? [] : [{ state: entry.state, word }];
  })[0];
  if (found === undefined) return undefined;
  const { state, word } = found;
  const moved = state === 'postponed' || state === 'rescheduled';
  const time = moved ? newTime(at.sentence, word, times, codebook) : undefined;
  return {
    state: state === 'postponed' && time !== undefined ? 'rescheduled' : state,
    isSure: moved && isActedOn(tree, at.word, word),
    time,
  };
};
