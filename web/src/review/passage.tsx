import type { ReportDetail } from '../api/schema.ts';
import { type Mark, segmentsOf } from '../records/segments.ts';

/** Characters of the report around a row's words that are shown at most, on each side. */
const AROUND = 500;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isBeside: boolean;
}

/** The blocks that hold the words of a row and those beside them, long ones cut. */
export const piecesAround = (
  blocks: ReportDetail['readout']['document']['blocks'],
  marks: readonly Mark[],
): readonly Piece[] => {
  const from = Math.min(...marks.map(({ start }) => start));
  const to = Math.max(...marks.map(({ end }) => end));
  const first = blocks.findIndex(({ span }) => span.end > from);
  const last = blocks.findLastIndex(({ span }) => span.start < to);
  return blocks.slice(Math.max(0, first - 1), last + 2).flatMap(({ span }) => {
    const start = Math.max(span.start, from - AROUND);
    const end = Math.min(span.end, to + AROUND);
    return start >= end ? [] : [{ start, end, isBeside: span.end <= from || span.start >= to }];
  });
};

/** The words of a row in their surroundings. */
export const Passage = ({ report, marks }: { readonly report: ReportDetail; readonly marks: readonly Mark[] }) => {
  const { text, document } = report.readout;
  const pieces = piecesAround(document.blocks, marks);
  return (
    <blockquote className="passage" lang={document.language} dir="auto">
      {pieces.map(({ start, end, isBeside }) => (
        <p key={start} data-block={start} className={isBeside ? 'beside' : undefined}>
          {segmentsOf({ start, end }, marks).map((segment) =>
            segment.marks.length === 0 ? (
              text.slice(segment.start, segment.end)
            ) : (
              <mark key={segment.start} className={`words lit ${segment.marks[0]?.part ?? ''}`}>
                {text.slice(segment.start, segment.end)}
              </mark>
            ),
          )}
        </p>
      ))}
    </blockquote>
  );
};
