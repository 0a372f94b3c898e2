import { aboutOf } from '../../ledger/index.ts';
import type { Event, Place, Readout, Statement, TimeExpression } from '../../readout/index.ts';
import { intervalOf } from '../../readout/index.ts';
import type { Review } from '../../store/index.ts';
import { sentenceAt } from './sentence-at.ts';

/** What all records of a report share in the tables. */
export interface ReportFacts {
  readonly document: string;
  readonly at: string;
  readonly origin: string;
  readonly family: string | null;
  readonly situation: string | null;
}

/** Which nodes of the ledger the records of a report belong to, and what people said of them. */
export interface Placed {
  readonly nodeOf: (record: string) => string;
  readonly reviewOf: (record: string) => Review;
  /** Actor nodes that a person gave a field of a record ("speakers", "actors", "recipients"). */
  readonly given: (record: string, field: string) => readonly string[] | null;
}

/** When something is, as the tables ask it: from and until (half-open), and how exactly. */
interface Stretch {
  readonly starts: string | null;
  readonly ends: string | null;
  readonly grain: string | null;
}

const nothing: Stretch = { starts: null, ends: null, grain: null };
const DAY = 86_400_000;
const clock = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$/;

const stretchOf = (time: TimeExpression | undefined): Stretch => {
  if (time?.value === undefined || time.value === null) return nothing;
  const { value, grain } = time;
  if (clock.test(value)) {
    const instant = Date.parse(/[Z+]|-\d\d:\d\d$/.test(value.slice(11)) ? value : `${value}Z`);
    if (!Number.isNaN(instant)) {
      const starts = new Date(instant).toISOString();
      return { starts, ends: starts, grain };
    }
  }
  const interval = intervalOf(value);
  if (interval === undefined) return nothing;
  const end = Date.parse(`${interval.to}T00:00:00Z`);
  if (Number.isNaN(end)) return nothing;
  return { starts: `${interval.from}T00:00:00.000Z`, ends: new Date(end + DAY).toISOString(), grain };
};

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

/** A row of statements without what the table adds by itself. */
export const statementRow = (
  statement: Statement,
  readout: Readout,
  {
    times,
    places,
  }: { readonly times: ReadonlyMap<string, TimeExpression>; readonly places: ReadonlyMap<string, Place> },
  facts: ReportFacts,
  placed: Placed,
) => {
  const said = stretchOf(times.get(statement.time ?? ''));
  const nodes = placed.given(statement.id, 'speakers') ?? statement.speakers.map(placed.nodeOf);
  return {
    ...facts,
    id: statement.id,
    act: statement.act,
    attitude: statement.attitude,
    quotation: statement.quotation,
    speakers: [...new Set(nodes)],
    channels: statement.channel.map(({ name }) => name),
    source: statement.source?.text ?? null,
    cue: statement.cue.text,
    content: statement.content.map(({ text }) => text).join(' … '),
    addressee: statement.addressee?.text ?? null,
    said_start: said.starts,
    said_end: said.ends,
    country: places.get(statement.place ?? '')?.country ?? null,
    parent: statement.parent,
    about: [...new Set(aboutOf(readout, statement).map(placed.nodeOf))],
    node: placed.nodeOf(statement.id),
    review: placed.reviewOf(statement.id),
    rule: statement.rule,
    record: statement,
  };
};

/**
 * What events at one place share: its number in the gazetteer. Of a place that no gazetteer holds only the region around it is
 * known there, so that its country and name tell it apart.
 */
const placeKey = ({ gazetteer, country, name, rule }: Place): string =>
  gazetteer === null || rule === 'places/inside-region' ? `${country ?? ''}/${name.toLowerCase()}` : gazetteer;

/** A row of events without what the table adds by itself. */
export const eventRow = (
  event: Event,
  readout: Readout,
  {
    times,
    places,
  }: { readonly times: ReadonlyMap<string, TimeExpression>; readonly places: ReadonlyMap<string, Place> },
  facts: ReportFacts,
  placed: Placed,
) => {
  const when = stretchOf(times.get(event.time ?? ''));
  const place = places.get(event.place ?? '');
  const nodes = (field: 'actors' | 'recipients'): string[] => [
    ...new Set(placed.given(event.id, field) ?? event[field].map(placed.nodeOf)),
  ];
  return {
    ...facts,
    id: event.id,
    type: event.type,
    mode: event.mode,
    contexts: event.contexts,
    realis: event.realis,
    actors: nodes('actors'),
    recipients: nodes('recipients'),
    trigger: event.trigger.text,
    starts: when.starts,
    ends: when.ends,
    grain: when.grain,
    place: place?.name ?? null,
    country: place?.country ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    place_id: place === undefined ? null : placeKey(place),
    precision: place?.precision ?? null,
    asserted_by: event.assertedBy,
    statement: event.statement,
    node: placed.nodeOf(event.id),
    review: placed.reviewOf(event.id),
    rule: event.rule,
    sentence: sentenceAt(readout, event.trigger.start).text,
    record: event,
  };
};

export type StatementRow = ReturnType<typeof statementRow>;
export type EventRow = ReturnType<typeof eventRow>;

/** The rows of a readout. */
export const recordRows = (
  readout: Readout,
  facts: ReportFacts,
  placed: Placed,
): { readonly statements: readonly StatementRow[]; readonly events: readonly EventRow[] } => {
  const known = { times: byId(readout.times), places: byId(readout.places) };
  return {
    statements: readout.statements.map((statement) => statementRow(statement, readout, known, facts, placed)),
    events: readout.events.map((event) => eventRow(event, readout, known, facts, placed)),
  };
};
