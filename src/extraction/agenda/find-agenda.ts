import type { Codebook } from '../../codebook/index.ts';
import { dependents, treeOf } from '../../reading/index.ts';
import { recordId } from '../../text/index.ts';
import { toDayRange } from '../events/day-range.ts';
import { lexiconOf } from '../events/lexicon.ts';
import type { ReadDocument } from '../reading-of.ts';
import type { AgendaItem, AgendaState, Event, TimeExpression } from '../records.ts';
import { type Became, whatBecame, wordAt } from './what-became.ts';

/** "Flew to Oslo | to meet the king": what somebody went or did something for says no more than why. */
const isPurpose = (read: ReadDocument, { trigger }: Event, codebook: Codebook): boolean => {
  const at = wordAt(read, trigger);
  const token = at?.sentence.tokens[at.word];
  if (at === undefined || token === undefined || !/^(?:advcl|acl)$/.test(token.deprel)) return false;
  const tree = treeOf(at.sentence);
  return token.feats.VerbForm === 'Inf' && lexiconOf(codebook).realisAt(tree, token.head).length === 0;
};

/** "Eight years after he | left": a plain past tells nothing that is still to come. */
const isPlainPast = (read: ReadDocument, { trigger }: Event): boolean => {
  const at = wordAt(read, trigger);
  const token = at?.sentence.tokens[at.word];
  if (at === undefined || token?.upos !== 'VERB') return false;
  const { Tense, VerbForm } = token.feats;
  return Tense === 'Past' && VerbForm === 'Fin' && dependents(treeOf(at.sentence), at.word, 'aux').length === 0;
};

const isDated = (time: TimeExpression | undefined): boolean => toDayRange(time?.value ?? null) !== undefined;

const isOver = (time: TimeExpression | undefined, published: string | null): boolean => {
  const range = toDayRange(time?.value ?? null);
  return range !== undefined && published !== null && range.last < published.slice(0, 10);
};

/** "Soon" and "in the coming days" name no days, so that what is arranged for then is unscheduled; "Friday" is a day of whatever week. */
const whenOf = (time: TimeExpression | undefined): AgendaItem['when'] => {
  if (time === undefined) return { value: null, grain: 'unknown', kind: 'unscheduled' };
  if (time.value === null || (time.grain === 'unknown' && !isDated(time)))
    return { value: null, grain: time.grain, kind: 'unscheduled' };
  return { value: time.value, grain: time.grain, kind: time.kind };
};

/** Support is an attitude that lasts; it is announced without being an appointment. */
const LASTING: readonly Event['type'][] = ['SUPPORT'];

/** "Ready to accept the offer": willing words, which are no appointment before they have a day. */
const WILLING: readonly Event['type'][] = ['AGREE', 'CONCEDE'];

/** Is the event arranged: planned, or expected for a time that is named? */
const isArranged = ({ realis, type }: Event, time: TimeExpression | undefined): boolean => {
  if (realis === 'expected') return isDated(time);
  if (WILLING.includes(type) && !isDated(time)) return false;
  return realis === 'planned' && !LASTING.includes(type);
};

/** Was an arrangement changed: called off, or put off and moved? */
const isChanged = ({ realis }: Event, became: Became | undefined): boolean => {
  if (became === undefined || became.state === 'open-ended' || became.state === 'scheduled') return false;
  return realis === 'negated' || became.isSure;
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
 * is `unscheduled`; what words such as "postponed" say of it is its state, and "postponed until Monday" its new time.
 */
export const findAgenda = (
  read: ReadDocument,
  events: readonly Event[],
  times: readonly TimeExpression[],
  codebook: Codebook,
): AgendaItem[] => {
  const byId = new Map(times.map((time) => [time.id, time]));
  return events.flatMap((event) => {
    const told = event.mentions.map((mention) => whatBecame(read, mention, times, codebook));
    const became = told.find((each) => each !== undefined);
    const time = became?.time ?? (event.time === null ? undefined : byId.get(event.time));
    if (became?.state === 'open-ended' || isOver(time, read.document.published)) return [];
    const changed = isChanged(event, became);
    if (!changed && (!isArranged(event, time) || isPlainPast(read, event))) return [];
    if (!changed && time === undefined && isPurpose(read, event, codebook)) return [];
    return [toItem(read, event, time, became?.state ?? 'scheduled')];
  });
};
