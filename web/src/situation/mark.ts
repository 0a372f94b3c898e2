/** The last entry that was looked at in this browser, and when it was taken in: by that another ledger is told apart. */
export interface Seen {
  readonly entry: number;
  readonly at: string | null;
  /** Whether it was set by itself, at the first look. */
  readonly isFirst: boolean;
}

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  'entry' in value &&
  Number.isSafeInteger(value.entry) &&
  'at' in value &&
  (value.at === null || typeof value.at === 'string') &&
  'isFirst' in value &&
  typeof value.isFirst === 'boolean';

/** What a browser kept, as a mark; null where it kept none or something else. */
export const parseSeen = (text: string | null): Seen | null => {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isSeen(value) ? value : null;
  } catch {
    return null;
  }
};
