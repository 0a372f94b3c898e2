import { z } from '@hono/zod-openapi';
import { readoutSchema } from '../../readout/index.ts';
import { instant } from './shapes.ts';

const { statements, events, places } = readoutSchema.shape;

export const review = z.enum(['none', 'accepted', 'rejected', 'edited']);

export const actorName = z.object({ id: z.string(), name: z.string() }).openapi('ActorName');

export const counts = z
  .object({ reports: z.int(), publishers: z.int(), origins: z.int() })
  .describe('In how many reports, of how many houses and origins, it is told.')
  .openapi('Counts');

const text = z.string().nullable();

export const reportName = z
  .object({ id: z.string(), title: text, publisher: text, published: text, url: text })
  .openapi('ReportName');

const shared = {
  id: z.string().describe('The id of the record in its report.'),
  at: instant.describe('When its report was published, or taken in where it says no day.'),
  node: z.string().describe('What it is across reports.'),
  situation: text,
  report: reportName,
  review,
  counts,
};

/** A statement as lists give it. */
export const statementItem = z
  .object({
    kind: z.literal('statement'),
    ...shared,
    speakers: z.array(actorName),
    said: z.object({ start: instant, end: text }).nullable(),
    record: statements.element,
  })
  .openapi('StatementItem');

/** An event as lists give it. */
export const eventItem = z
  .object({
    kind: z.literal('event'),
    ...shared,
    actors: z.array(actorName),
    recipients: z.array(actorName),
    when: z.object({ start: instant, end: text, grain: text }).nullable(),
    place: z
      .object({
        id: z.string().describe('What events there are asked for with (`place`).'),
        name: z.string(),
        country: text,
        lat: z.number().nullable(),
        lon: z.number().nullable(),
        precision: places.element.shape.precision,
      })
      .nullable(),
    sentence: z.string(),
    record: events.element,
  })
  .openapi('EventItem');

const report = {
  id: z.string(),
  name: z.string().describe('The file or address that it was read from.'),
  title: text,
  url: text,
  publisher: text,
  family: text.describe('The house that published it.'),
  agency: text,
  language: z.string(),
  published: text,
  added: instant,
  origin: z.string().describe('The first report of the line of copies that it belongs to.'),
  likeness: text,
  words: z.int(),
};

/** A report as lists give it. */
export const reportItem = z.object(report).openapi('ReportItem');

/** A report with all that was read out of it. */
export const reportDetail = z
  .object({
    ...report,
    readout: readoutSchema,
    members: z.array(z.object({ kind: z.string(), record: z.string(), node: z.string(), reason: z.string() })),
  })
  .openapi('ReportDetail');

/** How often things of a kind come in a stretch of time. */
export const count = z.object({ start: z.string(), label: z.string(), records: z.int() }).openapi('Count');

export const dyad = z.object({ actor: actorName, recipient: actorName, records: z.int() }).openapi('Dyad');

export const totals = z
  .object({
    reports: z.int(),
    publishers: z.int(),
    origins: z.int(),
    statements: z.int(),
    events: z.int(),
    nodes: z.record(z.string(), z.int()),
    corrections: z.int(),
    unanchored: z.int(),
    failures: z.int(),
    passedOver: z.int().describe('Entries of the journal that could not be applied.'),
    last: text,
  })
  .openapi('Totals');

const tally = z.object({ added: z.int(), removed: z.int(), changed: z.int() });

export const diffShape = z
  .object({
    counts: z
      .object({ statement: tally, event: tally })
      .nullable()
      .describe('Of all pages; null behind the first one.'),
    differences: z.array(
      z.object({
        kind: z.enum(['statement', 'event']),
        change: z.enum(['added', 'removed', 'changed']),
        document: z.string(),
        record: z.string(),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
    next: text.describe('Asks for the next page, as `cursor`; null at the end.'),
  })
  .openapi('Diff');

export const failureItem = z
  .object({ name: z.string(), code: z.string(), message: z.string(), at: instant })
  .openapi('UnreadInput');

export const happened = z
  .object({ seq: z.int(), at: instant, kind: z.string(), document: text })
  .describe('Something was taken in.')
  .openapi('Happened');
