import type { RecordItem } from '../api/record.ts';
import type { ActorName, EventItem, ReportDetail, StatementItem } from '../api/schema.ts';
import type { Stretch } from './words.ts';

/** The words that say when, and what they mean (TIMEX3); '' where nobody knows. */
export interface TimeValue extends Stretch {
  readonly value: string;
}

/** The fields of a row as they are edited. A row has those of its kind. */
export interface Values {
  readonly act: string;
  readonly attitude: boolean;
  readonly quotation: string;
  readonly speakers: readonly ActorName[];
  readonly source: Stretch | null;
  readonly cue: Stretch;
  readonly content: readonly Stretch[];
  readonly addressee: Stretch | null;
  readonly channel: readonly Stretch[];
  readonly parent: string | null;
  readonly type: string;
  readonly mode: string;
  readonly contexts: string;
  readonly realis: string;
  readonly actors: readonly ActorName[];
  readonly recipients: readonly ActorName[];
  readonly trigger: Stretch;
  readonly assertedBy: readonly string[];
  readonly time: TimeValue | null;
  readonly place: Stretch | null;
}

export type Field = keyof Values;
export type Draft = Partial<Values>;

/** What is read of a report while a row of it is edited. */
export type Found = Pick<ReportDetail['readout'], 'text' | 'times' | 'places' | 'statements'>;

const bare = ({ start, end }: Stretch): Stretch => ({ start, end });
const bareOrNull = (span: Stretch | null): Stretch | null => (span === null ? null : bare(span));

const timeOf = (id: string | null, { times }: Found): TimeValue | null => {
  const found = times.find((time) => time.id === id);
  return found === undefined ? null : { ...bare(found.span), value: found.value ?? '' };
};

const placeOf = (id: string | null, { places }: Found): Stretch | null =>
  bareOrNull(places.find((place) => place.id === id)?.span ?? null);

const ofStatement = ({ record, speakers }: StatementItem, found: Found): Draft => ({
  act: record.act,
  attitude: record.attitude,
  quotation: record.quotation,
  speakers,
  source: bareOrNull(record.source),
  cue: bare(record.cue),
  content: record.content.map(bare),
  addressee: bareOrNull(record.addressee),
  channel: record.channel.map(({ span }) => bare(span)),
  parent: record.parent,
  time: timeOf(record.time, found),
  place: placeOf(record.place, found),
});

const ofEvent = ({ record, actors, recipients }: EventItem, found: Found): Draft => ({
  type: record.type,
  mode: record.mode ?? '',
  contexts: record.contexts.join(', '),
  realis: record.realis,
  actors,
  recipients,
  trigger: bare(record.trigger),
  assertedBy: record.assertedBy,
  time: timeOf(record.time, found),
  place: placeOf(record.place, found),
});

/** The fields of a row as they are now. */
export const valuesOf = (item: RecordItem, found: Found): Draft =>
  item.kind === 'statement' ? ofStatement(item, found) : ofEvent(item, found);

const idsOf = (actors: readonly ActorName[]): readonly string[] => actors.map(({ id }) => id);
const listIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The fields as the API takes them. */
const asSent = (draft: Draft): Readonly<Record<string, unknown>> => {
  const { speakers, actors, recipients, mode, contexts, time, ...plain } = draft;
  return {
    ...plain,
    ...(speakers !== undefined && { speakers: idsOf(speakers) }),
    ...(actors !== undefined && { actors: idsOf(actors) }),
    ...(recipients !== undefined && { recipients: idsOf(recipients) }),
    ...(mode !== undefined && { mode: mode.trim() === '' ? null : mode.trim() }),
    ...(contexts !== undefined && { contexts: listIn(contexts) }),
    ...(time !== undefined && {
      time: time === null ? null : { ...bare(time), value: time.value.trim() === '' ? null : time.value.trim() },
    }),
  };
};

/** The fields that were changed, as the API takes them. */
export const changeOf = (before: Draft, after: Draft): Readonly<Record<string, unknown>> => {
  const [was, is] = [asSent(before), asSent(after)];
  return Object.fromEntries(
    Object.entries(is).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field])),
  );
};
