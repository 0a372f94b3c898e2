import { type Mark, segmentsOf } from '../records/segments.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** A stretch of a text, with the words lit up that a row rests on. */
export const MarkedText = ({ text, start, end, marks }: MarkedTextProps) =>
  segmentsOf({ start, end }, marks).map((segment) =>
    segment.marks.length === 0 ? (
      text.slice(segment.start, segment.end)
    ) : (
      <mark key={segment.start} className={`words lit ${segment.marks[0]?.part ?? ''}`}>
        {text.slice(segment.start, segment.end)}
      </mark>
    ),
  );
