import { z } from '@hono/zod-openapi';
import { readoutSchema } from '../../readout/index.ts';
import {
  doubtReasons,
  type Filter,
  instantOf,
  type NodeFilter,
  nodeOrders,
  type ReportFilter,
} from '../../service/index.ts';
import type { ReadoutError } from '../../text/index.ts';
import { review } from './records.ts';
import { words } from './shapes.ts';

const { statements, events } = readoutSchema.shape;

/** A moment that a caller names. */
export const moment = z
  .string()
  .max(40)
  .check(({ value, issues }) => {
    try {
      instantOf(value);
    } catch (error) {
      const { code, message } = error as ReadoutError;
      issues.push({ code: 'custom', input: value, message, params: { code } });
    }
  })
  .openapi({ example: '2019-04-28T18:00Z' });

/** The same parameter more than once, or values with commas between them. */
const list = <T extends z.ZodType>(item: T, about: string) =>
  z
    .preprocess(
      (given) => [given].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : [one])),
      z.array(item).min(1).max(50),
    )
    .optional()
    .openapi({ param: { style: 'form', explode: true }, description: `${about} Several: one of them.` });

const whole = (least: number, most: number, about: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .optional()
    .openapi({ type: 'integer', minimum: least, maximum: most, description: about });

const id = words(200);
/** A moment, or an engine by its name or a part of it. */
const momentOrEngine = words(200).openapi({
  description: 'A moment (2026-03-02, 2026-03-02T18:00Z), or an engine (version/model/codebook, or a part of that).',
});

const asOf = moment.optional().openapi({ description: 'What was known at this moment.' });

const paging = {
  limit: whole(1, 1000, 'At most so many; 50 unless told.'),
  cursor: words(1000).optional().openapi({ description: '`next` of the page before.' }),
};

const stretch = {
  from: moment.optional().openapi({ description: 'Reports published from here.' }),
  until: moment.optional().openapi({ description: 'Reports published before this.' }),
};

/** What of records can be asked for. */
const recordFilter = {
  text: words(500).optional().openapi({ description: 'Words to find: `"exact words"`, `or`, `-without`.' }),
  actor: list(id, 'Actors that take part in any role.'),
  dyad: z
    .preprocess((given) => (typeof given === 'string' ? given.split(',') : given), z.array(id).length(2))
    .optional()
    .openapi({
      param: { style: 'form', explode: false },
      description: 'Two actors: what the first did to the second, or said about it.',
    }),
  type: list(events.element.shape.type, 'Types of events.'),
  realis: list(events.element.shape.realis, 'Whether events happened, are planned …'),
  act: list(statements.element.shape.act, 'What is done by saying it.'),
  channel: words(200).optional().openapi({ description: 'Part of the name of where it was said.' }),
  country: list(z.string().regex(/^[A-Z]{3}$/), 'Countries, ISO 3166-1 alpha-3.'),
  place: list(id, 'Events at these places, by the ids that /places gives.'),
  ...stretch,
  when_from: moment
    .optional()
    .openapi({ description: 'What is told begins from here; where no time is told, its report was published then.' }),
  when_until: moment.optional().openapi({ description: 'What is told begins before this.' }),
  origins: whole(1, 1_000_000, 'Told by at least so many origins.'),
  review: list(review, 'What people said of it; all but what was rejected unless told.'),
  document: id.optional().openapi({ description: 'Of this report.' }),
  record: id.optional().openapi({ description: 'The id of a record: reports of the same words share it.' }),
  situation: id.optional(),
  node: id.optional().openapi({ description: 'Tellings of this event or statement.' }),
  attitude: z
    .enum(['true', 'false'])
    .optional()
    .openapi({ description: 'Statements that are thoughts and wishes, or those that are not.' }),
};

export const recordQuery = z.strictObject({ ...recordFilter, ...paging, as_of: asOf });
export const tallyQuery = z.strictObject({ ...recordFilter, as_of: asOf });
export const dyadQuery = z.strictObject({ ...recordFilter, limit: paging.limit, as_of: asOf });
export const memberQuery = z.strictObject({ ...paging, as_of: asOf });
export const diffQuery = z.strictObject({ a: momentOrEngine, b: momentOrEngine, ...paging });
export const networkQuery = z.strictObject({
  ...recordFilter,
  actors: whole(2, 300, 'At most so many actors, those with most links; 50 unless told.'),
  kind: z.enum(['event', 'statement']).optional().openapi({ description: 'Only what is done, or only what is said.' }),
  as_of: asOf,
});
export const laneQuery = z.strictObject({
  ...recordFilter,
  lanes: whole(1, 30, 'How many actors, where none is named; 8 unless told.'),
  as_of: asOf,
});
export const asOfQuery = z.strictObject({ as_of: asOf });

export const tellingQuery = z.strictObject({
  limit: whole(1, 200, 'At most so many; 100 unless told.'),
  as_of: asOf,
});

/** Which rows of the queue are asked for. */
const doubtFilter = {
  kind: z.enum(['statement', 'event']).optional(),
  type: recordFilter.type,
  act: recordFilter.act,
  reason: list(z.enum(doubtReasons), 'Why rows are doubtful.'),
  document: recordFilter.document,
};
export const reviewQuery = z.strictObject({
  ...doubtFilter,
  limit: whole(1, 500, 'At most so many; 50 unless told.'),
});
export const reviewProgressQuery = z.strictObject({
  ...doubtFilter,
  since: moment.optional().openapi({ description: 'Decisions from here on are counted; all of them unless told.' }),
});

export const reportQuery = z.strictObject({
  text: recordFilter.text,
  origin: id.optional(),
  situation: id.optional().openapi({ description: 'That tell of this situation.' }),
  url: words(8000).optional().openapi({ description: 'That stands at this address, however it is written.' }),
  publisher: words(300).optional(),
  ...stretch,
  ...paging,
  as_of: asOf,
});

export const nodeQuery = z.strictObject({
  name: words(300).optional().openapi({
    description: 'Part of a name; the likest first. Disputes and the agenda: of the name of somebody they are about.',
  }),
  actor: id.optional().openapi({ description: 'With this actor among those it names.' }),
  situation: id.optional().openapi({ description: 'Told of in a report of this situation.' }),
  reports: whole(1, 1_000_000, 'Told in at least so many reports.'),
  from: moment.optional().openapi({ description: 'Of the agenda: what has not ended by then.' }),
  until: moment.optional().openapi({ description: 'Of the agenda: what begins before this.' }),
  order: z.enum(nodeOrders).optional().openapi({
    description:
      'The newest first (unless told), those that most reports tell of, or, of the agenda, by when they are (`latest`: the last first).',
  }),
  review: recordFilter.review,
  ...paging,
  as_of: asOf,
});

type Given = Readonly<Record<string, unknown>>;

/** The fields of a query that are filters, as the ledger has them. */
const pick = (given: Given, leave: readonly string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== undefined && !leave.includes(name)));

const ASIDE = ['limit', 'cursor', 'as_of'];

/** Which page a query asks for, as of when. */
export const pageOf = ({ limit, cursor, as_of }: Given) => ({
  ...(typeof limit === 'number' && { limit }),
  ...(typeof cursor === 'string' && { cursor }),
  asOf: typeof as_of === 'string' ? as_of : null,
});

/** What a query on records means. */
export const toRecordQuery = (given: Given) => {
  const { attitude, ...filter } = pick(given, ASIDE);
  // The schema has checked each field.
  const checked = { ...filter, ...(attitude !== undefined && { attitude: attitude === 'true' }) } as Filter;
  return { filter: checked, ...pageOf(given) };
};

export const toReportQuery = (given: Given) => ({ filter: pick(given, ASIDE) as ReportFilter, ...pageOf(given) });
export const toNodeQuery = (given: Given) => ({ filter: pick(given, ASIDE) as NodeFilter, ...pageOf(given) });
