import { didYouMean } from '../../text/index.ts';
import { ReadoutError } from '../error.ts';
import { lettersOf } from '../letters.ts';
import { table } from '../words.ts';

/** What of a report a column may hold. */
export const ROW_FIELDS = ['text', 'title', 'dek', 'byline', 'publisher', 'published', 'language', 'url'] as const;

/** One of the fields of a report that a column may hold. */
export type RowField = (typeof ROW_FIELDS)[number];

/** Which column holds which field, where a person says it. */
export type ColumnMap = Readonly<Partial<Record<RowField, string>>>;

/** A row of a table as it came: its values by the names of their columns. */
export type Row = Readonly<Record<string, unknown>>;

const usual: ReadonlyMap<string, readonly string[]> = new Map(
  [...table('columns')].map(([field, names]) => [
    field,
    (names as readonly unknown[]).map((name) => lettersOf(String(name))),
  ]),
);

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const columnsByField = (names: readonly string[]): ReadonlyMap<RowField, readonly string[]> => {
  const letters = names.map(lettersOf);
  return new Map(
    ROW_FIELDS.map((field) => [
      field,
      (usual.get(field) ?? []).flatMap((wanted) => names.filter((_, index) => letters[index] === wanted)),
    ]),
  );
};

/** Rows of one table have the same names, one row after the other. */
let last = { names: [] as readonly string[], byField: columnsByField([]) };

/** The columns among some that a field is usually in, the likeliest first. */
export const usualColumns = (field: RowField, names: readonly string[]): readonly string[] => {
  const isLast = names.length === last.names.length && names.every((name, index) => name === last.names[index]);
  if (!isLast) last = { names, byField: columnsByField(names) };
  return last.byField.get(field) ?? [];
};

/** A value inside others: "meta.title". */
const valueAt = (row: Row, path: string): unknown => {
  if (Object.hasOwn(row, path)) return row[path];
  let value: unknown = row;
  for (const key of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Row)[key];
  }
  return value;
};

/** What a row has for a field: in the column that a person named, else in the likeliest that is not blank; null if nothing. */
export const cellOf = (row: Row, field: RowField, columns: ColumnMap): unknown => {
  const given = columns[field];
  if (given !== undefined) return valueAt(row, given) ?? null;
  for (const name of usualColumns(field, Object.keys(row))) if (!isBlank(row[name])) return row[name];
  return null;
};

const list = (names: readonly string[]): string =>
  names
    .slice(0, 20)
    .map((name) => `"${name.slice(0, 60)}"`)
    .join(', ') + (names.length > 20 ? ' …' : '');

/** Throws a `ReadoutError` that names `name` where a table cannot hold reports: a column that a person named is not there, or none is named like a text. */
export const checkColumns = (names: readonly string[], columns: ColumnMap, name: string): void => {
  for (const wanted of Object.values(columns)) {
    if (names.includes(wanted) || names.includes(wanted.split('.')[0] ?? wanted)) continue;
    throw new ReadoutError(
      'unknown-column',
      `${name} has no column "${wanted}"; it has ${list(names)}.${didYouMean(wanted, names)}`,
      { name, column: wanted, columns: names },
    );
  }
  if (
    columns.text !== undefined ||
    ['text', 'title', 'dek'].some((field) => usualColumns(field as RowField, names).length > 0)
  )
    return;
  throw new ReadoutError(
    'no-text-column',
    `${name} has no column that is named like the text of a report; it has ${list(names)}. Say which holds it: --columns text=NAME.`,
    { name, columns: names },
  );
};
