import { type RawBuilder, sql } from 'kysely';
import { type JsonRow, toJson } from '../../store/index.ts';
import { type RowChanges, sumsOf } from './changed-sums.ts';

/** Sums that keep what they were: by what each is told apart, and its numbers. */
const kept = [
  { sums: 'daily', pasts: 'daily_pasts', key: ['kind', 'day', 'label'], numbers: ['records'] },
  { sums: 'pairs', pasts: 'pair_pasts', key: ['kind', 'source', 'target', 'label'], numbers: ['records'] },
  {
    sums: 'lanes',
    pasts: 'lane_pasts',
    key: ['actor', 'kind', 'day', 'label', 'realis'],
    numbers: ['records', 'undated'],
  },
  { sums: 'sites', pasts: 'site_pasts', key: ['site', 'type', 'realis'], numbers: ['records'] },
] as const;
type Kept = (typeof kept)[number];

const listed = (columns: readonly string[], inTable = ''): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(`${inTable}${column}`)));

/** Writes what changes of sums, and of those that another entry made what they were until this one. */
const writeKept = ({ sums, pasts, key, numbers }: Kept, rows: readonly JsonRow[], seq: number): RawBuilder<unknown> => {
  const changes = sql.ref(`${sums}_changed`);
  const isSame = sql.join(
    key.map((column) => sql`s.${sql.ref(column)} = c.${sql.ref(column)}`),
    sql` and `,
  );
  const added = sql.join(numbers.map((each) => sql`${sql.ref(each)} = s.${sql.ref(each)} + excluded.${sql.ref(each)}`));
  return sql`
    ${changes} as materialized (
      select ${listed(key)}, ${listed(numbers)} from jsonb_populate_recordset(null::${sql.table(sums)}, ${toJson(rows)}::jsonb)),
    ${sql.ref(`${sums}_before`)} as (
      insert into ${sql.table(pasts)} (number, since, until, ${listed(numbers)})
      select s.number, s.last, ${seq}::bigint, ${listed(numbers, 's.')} from ${changes} c cross join lateral (
        select * from ${sql.table(sums)} s where ${isSame} limit 1) as s
      where s.last < ${seq}::bigint),
    ${sql.ref(`${sums}_now`)} as (
      insert into ${sql.table(sums)} as s (${listed(key)}, ${listed(numbers)}, first, last)
      select ${listed(key)}, ${listed(numbers)}, ${seq}::bigint, ${seq}::bigint from ${changes}
      on conflict (${listed(key)}) do update set ${added}, last = excluded.last)`;
};

/** Parts of a statement (of its `with`) that bring the sums over the rows of a report up to an entry. */
export const writeSums = (
  changes: readonly RowChanges[],
  { document, seq }: { readonly document: string; readonly seq: number },
): RawBuilder<unknown> => {
  const { reports, ...sums } = sumsOf(changes);
  return sql`
    reports_by_entry as (
      insert into report_changes as r (taken, seq, kind, records) select d.since, ${seq}::bigint, c.kind, c.records
      from documents d cross join jsonb_to_recordset(${toJson(reports)}::jsonb) as c(kind text, records integer) where d.id = ${document}
      on conflict (taken, seq, kind) do update set records = r.records + excluded.records),
    ${sql.join(kept.map((each) => writeKept(each, sums[each.sums], seq)))}`;
};
