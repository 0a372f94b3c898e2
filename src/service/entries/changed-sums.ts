import type { JsonRow } from '../../store/index.ts';

/** A row of statements or events, with its columns. */
type Columns = Readonly<Record<string, unknown>>;

/** Rows of a kind that came and went. */
export interface RowChanges {
  readonly kind: 'statement' | 'event';
  readonly added: readonly Columns[];
  readonly gone: readonly Columns[];
}

const labelOf = (row: Columns): string => String(row.act ?? row.type);
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

const dayOf = (row: Columns): JsonRow => ({
  day: new Date(String(row.at)).toISOString().slice(0, 10),
  label: labelOf(row),
});

/** Who acts on whom, or speaks about whom, as often as the row says it. */
const pairsOf = (row: Columns): readonly JsonRow[] =>
  listOf(row.speakers ?? row.actors).flatMap((source) =>
    listOf(row.about ?? row.recipients).map((target) => ({ source, target, label: labelOf(row) })),
  );

const changed = (changes: readonly RowChanges[], keysOf: (row: Columns) => readonly JsonRow[]): readonly JsonRow[] => {
  const sums = new Map<string, number>();
  const add = (kind: string, rows: readonly Columns[], by: number): void => {
    // Nothing is counted of a row that people rejected.
    for (const row of rows.filter(({ review }) => review !== 'rejected'))
      for (const key of keysOf(row)) {
        const name = JSON.stringify({ kind, ...key });
        sums.set(name, (sums.get(name) ?? 0) + by);
      }
  };
  for (const { kind, added, gone } of changes) {
    add(kind, added, 1);
    add(kind, gone, -1);
  }
  return [...sums].filter(([, records]) => records !== 0).map(([name, records]) => ({ ...JSON.parse(name), records }));
};

/** What changes of the counts of days and of pairs of actors with rows that came and went. */
export const sumsOf = (
  changes: readonly RowChanges[],
): { readonly days: readonly JsonRow[]; readonly pairs: readonly JsonRow[] } => ({
  days: changed(changes, (row) => [dayOf(row)]),
  pairs: changed(changes, pairsOf),
});
