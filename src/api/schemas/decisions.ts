import { z } from '@hono/zod-openapi';
import { eventEdit, nodeEdit, statementEdit } from '../../service/index.ts';
import { asOfQuery } from './query.ts';
import { instant, words } from './shapes.ts';

const id = words(200);
const nodeKind = z.enum(['actor', 'event', 'statement', 'dispute', 'agenda', 'situation']);
const ref = { document: id, record: id };
const evidence = z.strictObject({ start: z.int().min(0), end: z.int().min(0), text: z.string().max(20_000) });
const anchor = <K extends 'statement' | 'event'>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), ...ref, evidence });
const nothing = z.strictObject({});

/** What can be decided of a record, a node, two nodes, or some members of one. */
export const change = z
  .union([
    z.strictObject({ action: z.literal('edit'), anchor: anchor('statement'), change: statementEdit }),
    z.strictObject({ action: z.literal('edit'), anchor: anchor('event'), change: eventEdit }),
    z.strictObject({
      action: z.enum(['accept', 'reject']),
      anchor: z.union([anchor('statement'), anchor('event')]),
      change: nothing,
    }),
    z.strictObject({ action: z.literal('edit-node'), kind: nodeKind, node: id, change: nodeEdit }),
    z.strictObject({ action: z.enum(['accept-node', 'reject-node']), kind: nodeKind, node: id, change: nothing }),
    z.strictObject({ action: z.literal('merge'), kind: nodeKind, into: id, from: id }),
    z.strictObject({
      action: z.literal('split'),
      kind: nodeKind,
      node: id,
      members: z.array(z.strictObject(ref)).min(1).max(1000),
    }),
  ])
  .openapi('Change');

const author = words(200).optional().describe('Who decides; whoever holds the token unless told.');

export const decisions = z
  .strictObject({
    decisions: z
      .array(z.strictObject({ author, why: words(2000).nullable(), change }))
      .min(1)
      .max(1000),
  })
  .openapi('Decisions');

export const undoing = z.strictObject({ author, why: words(2000).nullable() }).openapi('Undoing');

export const correctionItem = z
  .object({
    id: z.string(),
    at: instant,
    author: z.string(),
    why: z.string().nullable(),
    change: z.unknown(),
    state: z.enum(['applied', 'unanchored', 'undone']),
    undoneBy: z.string().nullable().describe('Who took it back, where that is known.'),
    undoneAt: z.string().nullable(),
    undoneWhy: z.string().nullable(),
  })
  .openapi('Correction');

export const versionItem = z
  .object({
    from: instant,
    until: z.string().nullable(),
    engine: z.string().nullable().describe('The engine whose readout it rests on.'),
    review: z.string(),
    record: z.unknown(),
  })
  .openapi('Version');

export const correctionQuery = z.strictObject({
  document: id.optional(),
  record: id.optional(),
  node: id.optional().openapi({ description: 'Of this node: also what was merged with it, and how it was split off.' }),
  state: z.enum(['applied', 'unanchored', 'undone']).optional(),
  author: words(200).optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(1000))
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: 1000 }),
  cursor: words(1000).optional(),
  ...asOfQuery.shape,
});
