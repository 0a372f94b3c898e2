import { isStorableValue } from '../../store/index.ts';
import { ReadoutError } from '../../text/index.ts';

/** Where a page ended: values of the columns that it is ordered by. Opaque to whoever carries it. */
export type Position = readonly (string | number)[];

export const toCursor = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');

export const badCursor = (cursor: string): ReadoutError =>
  new ReadoutError('bad-cursor', 'This cursor is none that was given out; ask for the first page again.', { cursor });

/** The position of a cursor with that many values. Throws `bad-cursor`. */
export const fromCursor = (cursor: string, length: number): Position => {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (isPosition(position) && position.length === length && isStorableValue(position)) return position;
  } catch {
    // Told below.
  }
  throw badCursor(cursor);
};

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A cursor into a list by time: the time, and what tells apart those of one time. Throws `bad-cursor`. */
export const momentIn = (cursor: string): { readonly at: string; readonly key: string | number } => {
  const [at, key] = fromCursor(cursor, 2);
  if (typeof at !== 'string' || !instant.test(at) || Number.isNaN(Date.parse(at)) || key === undefined)
    throw badCursor(cursor);
  return { at, key };
};

/** A page of a longer list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** What asks for the next page; null at the end. */
  readonly next: string | null;
}

/** Which page is asked for. */
export interface PageRequest {
  /** At most so many; 50 unless told, never more than 1,000. */
  readonly limit?: number | undefined;
  readonly cursor?: string | null | undefined;
}

/** How many a page may have; what is no number is as if nothing were said. */
export const limitOf = ({ limit = 50 }: PageRequest): number =>
  Math.max(1, Math.min(1000, Math.trunc(Number.isNaN(limit) ? 50 : limit)));
