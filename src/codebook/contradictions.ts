import type { EventEntry } from './events.ts';
import type { SourceEntry } from './source.ts';

/** An entry with what it says, checked. */
export interface CheckedEntry {
  readonly source: SourceEntry;
  readonly checked: unknown;
}

/** Two entries that cannot both hold. */
export interface Contradiction {
  readonly earlier: SourceEntry;
  readonly later: SourceEntry;
  /** The part of the later one that gainsays the earlier. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** One word as an entry uses it: entries that use a word in the same way must say the same of it. */
interface Use {
  readonly way: string;
  readonly path: readonly PropertyKey[];
  readonly word: string;
  readonly says: string;
}

const ordered = (conditions: Readonly<Record<string, unknown>> | undefined): string =>
  JSON.stringify(
    Object.entries(conditions ?? {})
      .map(([role, condition]) => [role, Array.isArray(condition) ? [...condition].sort() : condition])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );

const PARTS = ['verbs', 'nouns', 'adjectives'] as const;

const eventUses = (entry: EventEntry): Use[] => {
  const conditions = `${ordered(entry.where)} ${ordered(entry.unless)} ${[...(entry.needs ?? [])].sort().join()}`;
  const says = entry.mode == null ? entry.type : `${entry.type}/${entry.mode}`;
  return PARTS.flatMap((part) =>
    (entry[part] ?? []).map((word, index) => ({ way: `${part} ${conditions}`, path: [part, index], word, says })),
  );
};

const wordUses = (words: readonly string[], says: string): Use[] =>
  words.map((word, index) => ({ way: '', path: ['words', index], word, says }));

const USES: Readonly<Record<string, (checked: never) => Use[]>> = {
  events: eventUses,
  agenda: ({ words, state }: { words: readonly string[]; state: string }) => wordUses(words, state),
  disputes: ({ words, kind }: { words: readonly string[]; kind: string }) => wordUses(words, kind),
};

/** Entries that say different things of the same word used in the same way, the later against the earlier. */
export const contradictionsIn = (entries: readonly CheckedEntry[]): Contradiction[] => {
  const known = new Map<string, { readonly source: SourceEntry; readonly says: string }>();
  return entries.flatMap(({ source, checked }) => {
    const uses = USES[source.section]?.(checked as never) ?? [];
    return uses.flatMap(({ way, path, word, says }) => {
      const key = `${source.section} ${word} ${way}`;
      const before = known.get(key);
      if (before === undefined) known.set(key, { source, says });
      if (before === undefined || before.says === says || before.source === source) return [];
      const { file, id } = before.source;
      const where = `${file}:${before.source.line([])}`;
      const message = `"${word}" under the same conditions is ${before.says} in "${id}" (${where}), and ${says} here`;
      return [{ earlier: before.source, later: source, path, message }];
    });
  });
};
