import { z } from 'zod';
import type { NodeKind } from '../../ledger/index.ts';
import type { Event, Readout, Statement } from '../../readout/index.ts';
import { readoutSchema } from '../../readout/index.ts';
import { ReadoutError, toEvidence } from '../../text/index.ts';
import type { RecordKind } from './entry.ts';
import { editedAgenda, givenPlace, givenTime, placeEdit, span, timeEdit, withGiven } from './given-fields.ts';

type Change = Readonly<Record<string, unknown>>;

const record = z.string().min(1).max(200);
const actorNodes = z.array(z.string().min(1)).max(50);
const { statements, events } = readoutSchema.shape;
const statement = statements.element.shape;
const event = events.element.shape;

/** What of a statement a person may set: words by their place in the text, speakers by their nodes in the ledger, other statements by their ids. */
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
    channel: z.array(span).max(20),
    time: timeEdit.nullable(),
    place: placeEdit.nullable(),
    parent: record.nullable(),
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
    assertedBy: z.array(record).max(50),
    time: timeEdit.nullable(),
    place: placeEdit.nullable(),
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

const place = z.looseObject({ start: z.int(), end: z.int() });

const outside = (text: string, value: unknown): boolean => {
  if (Array.isArray(value)) return value.some((one) => outside(text, one));
  const found = place.safeParse(value);
  return found.success && (found.data.end > text.length || found.data.start >= found.data.end);
};

/** Statements that an edit names must be in the report, and none lies inside itself. */
const checkStatements = (record: string, { parent, assertedBy }: Change, { statements }: Readout): void => {
  const named = [parent, assertedBy].flat().filter((one) => typeof one === 'string');
  const odd = named.find((one) => one === record || !statements.some(({ id }) => id === one));
  if (odd !== undefined)
    throw new ReadoutError(
      'bad-correction',
      `${parent === odd ? 'parent' : 'assertedBy'}: "${odd}" is no other statement of this report.`,
    );
};

/** Checks an edit of a record of that readout. Throws `bad-correction` that names the field. */
export const checkEdit = (kind: RecordKind, record: string, change: Change, readout: Readout): void => {
  const checked = (kind === 'statement' ? statementEdit : eventEdit).safeParse(change);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const where = issue?.path.join('.') ?? '';
    throw new ReadoutError('bad-correction', `${where === '' ? kind : where}: ${issue?.message ?? 'not understood'}.`);
  }
  const { text } = readout;
  for (const [field, value] of Object.entries(change))
    if (outside(text, value))
      throw new ReadoutError(
        'bad-correction',
        `${field}: these offsets lie outside the report's text, which has ${text.length} characters.`,
      );
  checkStatements(record, change, readout);
  if (Object.keys(change).length === 0) throw new ReadoutError('bad-correction', 'An edit names at least one field.');
};

/** Fields that name other statements, or where something was said, as a record has them. What a newer engine does not find again is left out. */
const ofReport = (readout: Readout): Readonly<Record<string, (value: unknown) => unknown>> => {
  const isStatement = (id: unknown): boolean => readout.statements.some((one) => one.id === id);
  return {
    parent: (id) => (isStatement(id) ? id : null),
    assertedBy: (ids) => [ids].flat().filter(isStatement),
    channel: (spans) =>
      z
        .array(span)
        .parse(spans)
        .map((one) => toEvidence(readout.text, one))
        .map((words) => ({ name: words.text, span: words })),
  };
};

/** The fields of an edit as a record has them, and the times and places that people gave. */
const fieldsIn = (readout: Readout, record: string, change: Change) => {
  const time = givenTime(readout, record, change.time);
  const place = givenPlace(readout, record, change.place);
  const own: ReturnType<typeof ofReport> = {
    ...ofReport(readout),
    time: () => time?.id ?? null,
    place: () => place?.id ?? null,
  };
  const values = Object.entries(change)
    .filter(([field]) => !nodeFields.has(field))
    .map(([field, value]) => [field, own[field]?.(value) ?? (field in own ? null : withWords(readout.text, value))]);
  return { values: Object.fromEntries(values), time, place };
};

/** An event whose trigger was moved is mentioned there, and no longer where it was. */
const moved = <T extends Statement | Event>(before: T, after: T): T =>
  !('trigger' in before && 'trigger' in after) || before.trigger === after.trigger
    ? after
    : {
        ...after,
        mentions: before.mentions.map((one) => (one.start === before.trigger.start ? after.trigger : one)),
      };

/** A readout with fields of one record set, and the actor nodes that were given to its fields. */
export const applyEdit = (
  readout: Readout,
  kind: RecordKind,
  record: string,
  change: Change,
): { readonly readout: Readout; readonly nodes: ReadonlyMap<string, readonly string[]> } => {
  const nodes = new Map(
    Object.entries(change)
      .filter(([field]) => nodeFields.has(field))
      .map(([field, value]) => [field, actorNodes.parse(value)]),
  );
  const { values, time, place } = fieldsIn(readout, record, change);
  const edited = <T extends Statement | Event>(records: readonly T[]): readonly T[] =>
    records.map((one) => (one.id === record ? moved(one, { ...one, ...values }) : one));
  const given = withGiven(readout, time, place);
  return {
    readout:
      kind === 'statement'
        ? { ...given, statements: edited(given.statements) }
        : { ...given, events: edited(given.events), agenda: editedAgenda(given.agenda, record, change, time) },
    nodes,
  };
};
