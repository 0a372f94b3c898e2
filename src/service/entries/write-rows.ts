import { isDeepStrictEqual } from 'node:util';
import { sql, type Transaction } from 'kysely';
import { FOREVER, insertOf, type Tables, toJson } from '../../store/index.ts';
import type { EventRow, StatementRow } from '../rows/record-rows.ts';
import { writeSums } from './write-sums.ts';

type Table = 'statements' | 'events';
type Row = StatementRow | EventRow;

interface Participant {
  readonly role: 'speaker' | 'actor' | 'recipient';
  readonly actor: string;
}

const participantsOf = (row: Row): readonly Participant[] =>
  'speakers' in row
    ? row.speakers.map((actor) => ({ role: 'speaker' as const, actor }))
    : [
        ...row.actors.map((actor) => ({ role: 'actor' as const, actor })),
        ...row.recipients.map((actor) => ({ role: 'recipient' as const, actor })),
      ];

/** The rows of a report as they stand, as JSON that a new row can be compared with. */
const standing = async (
  transaction: Transaction<Tables>,
  table: Table,
  document: string,
): Promise<ReadonlyMap<string, { readonly row: number; readonly json: Record<string, unknown> }>> => {
  const { rows } = await sql<{ row: number; json: Record<string, unknown> }>`
    select row, to_jsonb(t) - 'row' - 'since' - 'until' - 'search' as json from ${sql.table(table)} as t
    where document = ${document} and until = ${FOREVER}::bigint`.execute(transaction);
  return new Map(rows.map(({ row, json }) => [String(json.id), { row: Number(row), json }]));
};

const times = new Set(['at', 'said_start', 'said_end', 'starts', 'ends']);

/** Two rows are the same where their values are; PostgreSQL writes moments in another way than we do. */
const isSame = (row: Row, json: Readonly<Record<string, unknown>> | null): boolean =>
  json !== null &&
  Object.entries(JSON.parse(JSON.stringify(row))).every(([column, value]) =>
    times.has(column) && typeof value === 'string'
      ? Date.parse(value) === Date.parse(String(json[column]))
      : isDeepStrictEqual(value, json[column]),
  );

const end = async (
  transaction: Transaction<Tables>,
  table: Table,
  rows: readonly number[],
  seq: number,
): Promise<void> => {
  if (rows.length === 0) return;
  const kind = kindOf(table);
  // What began with this very entry was never seen.
  const numbers = [...rows];
  await sql`delete from ${sql.table(table)} where row = any(${numbers}::bigint[]) and since = ${seq}`.execute(
    transaction,
  );
  await sql`update ${sql.table(table)} set until = ${seq} where row = any(${numbers}::bigint[])`.execute(transaction);
  const ofRows = sql`kind = ${kind} and row = any(${numbers}::bigint[])`;
  await sql`delete from participants where ${ofRows} and since = ${seq}`.execute(transaction);
  await sql`update participants set until = ${seq} where ${ofRows}`.execute(transaction);
};

const labelOf = (row: Readonly<Record<string, unknown>>): string => String(row.act ?? row.type);

const kindOf = (table: Table): 'statement' | 'event' => (table === 'statements' ? 'statement' : 'event');

/** What changes in a table: rows that are new, and rows that are no more. */
interface Changes {
  readonly table: Table;
  readonly added: readonly Row[];
  readonly gone: readonly { readonly row: number; readonly json: Record<string, unknown> }[];
}

const changesOf = async (
  transaction: Transaction<Tables>,
  table: Table,
  rows: readonly Row[],
  { document, isKnown }: { readonly document: string; readonly isKnown: boolean },
): Promise<Changes> => {
  if (!isKnown) return { table, added: rows, gone: [] };
  const before = await standing(transaction, table, document);
  const kept = new Set(rows.filter((row) => isSame(row, before.get(row.id)?.json ?? null)).map(({ id }) => id));
  return {
    table,
    added: rows.filter(({ id }) => !kept.has(id)),
    gone: [...before].filter(([id]) => !kept.has(id)).map(([, old]) => old),
  };
};

/** Inserts the rows of both tables, who takes part in them, and the sums over them, in one statement. */
const insert = async (
  transaction: Transaction<Tables>,
  changes: readonly Changes[],
  facts: { readonly document: string; readonly seq: number },
): Promise<void> => {
  const { seq } = facts;
  const [statements, events] = changes.map(({ table, added }) => {
    const rows = insertOf(
      table,
      added.map((row) => ({ ...row, since: seq, until: FOREVER })),
    );
    return added.length === 0 ? sql`select ''::text as id, 0::bigint as row limit 0` : sql`${rows} returning id, row`;
  });
  const participants = changes.flatMap(({ table, added }) =>
    added.flatMap((row) =>
      participantsOf(row).map((one) => ({
        kind: kindOf(table),
        label: labelOf(row),
        ...one,
        at: row.at,
        record: row.id,
      })),
    ),
  );
  const sums = writeSums(
    changes.map(({ table, added, gone }) => ({ kind: kindOf(table), added, gone: gone.map(({ json }) => json) })),
    facts,
  );
  await sql`
    with statement as (${statements}), event as (${events}),
    made as (select 'statement' as kind, id, row from statement union all select 'event', id, row from event),
    ${sums}
    insert into participants (kind, role, actor, label, at, row, since)
    select p.kind, p.role, p.actor, p.label, p.at, made.row, ${seq}::bigint
    from jsonb_to_recordset(${toJson(participants)}::jsonb)
      as p(kind text, role text, actor text, label text, at timestamptz, record text)
    join made on made.kind = p.kind and made.id = p.record`.execute(transaction);
};

/** Writes the rows of a report as they are now; rows that changed or are gone stay, with the entry that ended them. */
export const writeRows = async (
  transaction: Transaction<Tables>,
  rows: { readonly statements: readonly StatementRow[]; readonly events: readonly EventRow[] },
  facts: { readonly document: string; readonly seq: number; readonly isKnown: boolean },
): Promise<void> => {
  const changes = [
    await changesOf(transaction, 'statements', rows.statements, facts),
    await changesOf(transaction, 'events', rows.events, facts),
  ];
  for (const { table, gone } of changes)
    await end(
      transaction,
      table,
      gone.map(({ row }) => row),
      facts.seq,
    );
  if (changes.some(({ added, gone }) => added.length > 0 || gone.length > 0)) await insert(transaction, changes, facts);
};
