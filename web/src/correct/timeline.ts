import type { Correction } from '../api/schema.ts';
import { valueWords } from './change-words.ts';

/** What a row was for a while. */
export interface Version {
  readonly from: string;
  readonly until: string | null;
  readonly engine: string | null;
  readonly review: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Something in the history of a row. */
export type Moment = { readonly key: string; readonly at: string } & (
  | { readonly kind: 'version'; readonly version: Version; readonly before: Version | null }
  | { readonly kind: 'decided' | 'undone'; readonly correction: Correction }
);

/** Fields that say nothing to people: they are made of other fields. */
const inner = new Set(['id', 'mentions']);

/** The fields in which two versions of a row differ, in words. */
export const differences = (
  was: Readonly<Record<string, unknown>>,
  is: Readonly<Record<string, unknown>>,
): readonly { readonly field: string; readonly was: string; readonly is: string }[] =>
  Object.keys(is)
    .filter((field) => !inner.has(field) && JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map((field) => ({ field, was: valueWords(was[field]), is: valueWords(is[field]) }))
    .filter((one) => one.was !== one.is);

/** Whether people would see a difference: rows are written again when only their place in the ledger changed. */
const isSame = (a: Version, b: Version): boolean =>
  a.review === b.review && a.engine === b.engine && JSON.stringify(a.record) === JSON.stringify(b.record);

const ranks = { version: 2, decided: 0, undone: 1 } as const;

/** Versions and decisions of a row in one line, the oldest first: of one moment the decision, then what came of it. */
export const momentsOf = (versions: readonly Version[], corrections: readonly Correction[]): readonly Moment[] => {
  const seen = versions.filter((version, index) => {
    const before = versions[index - 1];
    return before === undefined || !isSame(before, version);
  });
  const moments: readonly Moment[] = [
    ...seen.map((version, index) => ({
      key: `version ${version.from} ${index}`,
      at: version.from,
      kind: 'version' as const,
      version,
      before: seen[index - 1] ?? null,
    })),
    ...corrections.map((correction) => ({
      key: correction.id,
      at: correction.at,
      kind: 'decided' as const,
      correction,
    })),
    ...corrections.flatMap((correction) =>
      correction.undoneAt === null
        ? []
        : [{ key: `undo ${correction.id}`, at: correction.undoneAt, kind: 'undone' as const, correction }],
    ),
  ];
  return moments.toSorted((a, b) => a.at.localeCompare(b.at) || ranks[a.kind] - ranks[b.kind]);
};
