import type { Codebook } from '../../codebook/index.ts';
import { dependents, hasRelation, type ParsedSentence, treeOf } from '../../reading/index.ts';
import { findQuotes, recordId, type Span, toEvidence } from '../../text/index.ts';
import { indexBySpan } from '../near.ts';
import type { ReadDocument } from '../reading-of.ts';
import type { TimeExpression } from '../records.ts';
import { type Grammar, toGrammar } from './grammar.ts';
import { joinTimes } from './join.ts';
import { type FoundTime, matchRules } from './match-rules.ts';
import type { Point } from './point.ts';
import { isAfterWord, type TimeContext } from './reading.ts';
import { clausePredicate, clauseTense, type TenseWords } from './tense.ts';
import { todayOf } from './today.ts';
import { utteranceDay } from './utterance.ts';

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
    open: grammar.words('auxOpen'),
    denier: grammar.words('denier'),
    rank: grammar.words('rankWord'),
    planner: grammar.words('plannerWord'),
    condition: grammar.words('ifWord'),
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

/** Has the word an article that stands before the span? */
const hasArticle = (sentence: ParsedSentence, word: number, start: number): boolean =>
  dependents(treeOf(sentence), word, 'det').some((child) => (sentence.tokens[child]?.start ?? start) < start);

type Day = Pick<TimeContext, 'today' | 'anchor'>;

const contextFor =
  (
    { grammar, tenseWords }: Tools,
    dayAt: (span: Span) => Day,
    sentence: ParsedSentence,
    isHeading: boolean,
    previous: () => Point | undefined,
  ) =>
  (start: number, end: number): Omit<TimeContext, 'groups' | 'words' | 'before' | 'after' | 'grammar'> => {
    const span = { start: sentence.start + start, end: sentence.start + end };
    const word = (): number => headWord(sentence, span.start, span.end);
    return {
      ...dayAt(span),
      isHeading,
      previous: previous(),
      tense: () => clauseTense(sentence, word(), tenseWords),
      isVerb: () => ['VERB', 'AUX'].includes(sentence.tokens[word()]?.upos ?? ''),
      isThing: () => hasArticle(sentence, word(), span.start),
      isRate: () => hasRelation(sentence.tokens[word()]?.deprel ?? '', ['nmod:unmarked']),
      isOfVerb: () => sentence.tokens[sentence.tokens[word()]?.head ?? -1]?.upos === 'VERB',
      isMoved: () => grammar.words('moveWord').has(clausePredicate(sentence, word()) ?? ''),
      isGranted: () => grammar.words('graceWord').has(clausePredicate(sentence, word()) ?? ''),
    };
  };

const toRecord = (read: ReadDocument, sentence: ParsedSentence, found: FoundTime): TimeExpression => {
  const span = toEvidence(read.document.text, { start: sentence.start + found.start, end: sentence.start + found.end });
  const { type, value, grain, kind, anchor } = found.reading;
  return { id: recordId(read.id, 'time', [span]), span, type, value, grain, kind, anchor, rule: found.rule };
};

/** What is known while a document is read from its beginning. */
interface Memory {
  /** The time that was mentioned last. */
  previous: Point | undefined;
  /** The day on which the quotation before was spoken, and its block. */
  spoken: { readonly block: number; readonly day: number } | undefined;
}

/** The times of a sentence; what is quoted is counted from the day on which it was spoken, where the sentence tells that day. */
const findIn = (
  read: ReadDocument,
  tools: Tools,
  sentence: ParsedSentence,
  day: Day,
  quotes: readonly Span[],
  memory: Memory,
): FoundTime[] => {
  const text = read.document.text.slice(sentence.start, sentence.end);
  const isHeading = read.document.blocks[sentence.block]?.kind === 'heading';
  const note = (found: FoundTime): void => {
    if (!DERIVED.has(found.rule)) memory.previous = found.reading.point ?? memory.previous;
  };
  const findWith = (dayAt: (span: Span) => Day): FoundTime[] => {
    const contextAt = contextFor(tools, dayAt, sentence, isHeading, () => memory.previous);
    return joinTimes(tools.grammar, sentence, text, matchRules(tools.grammar, sentence, text, contextAt, note));
  };
  const before = memory.previous;
  const found = findWith(() => day);
  const own = quotes.filter((quote) => quote.start < sentence.end && sentence.start < quote.end);
  if (day.today === undefined || own.length === 0) return found;
  const isGoingOn = memory.spoken?.block === sentence.block && own.some(({ start }) => start <= sentence.start);
  const spoken = utteranceDay(sentence, found, own, day.today) ?? (isGoingOn ? memory.spoken?.day : undefined);
  if (spoken === undefined) return found;
  memory.spoken = { block: sentence.block, day: spoken };
  if (spoken === day.today || found.length === 0) return found;
  memory.previous = before;
  const isQuoted = (span: Span): boolean => own.some(({ start, end }) => start <= span.start && span.end <= end);
  return findWith((span) => (isQuoted(span) ? { today: spoken, anchor: 'utterance' } : day));
};

/**
 * The time expressions of a document in text order (TIMEX3), resolved against its dateline or publication date, or the day on
 * which a quotation was spoken; what cannot be placed keeps `kind: 'unresolved'`.
 */
export const findTimes = (read: ReadDocument, codebook: TimeCodebook): TimeExpression[] => {
  const tools = toolsOf(codebook);
  const day = todayOf(read.document, codebook.nations);
  const quotes = indexBySpan(findQuotes(read.document), (quote) => [quote]);
  const memory: Memory = { previous: undefined, spoken: undefined };
  return read.sentences.flatMap((sentence) => {
    const text = read.document.text.slice(sentence.start, sentence.end);
    const found = findIn(read, tools, sentence, day, quotes.near(sentence), memory);
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
