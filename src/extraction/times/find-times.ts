import type { Codebook } from '../../codebook/index.ts';
import type { ParsedSentence } from '../../reading/index.ts';
import { recordId, toEvidence } from '../../text/index.ts';
import type { ReadDocument } from '../reading-of.ts';
import type { TimeExpression } from '../records.ts';
import { type Grammar, toGrammar } from './grammar.ts';
import { joinTimes } from './join.ts';
import { type FoundTime, matchRules } from './match-rules.ts';
import type { Point } from './point.ts';
import { isAfterWord, type TimeContext } from './reading.ts';
import { clausePredicate, clauseTense, type TenseWords } from './tense.ts';
import { todayOf } from './today.ts';

/** The sections of a codebook that times are found with. */
export type TimeCodebook = Pick<Codebook, 'calendar' | 'times' | 'nations'>;

interface Tools {
  readonly grammar: Grammar;
  readonly tenseWords: TenseWords;
}

const known = new WeakMap<TimeCodebook['times'], Tools>();

const toolsOf = (codebook: TimeCodebook): Tools => {
  const before = known.get(codebook.times);
  if (before !== undefined) return before;
  const grammar = toGrammar(codebook.calendar, codebook.times);
  const tenseWords = {
    ahead: grammar.words('auxFuture'),
    plan: grammar.words('planWord'),
    arranged: grammar.words('arrangedWord'),
    perfect: grammar.words('perfectWord'),
    infinitive: grammar.words('infinitiveMark'),
  };
  const tools = { grammar, tenseWords };
  known.set(codebook.times, tools);
  return tools;
};

/** Rules whose times compare with another ("a year earlier") and are not counted on from. */
const DERIVED = new Set(['times/offset', 'times/quarter-relative', 'times/ago']);

/** The word of a span whose head lies outside it: where its clause is looked for. */
const headWord = (sentence: ParsedSentence, start: number, end: number): number => {
  const isIn = (index: number): boolean => {
    const token = sentence.tokens[index];
    return token !== undefined && token.start < end && token.end > start;
  };
  return sentence.tokens.findIndex((token, index) => isIn(index) && !isIn(token.head));
};

const contextFor =
  (
    { grammar, tenseWords }: Tools,
    day: Pick<TimeContext, 'today' | 'anchor'>,
    sentence: ParsedSentence,
    isHeading: boolean,
    previous: () => Point | undefined,
  ) =>
  (start: number, end: number): Omit<TimeContext, 'groups' | 'words' | 'before' | 'after' | 'grammar'> => {
    const word = (): number => headWord(sentence, sentence.start + start, sentence.start + end);
    return {
      ...day,
      isHeading,
      previous: previous(),
      tense: () => clauseTense(sentence, word(), tenseWords),
      isVerb: () => ['VERB', 'AUX'].includes(sentence.tokens[word()]?.upos ?? ''),
      isMoved: () => grammar.words('moveWord').has(clausePredicate(sentence, word()) ?? ''),
    };
  };

const toRecord = (read: ReadDocument, sentence: ParsedSentence, found: FoundTime): TimeExpression => {
  const span = toEvidence(read.document.text, { start: sentence.start + found.start, end: sentence.start + found.end });
  const { type, value, grain, kind, anchor } = found.reading;
  return { id: recordId(read.id, 'time', [span]), span, type, value, grain, kind, anchor, rule: found.rule };
};

/**
 * The time expressions of a document in text order (TIMEX3), resolved against its dateline or publication date; what
 * cannot be placed keeps `kind: 'unresolved'`.
 */
export const findTimes = (read: ReadDocument, codebook: TimeCodebook): TimeExpression[] => {
  const tools = toolsOf(codebook);
  const day = todayOf(read.document, codebook.nations);
  let previous: Point | undefined;
  return read.sentences.flatMap((sentence) => {
    const text = read.document.text.slice(sentence.start, sentence.end);
    const isHeading = read.document.blocks[sentence.block]?.kind === 'heading';
    const contextAt = contextFor(tools, day, sentence, isHeading, () => previous);
    const note = (found: FoundTime): void => {
      if (!DERIVED.has(found.rule)) previous = found.reading.point ?? previous;
    };
    const found = joinTimes(tools.grammar, sentence, text, matchRules(tools.grammar, sentence, text, contextAt, note));
    return found.map((each) => toRecord(read, sentence, markSince(tools.grammar, text, each)));
  });
};

/** What has gone on "since March" is a stretch that begins there. */
const markSince = (grammar: Grammar, text: string, found: FoundTime): FoundTime =>
  found.reading.kind === 'exact' &&
  found.reading.type === 'DATE' &&
  isAfterWord({ grammar, before: text.slice(0, found.start) }, 'sinceWord')
    ? { ...found, reading: { ...found.reading, kind: 'range' } }
    : found;
