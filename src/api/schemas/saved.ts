import { z } from '@hono/zod-openapi';
import { readoutSchema } from '../../readout/index.ts';
import { agendaState } from './nodes.ts';
import { moment } from './query.ts';
import { review } from './records.ts';
import { words } from './shapes.ts';

const { statements, events } = readoutSchema.shape;
const id = words(200);
const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(50);

/** A filter on records as it is saved. */
export const savedFilter = z
  .strictObject({
    text: words(500),
    actor: some(id),
    dyad: z.tuple([id, id]),
    type: some(events.element.shape.type),
    realis: some(events.element.shape.realis),
    act: some(statements.element.shape.act),
    channel: words(200),
    country: some(z.string().regex(/^[A-Z]{3}$/)),
    place: some(id),
    when_from: moment,
    when_until: moment,
    from: moment,
    until: moment,
    origins: z.int().min(1).max(1_000_000),
    review: some(review),
    document: id,
    record: id,
    situation: id,
    node: id,
    attitude: z.boolean(),
    state: some(agendaState).describe('Of the agenda only.'),
  })
  .partial()
  .openapi('Filter');

/** A query that somebody keeps: what it is called, and what it asks for. */
export const savedQuery = z
  .strictObject({
    title: words(300),
    kind: z
      .enum(['statements', 'events', 'agenda'])
      .describe('`agenda`: of the filter only `actor` (one), `situation`, `review` and `state` are used.'),
    filter: savedFilter,
  })
  .openapi('SavedQuery');

export type SavedQuery = z.infer<typeof savedQuery>;

/** What settings and saved things are called. */
export const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'Small letters, digits and hyphens, at most 64')
  .openapi({ example: 'border-talks' });

/** A hook that is called when something new matches. */
export const webhookInput = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }).max(2000),
    query: slug.nullable().describe('The saved query that must match; null: everything that is taken in.'),
  })
  .openapi('WebhookInput');
