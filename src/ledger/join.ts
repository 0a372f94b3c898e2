import type { LedgerNode, Telling } from './node.ts';

type Lists = Readonly<Record<string, unknown>>;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const unique = (values: readonly unknown[]): readonly unknown[] => {
  const seen = new Set<string>();
  return values.filter((value) => {
    const name = JSON.stringify(value);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
};

const distinct = (values: readonly (string | null)[]): number => new Set(values.filter((value) => value !== null)).size;

const countsOf = (tellings: readonly Telling[]) => ({
  reports: distinct(tellings.map(({ document }) => document)),
  publishers: distinct(tellings.map(({ publisher }) => publisher)),
  origins: distinct(tellings.map(({ origin }) => origin)),
});

/**
 * Two nodes of one kind as one: the first with what the second knows besides. Where both say something else of one field
 * (its name, its state), the first is right.
 */
export const joinNodes = (into: LedgerNode, from: LedgerNode): LedgerNode => {
  const [a, b] = [into.summary as unknown as Lists, from.summary as unknown as Lists];
  const summary: Record<string, unknown> = { ...b, ...a };
  for (const [field, value] of Object.entries(a)) {
    const other = b[field];
    if (isList(value) && isList(other)) summary[field] = unique([...value, ...other]);
    else if (value === null) summary[field] = other ?? null;
  }
  if (isList(summary.tellings)) summary.counts = countsOf(summary.tellings as readonly Telling[]);
  return { ...into, keys: [...new Set([...into.keys, ...from.keys])], summary } as unknown as LedgerNode;
};
