import type { AgendaEntry, Codebook } from '../../codebook/index.ts';
import { ancestors, type ParsedSentence, treeOf } from '../../reading/index.ts';
import { recordId, type Span } from '../../text/index.ts';
import { toDayRange } from '../events/day-range.ts';
import { lexiconOf } from '../events/lexicon.ts';
import { lemmasAt, matchesPhrase } from '../events/words.ts';
import { sentenceAt } from '../near.ts';
import type { ReadDocument } from '../reading-of.ts';
import type { AgendaItem, AgendaState, Event, TimeExpression } from '../records.ts';

/** How far above its trigger the words may stand that say what became of an event. */
const NEAR = 3;

const sentenceOf = (read: ReadDocument, span: Span): ParsedSentence | undefined =>
  read.sentences[sentenceAt(read.sentences, span.start)];

/** What the words above a mention say of it: "the meeting was | postponed", "will | keep | supporting". */
const entryAbove = (read: ReadDocument, span: Span, entries: readonly AgendaEntry[]): AgendaEntry | undefined => {
  const sentence = sentenceOf(read, span);
  if (sentence === undefined) return undefined;
  const tree = treeOf(sentence);
  const trigger = sentence.tokens.findIndex((token) => token.start >= span.start && token.end <= span.end);
  if (trigger < 0) return undefined;
  const above = ancestors(tree, trigger).slice(0, NEAR);
  return entries.find((entry) =>
    [trigger, ...above].some((word) =>
      entry.words.some((phrase) => {
        const parts = phrase.split(' ');
        return parts.length === 1 ? lemmasAt(tree, word).includes(phrase) : matchesPhrase(tree, word, parts);
      }),
    ),
  );
};

/** "Flew to Oslo | to meet the king": what somebody went or did something for says no more than why. */
const isPurpose = (read: ReadDocument, { trigger }: Event, codebook: Codebook): boolean => {
  const sentence = sentenceOf(read, trigger);
  const word = sentence?.tokens.findIndex((token) => token.start >= trigger.start && token.end <= trigger.end) ?? -1;
  const token = sentence?.tokens[word];
  if (sentence === undefined || token === undefined || !/^(?:advcl|acl)$/.test(token.deprel)) return false;
  const tree = treeOf(sentence);
  return token.feats.VerbForm === 'Inf' && lexiconOf(codebook).realisAt(tree, token.head).length === 0;
};

const isOver = (time: TimeExpression | undefined, published: string | null): boolean => {
  const range = toDayRange(time?.value ?? null);
  return range !== undefined && published !== null && range.last < published.slice(0, 10);
};

const whenOf = (time: TimeExpression | undefined): AgendaItem['when'] =>
  time === undefined || time.value === null
    ? { value: null, grain: time?.grain ?? 'unknown', kind: 'unscheduled' }
    : { value: time.value, grain: time.grain, kind: time.kind };

/** Support is an attitude that lasts; it is announced without being an appointment. */
const LASTING: readonly Event['type'][] = ['SUPPORT'];

/** Is the event arranged: planned, or expected for a time that is named? */
const isArranged = ({ realis, type }: Event, time: TimeExpression | undefined): boolean => {
  if (realis === 'expected') return time !== undefined && time.value !== null;
  return realis === 'planned' && !LASTING.includes(type);
};

const toItem = (
  read: ReadDocument,
  event: Event,
  time: TimeExpression | undefined,
  state: AgendaState,
): AgendaItem => ({
  id: recordId(read.id, 'agenda', [event.trigger], event.type),
  event: event.id,
  when: whenOf(time),
  where: event.place,
  who: [...new Set([...event.actors, ...event.recipients])],
  state,
});

/**
 * The agenda of a document: planned and expected events whose time is not before publication. What is arranged without a date
 * is `unscheduled`; what words such as "postponed" say of it is its state.
 */
export const findAgenda = (
  read: ReadDocument,
  events: readonly Event[],
  times: readonly TimeExpression[],
  codebook: Codebook,
): AgendaItem[] => {
  const byId = new Map(times.map((time) => [time.id, time]));
  return events.flatMap((event) => {
    const time = event.time === null ? undefined : byId.get(event.time);
    if (isOver(time, read.document.published)) return [];
    const told = event.mentions.map((mention) => entryAbove(read, mention, codebook.agenda));
    const entry = told.find((each) => each !== undefined);
    if (entry?.state === 'open-ended') return [];
    const calledOff = event.realis === 'negated' && entry !== undefined && entry.state !== 'scheduled';
    if (!calledOff && !isArranged(event, time)) return [];
    if (!calledOff && time === undefined && isPurpose(read, event, codebook)) return [];
    return [toItem(read, event, time, entry?.state ?? 'scheduled')];
  });
};
