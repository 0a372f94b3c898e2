import type { Span } from '../api/schema.ts';

/** Words of a row and what they are to it. */
export interface Mark {
  readonly row: string;
  readonly part: 'source' | 'cue' | 'content' | 'addressee' | 'trigger' | 'mention';
  readonly start: number;
  readonly end: number;
}

/** A piece of text over which the same rows rest throughout. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

type Stretch = Pick<Span, 'start' | 'end'>;

/** Cuts a stretch of text where marks begin and end. The pieces tile the stretch: none overlap and nothing is left out. */
export const segmentsOf = (block: Stretch, marks: readonly Mark[]): readonly Segment[] => {
  const inside = marks.filter(({ start, end }) => start < block.end && end > block.start);
  const cuts = new Set([block.start, block.end]);
  for (const { start, end } of inside)
    for (const cut of [start, end]) if (cut > block.start && cut < block.end) cuts.add(cut);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? block.end;
    return { start, end, marks: inside.filter((mark) => mark.start <= start && mark.end >= end) };
  });
};
