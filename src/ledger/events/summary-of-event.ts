import type { Event } from '../../readout/index.ts';
import type { ActorsInLedger } from '../actors/place-actors.ts';
import { dayOf, isoDay } from '../days.ts';
import type { AgendaState, EventSummary, When } from '../node.ts';
import { type Report, whenOf } from '../report.ts';
import { tellingWords } from '../words/overlap.ts';
import { rarityOf } from '../words/rarity.ts';
import { stem } from '../words/stem.ts';
import { partyOf } from './party.ts';

const TERMS = 16;
/** Days before a report in which what it tells without a time happened, and after it in which what is to come will. */
const LATELY = 14;
const SOON = 14;

const spanOf = (when: When | null, realis: Event['realis'], day: string): EventSummary['span'] => {
  if (when?.start != null && when.end !== null) return { first: when.start, last: when.end };
  const isAhead = realis !== 'actual';
  return { first: isoDay(dayOf(day) - LATELY), last: isoDay(dayOf(day) + (isAhead ? SOON : 1)) };
};

/** The stems of the words that name an event, without "into" and the like. */
const triggersOf = ({ mentions }: Event): readonly string[] => {
  const stems = [...new Set(mentions.flatMap(({ text }) => text.toLowerCase().split(/\s+/).map(stem)))];
  const telling = stems.filter((word) => rarityOf(word) > 1);
  return telling.length > 0 ? telling : stems;
};

/** The sentence around a place of a text, roughly: from stop to stop. */
export const sentenceAround = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - 400), at);
  const after = text.slice(at, at + 400);
  const from = Math.max(
    ...[...before.matchAll(/[.!?]["”’]?\s+(?=\p{Lu})|\n/gu)].map((match) => match.index + match[0].length),
    0,
  );
  const stop = /[.!?]["”’]?(?=\s+\p{Lu}|\s*$)|\n/u.exec(after);
  return before.slice(from) + after.slice(0, stop === null ? after.length : stop.index);
};

/** "The vote, | planned for April 17, | was put off until April 24": the other days that the sentence names. */
const formerDays = (report: Report, { trigger }: Event, when: When | null): readonly When[] => {
  const { readout } = report.arrival;
  const sentence = sentenceAround(readout.text, trigger.start);
  const from = readout.text.lastIndexOf(sentence, trigger.start);
  return readout.times.flatMap(({ span, value, grain }) => {
    const isInside = from <= span.start && span.end <= from + sentence.length;
    const day = isInside && value !== when?.value ? whenOf(value, grain) : null;
    return day === null || day.start === null ? [] : [day];
  });
};

/** What one report says of an event. `became`: that it says the event was put off or called off; what is put off is still planned. */
export const summaryOfEvent = (
  report: Report,
  event: Event,
  actors: ActorsInLedger,
  situation: string,
  became: AgendaState | undefined,
): EventSummary => {
  const { readout } = report.arrival;
  const time = report.time(event.time);
  const place = report.place(event.place);
  const when = time === undefined ? null : whenOf(time.value, time.grain);
  const telling = report.telling(event.id);
  const nodes = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => actors.nodeOf.get(id) ?? []))];
  const parties = (['actor', 'recipient'] as const).flatMap((side) =>
    (side === 'actor' ? event.actors : event.recipients).flatMap((id) => {
      const node = actors.nodeOf.get(id);
      const known = node === undefined ? undefined : actors.summary(node);
      return node === undefined || known === undefined ? [] : [partyOf(report, id, side, node, known)];
    }),
  );
  const asserting = readout.statements.filter(({ id }) => event.assertedBy.includes(id));
  return {
    type: event.type,
    mode: event.mode,
    realis: became === undefined || became === 'cancelled' ? event.realis : 'planned',
    actors: nodes(event.actors),
    recipients: nodes(event.recipients),
    when,
    formerly: became !== undefined ? formerDays(report, event, when) : [],
    span: spanOf(when, event.realis, report.day),
    place:
      place === undefined
        ? null
        : { name: place.name, country: place.country, isCountry: place.gazetteer?.startsWith('iso3166') ?? false },
    words: triggersOf(event),
    parties,
    terms: tellingWords(sentenceAround(readout.text, event.trigger.start), TERMS),
    situations: [situation],
    assertedBy: nodes(asserting.flatMap(({ speakers }) => speakers)),
    tellings: [telling],
    counts: { reports: 1, publishers: telling.publisher === null ? 0 : 1, origins: 1 },
  };
};
