import { isDeepStrictEqual } from 'node:util';
import { sql, type Transaction } from 'kysely';
import { FOREVER, insertReturning, insertRows, type Tables, toJson } from '../../store/index.ts';
import type { EventRow, StatementRow } from '../rows/record-rows.ts';

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
  const kind = table === 'statements' ? 'statement' : 'event';
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

/** What is counted of a row: nothing where it was rejected. */
const dayOf = (row: Readonly<Record<string, unknown>>): string | null =>
  row.review === 'rejected' ? null : `${new Date(String(row.at)).toISOString().slice(0, 10)} ${labelOf(row)}`;

/** Keeps the counts of days up with rows that came and went. */
const countDays = async (
  transaction: Transaction<Tables>,
  kind: 'statement' | 'event',
  added: readonly Readonly<Record<string, unknown>>[],
  gone: readonly Readonly<Record<string, unknown>>[],
): Promise<void> => {
  const changes = new Map<string, number>();
  const change = (rows: readonly Readonly<Record<string, unknown>>[], by: number): void => {
    for (const row of rows) {
      const day = dayOf(row);
      if (day !== null) changes.set(day, (changes.get(day) ?? 0) + by);
    }
  };
  change(added, 1);
  change(gone, -1);
  const rows = [...changes]
    .filter(([, records]) => records !== 0)
    .map(([day, records]) => ({ kind, day: day.slice(0, 10), label: day.slice(11), records }));
  if (rows.length === 0) return;
  await sql`
    insert into daily (kind, day, label, records) select kind, day, label, records
    from jsonb_populate_recordset(null::daily, ${toJson(rows)}::jsonb)
    on conflict (kind, day, label) do update set records = daily.records + excluded.records`.execute(transaction);
};

const writeTable = async (
  transaction: Transaction<Tables>,
  table: Table,
  rows: readonly Row[],
  { document, seq, isKnown }: { readonly document: string; readonly seq: number; readonly isKnown: boolean },
): Promise<void> => {
  const before: Awaited<ReturnType<typeof standing>> = isKnown
    ? await standing(transaction, table, document)
    : new Map();
  const kept = new Set(rows.filter((row) => isSame(row, before.get(row.id)?.json ?? null)).map(({ id }) => id));
  const gone = [...before].filter(([id]) => !kept.has(id)).map(([, old]) => old);
  await end(
    transaction,
    table,
    gone.map(({ row }) => row),
    seq,
  );
  const added = rows.filter(({ id }) => !kept.has(id));
  const numbers = await insertReturning(
    transaction,
    table,
    added.map((row) => ({ ...row, since: seq, until: FOREVER })),
  );
  const kind = table === 'statements' ? 'statement' : 'event';
  const participants = added.flatMap((row) =>
    participantsOf(row).map((one) => ({
      label: labelOf(row),
      kind,
      ...one,
      at: row.at,
      row: numbers.get(row.id),
      since: seq,
      until: FOREVER,
    })),
  );
  await insertRows(transaction, 'participants', participants);
  await countDays(
    transaction,
    kind,
    added,
    gone.map(({ json }) => json),
  );
};

/** Writes the rows of a report as they are now; rows that changed or are gone stay, with the entry that ended them. */
export const writeRows = async (
  transaction: Transaction<Tables>,
  rows: { readonly statements: readonly StatementRow[]; readonly events: readonly EventRow[] },
  facts: { readonly document: string; readonly seq: number; readonly isKnown: boolean },
): Promise<void> => {
  await writeTable(transaction, 'statements', rows.statements, facts);
  await writeTable(transaction, 'events', rows.events, facts);
};
