import { noneOf } from './pattern-mistakes.ts';
import type { SourceEntry } from './source.ts';
import { type WordSet, wordSetSchema } from './word-sets.ts';

/** How a condition names a set of the section `words` instead of listing its words: `clause: set:yielding`. */
const REFERENCE = /^set:(.+)$/;

const CONDITIONS = ['where', 'unless'] as const;

/** The words of each set of the section `words`, by its id. */
export type NamedSets = ReadonlyMap<string, readonly string[]>;

/** Something wrong with an entry, and the part of it that is. */
interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const wordsOf = ({ words, text }: WordSet): string[] => [...words, ...(text.match(/\S+/g) ?? [])];

/** The sets that entries of a codebook make; of several with one id the last counts, those that are malformed are left out. */
export const namedSetsOf = (entries: readonly SourceEntry[]): NamedSets => {
  const sets = entries.flatMap(({ section, value }) => {
    const parsed = section === 'words' ? wordSetSchema.safeParse(value) : undefined;
    return parsed?.success === true ? [[parsed.data.id, wordsOf(parsed.data)] as const] : [];
  });
  return new Map(sets);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const resolveConditions = (conditions: unknown, field: string, sets: NamedSets, mistakes: Mistake[]): unknown => {
  if (!isRecord(conditions)) return conditions;
  const resolved = Object.entries(conditions).map(([role, condition]): [string, unknown] => {
    const name = typeof condition === 'string' ? REFERENCE.exec(condition)?.[1] : undefined;
    if (name === undefined) return [role, condition];
    const words = sets.get(name);
    if (words === undefined)
      mistakes.push({ path: [field, role], message: noneOf('set of the section "words"', name, [...sets.keys()]) });
    return [role, words ?? []];
  });
  return Object.fromEntries(resolved);
};

/** A pattern with every `set:ID` in its conditions replaced by the words of that set, and the sets that are not there. */
export const resolveWordSets = (
  entry: SourceEntry,
  sets: NamedSets,
): { readonly resolved: SourceEntry; readonly mistakes: readonly Mistake[] } => {
  const mistakes: Mistake[] = [];
  const conditions = CONDITIONS.filter((field) => entry.value[field] !== undefined).map((field) => [
    field,
    resolveConditions(entry.value[field], field, sets, mistakes),
  ]);
  const value = { ...entry.value, ...Object.fromEntries(conditions) };
  return { resolved: conditions.length === 0 ? entry : { ...entry, value }, mistakes };
};
