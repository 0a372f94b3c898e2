import type { JsonRow } from '../../store/index.ts';

/** A row of statements or events, with its columns. */
type Columns = Readonly<Record<string, unknown>>;

/** Rows of a kind that came and went with a report. */
export interface RowChanges {
  readonly kind: 'statement' | 'event';
  readonly added: readonly Columns[];
  readonly gone: readonly Columns[];
}

/** What changes of sums with rows of a report that came and went: of each sum by what it is told apart, and by how much it changes. */
export interface ChangedSums {
  readonly daily: readonly JsonRow[];
  readonly reports: readonly JsonRow[];
  readonly pairs: readonly JsonRow[];
  readonly lanes: readonly JsonRow[];
  readonly sites: readonly JsonRow[];
}

const labelOf = (row: Columns): string => String(row.act ?? row.type);
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
const dayOf = (moment: unknown): string => new Date(String(moment)).toISOString().slice(0, 10);

/** By what sums a row is counted, and in which of their numbers. */
type Counting = (row: Columns, kind: RowChanges['kind']) => readonly (readonly [key: JsonRow, numbers: Numbers])[];
type Numbers = Readonly<Record<string, number>>;

const one: Numbers = { records: 1 };

const ofDay: Counting = (row, kind) => [[{ kind, day: dayOf(row.at), label: labelOf(row) }, one]];

/** Who acts on whom, or speaks about whom, as often as the row says it. */
const ofPairs: Counting = (row, kind) =>
  listOf(row.speakers ?? row.actors).flatMap((source) =>
    listOf(row.about ?? row.recipients).map((target) => [{ kind, source, target, label: labelOf(row) }, one] as const),
  );

/** Each who takes part, by the day that the row tells of, or else that its report was published. */
const ofLanes: Counting = (row, kind) => {
  const begins = row.starts ?? row.said_start ?? null;
  const actors = new Set([...listOf(row.speakers), ...listOf(row.actors), ...listOf(row.recipients)]);
  const day = dayOf(begins ?? row.at);
  const numbers = { records: 1, undated: begins === null ? 1 : 0 };
  return [...actors].map((actor) => [
    { actor, kind, day, label: labelOf(row), realis: String(row.realis ?? '') },
    numbers,
  ]);
};

/** Where an event is, with all that is known of the place. */
const ofSite: Counting = (row, kind) => {
  if (kind !== 'event') return [];
  const { place_id: id = null, place, country, precision, latitude, longitude, type, realis } = row;
  const site = id === null ? [] : [id, place, country, precision, latitude, longitude];
  return [[{ site, type, realis }, one]];
};

const changed = (changes: readonly RowChanges[], counting: Counting): readonly JsonRow[] => {
  const sums = new Map<string, Record<string, number>>();
  const add = (kind: RowChanges['kind'], rows: readonly Columns[], by: number): void => {
    // Nothing is counted of a row that people rejected.
    for (const row of rows.filter(({ review }) => review !== 'rejected'))
      for (const [key, numbers] of counting(row, kind)) {
        const name = JSON.stringify(key);
        const sum = sums.get(name) ?? {};
        for (const [number, count] of Object.entries(numbers)) sum[number] = (sum[number] ?? 0) + by * count;
        sums.set(name, sum);
      }
  };
  for (const { kind, added, gone } of changes) {
    add(kind, added, 1);
    add(kind, gone, -1);
  }
  return [...sums]
    .filter(([, numbers]) => Object.values(numbers).some((count) => count !== 0))
    .map(([name, numbers]) => ({ ...JSON.parse(name), ...numbers }));
};

/** What changes of the counts of days and of a report, of pairs of actors, of their lanes and of places with rows that came and went. */
export const sumsOf = (changes: readonly RowChanges[]): ChangedSums => ({
  daily: changed(changes, ofDay),
  reports: changed(changes, (_, kind) => [[{ kind }, one]]),
  pairs: changed(changes, ofPairs),
  lanes: changed(changes, ofLanes),
  sites: changed(changes, ofSite),
});
