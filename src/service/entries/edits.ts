import { z } from 'zod';
import type { NodeKind } from '../../ledger/index.ts';
import type { Event, Readout, Statement } from '../../readout/index.ts';
import { readoutSchema } from '../../readout/index.ts';
import { ReadoutError, toEvidence } from '../../text/index.ts';
import type { RecordKind } from './entry.ts';

type Change = Readonly<Record<string, unknown>>;

const span = z.strictObject({ start: z.int().min(0), end: z.int().min(1) });
const actorNodes = z.array(z.string().min(1)).max(50);
const { statements, events } = readoutSchema.shape;
const statement = statements.element.shape;
const event = events.element.shape;

/** What of a statement a person may set: words by their place in the text, speakers by their nodes in the ledger. */
export const statementEdit = z
  .strictObject({
    act: statement.act,
    attitude: z.boolean(),
    quotation: statement.quotation,
    source: span.nullable(),
    cue: span,
    content: z.array(span).min(1).max(50),
    addressee: span.nullable(),
    speakers: actorNodes,
  })
  .partial();

/** What of an event a person may set. */
export const eventEdit = z
  .strictObject({
    type: event.type,
    mode: z.string().nullable(),
    contexts: z.array(z.string()).max(37),
    realis: event.realis,
    trigger: span,
    actors: actorNodes,
    recipients: actorNodes,
  })
  .partial();

/** What of a node a person may set. */
export const nodeEdit = z
  .strictObject({
    name: z.string().min(1).max(300),
    kind: z.enum(['person', 'organization', 'country', 'group']),
    state: z.enum(['scheduled', 'postponed', 'rescheduled', 'cancelled', 'held', 'did not happen']),
    title: z.string().min(1).max(300),
  })
  .partial();

/** Which fields a node of a kind has that a person may set. */
const fieldsOfNode: Readonly<Record<NodeKind, readonly (keyof z.infer<typeof nodeEdit>)[]>> = {
  actor: ['name', 'kind'],
  agenda: ['state'],
  situation: ['title'],
  event: [],
  statement: [],
  dispute: [],
};

/** Checks an edit of a node of a kind. Throws `bad-correction` that names the field. */
export const checkNodeEdit = (kind: NodeKind, change: Change): void => {
  const checked = nodeEdit.safeParse(change);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new ReadoutError('bad-correction', `${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const known: readonly string[] = fieldsOfNode[kind];
  const odd = Object.keys(change).find((field) => !known.includes(field));
  if (odd !== undefined)
    throw new ReadoutError(
      'bad-correction',
      `${odd}: ${known.length === 0 ? `no field of a node of the kind "${kind}" can be set` : `of the kind "${kind}" there can be set: ${known.join(', ')}`}.`,
    );
  if (Object.keys(change).length === 0) throw new ReadoutError('bad-correction', 'An edit names at least one field.');
};

const nodeFields = new Set(['speakers', 'actors', 'recipients']);

/** A span of an edit, wherever it stands, with its words; other values as they are. */
const withWords = (text: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => withWords(text, one));
  const found = span.safeParse(value);
  return found.success ? toEvidence(text, found.data) : value;
};

const outside = (text: string, value: unknown): boolean => {
  if (Array.isArray(value)) return value.some((one) => outside(text, one));
  const found = span.safeParse(value);
  return found.success && (found.data.end > text.length || found.data.start >= found.data.end);
};

/** Checks an edit of a record of that text. Throws `bad-correction` that names the field. */
export const checkEdit = (kind: RecordKind, change: Change, text: string): void => {
  const checked = (kind === 'statement' ? statementEdit : eventEdit).safeParse(change);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const where = issue?.path.join('.') ?? '';
    throw new ReadoutError('bad-correction', `${where === '' ? kind : where}: ${issue?.message ?? 'not understood'}.`);
  }
  for (const [field, value] of Object.entries(change))
    if (outside(text, value))
      throw new ReadoutError(
        'bad-correction',
        `${field}: these offsets lie outside the report's text, which has ${text.length} characters.`,
      );
  if (Object.keys(change).length === 0) throw new ReadoutError('bad-correction', 'An edit names at least one field.');
};

/** A readout with fields of one record set, and the actor nodes that were given to its fields. */
export const applyEdit = (
  readout: Readout,
  kind: RecordKind,
  record: string,
  change: Change,
): { readonly readout: Readout; readonly nodes: ReadonlyMap<string, readonly string[]> } => {
  const fields = Object.entries(change);
  const nodes = new Map(
    fields.filter(([field]) => nodeFields.has(field)).map(([field, value]) => [field, actorNodes.parse(value)]),
  );
  const plain = Object.fromEntries(
    fields.filter(([field]) => !nodeFields.has(field)).map(([field, value]) => [field, withWords(readout.text, value)]),
  );
  const edited = <T extends Statement | Event>(records: readonly T[]): readonly T[] =>
    records.map((one) => (one.id === record ? { ...one, ...plain } : one));
  return {
    readout:
      kind === 'statement'
        ? { ...readout, statements: edited(readout.statements) }
        : { ...readout, events: edited(readout.events) },
    nodes,
  };
};
