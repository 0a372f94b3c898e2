import type { ReportDetail } from '../api/schema.ts';
import type { Mark } from '../records/segments.ts';

/** A part of a block around the words of a row. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isBeside: boolean;
  /** Whether words of its block are left out before and behind it. */
  readonly isCut: { readonly before: boolean; readonly behind: boolean };
}

type Blocks = ReportDetail['readout']['document']['blocks'];

/** Where the first whole word from a point on begins. */
const wordFrom = (text: string, at: number): number => at + Math.max(0, text.slice(at).search(/(?<=\s)\S/));
/** Where the last whole word before a point ends. */
const wordUntil = (text: string, at: number): number => {
  const found = /\S+$/.exec(text.slice(0, at));
  return found === null || !/^\S/.test(text.slice(at)) ? at : found.index;
};

/**
 * The blocks that hold the words of a row and those beside them, long ones cut between words.
 *
 * @param around Characters that are shown at most on each side.
 */
export const piecesAround = (
  text: string,
  blocks: Blocks,
  marks: readonly Mark[],
  around: number,
): readonly Piece[] => {
  const from = Math.min(...marks.map(({ start }) => start));
  const to = Math.max(...marks.map(({ end }) => end));
  const first = blocks.findIndex(({ span }) => span.end > from);
  const last = blocks.findLastIndex(({ span }) => span.start < to);
  return blocks.slice(Math.max(0, first - 1), last + 2).flatMap(({ span }) => {
    const isCut = { before: span.start < from - around, behind: span.end > to + around };
    const start = isCut.before ? Math.min(wordFrom(text, from - around), from) : span.start;
    const end = isCut.behind ? Math.max(wordUntil(text, to + around), to) : span.end;
    return start >= end ? [] : [{ start, end, isCut, isBeside: span.end <= from || span.start >= to }];
  });
};
