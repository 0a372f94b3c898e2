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
    if (isPosition(position) && position.length === length) return position;
  } catch {
    // Told below.
  }
  throw badCursor(cursor);
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

export const limitOf = ({ limit = 50 }: PageRequest): number => Math.max(1, Math.min(1000, Math.trunc(limit)));
