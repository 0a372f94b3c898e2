import type { Event } from '../api/schema.ts';
import { type Family, familyOfLabel } from '../ui/event-family.ts';
import type { LaneCount } from './stretches.ts';

/** Records of a lane in one stretch that have one form: events of a realis and family, statements of a family. */
export interface LaneMark {
  readonly kind: 'event' | 'statement';
  readonly family: Family;
  /** Of events; null of statements. */
  readonly realis: Event['realis'] | null;
  /** Their types or acts, the commonest first. */
  readonly labels: readonly string[];
  readonly records: number;
  /** In words: `2 ACCUSE, 1 REJECT`. */
  readonly text: string;
}

const markOf = (counts: readonly LaneCount[]): LaneMark => {
  const [first] = counts;
  const sorted = counts.toSorted((a, b) => b.records - a.records || a.label.localeCompare(b.label));
  return {
    kind: first?.kind ?? 'event',
    family: familyOfLabel(first?.label ?? ''),
    realis: first?.realis ?? null,
    labels: sorted.map(({ label }) => label),
    records: counts.reduce((sum, { records }) => sum + records, 0),
    text: sorted.map(({ records, label }) => `${records} ${label}`).join(', '),
  };
};

/** The marks of a stretch of a lane: what was done first, then what was said; the most of each first. */
export const marksOf = (counts: readonly LaneCount[]): readonly LaneMark[] => {
  const groups = Map.groupBy(counts, ({ kind, label, realis }) => `${kind} ${familyOfLabel(label)} ${realis}`);
  return [...groups.values()]
    .map(markOf)
    .toSorted((a, b) => a.kind.localeCompare(b.kind) || b.records - a.records || a.text.localeCompare(b.text));
};
