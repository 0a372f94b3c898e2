import type { RecordItem } from '../api/record.ts';
import type { Wording } from '../api/schema.ts';
import { isComparable, type Part, wordDiff } from './word-diff.ts';

/** What one side said at one time, in whichever reports, and how that differs from what it had said before. */
export interface Version {
  readonly item: RecordItem;
  readonly reason: Wording['reason'];
  /** Other reports that give the same words, later. */
  readonly repeated: readonly RecordItem[];
  /** What changed since; null where this is the first of its speakers. */
  readonly changed: Change | null;
}

export interface Change {
  /** The words that stayed, went and came; null where it was put in other words altogether. */
  readonly words: readonly Part[] | null;
  /** The act or realis that it had before; null where that stayed. */
  readonly was: string | null;
}

/** The words that a record rests on. */
export const wordsOf = (item: RecordItem): string =>
  item.kind === 'event' ? item.sentence : item.record.content.map(({ text }) => text).join(' … ');

/** What is done by it: the act of a statement, the realis of an event. */
const sortOf = (item: RecordItem): string => (item.kind === 'event' ? item.record.realis : item.record.act);

/** Who says it, for comparing: those who are named, else those who act; reporters speak as one. */
const voiceOf = (item: RecordItem): string => {
  const who = item.kind === 'event' ? item.actors : item.speakers;
  return [item.kind, ...who.map(({ id }) => id).sort()].join(' ');
};

const changeFrom = (before: RecordItem, item: RecordItem): Change => {
  const parts = wordDiff(wordsOf(before), wordsOf(item));
  return {
    words: isComparable(parts) ? parts : null,
    was: sortOf(before) === sortOf(item) ? null : sortOf(before),
  };
};

const isSame = (one: RecordItem, other: RecordItem): boolean =>
  voiceOf(one) === voiceOf(other) && sortOf(one) === sortOf(other) && wordsOf(one) === wordsOf(other);

/** What was said, the oldest first, each version once with the reports that repeat it, compared with the one before it of the same voice. */
export const versionsOf = (wordings: readonly Wording[]): readonly Version[] => {
  const versions: Version[] = [];
  for (const { item, reason } of wordings) {
    const place = versions.findLastIndex((version) => voiceOf(version.item) === voiceOf(item));
    const before = versions[place];
    if (before !== undefined && isSame(before.item, item))
      versions[place] = { ...before, repeated: [...before.repeated, item] };
    else
      versions.push({
        item,
        reason,
        repeated: [],
        changed: before === undefined ? null : changeFrom(before.item, item),
      });
  }
  return versions;
};
