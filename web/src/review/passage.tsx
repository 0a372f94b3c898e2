import type { ReportDetail } from '../api/schema.ts';
import type { Mark } from '../records/segments.ts';
import { MarkedText } from './marked-text.tsx';
import { type Piece, piecesAround } from './pieces.ts';

const nameOf = ({ isBeside, isCut: { before, behind } }: Piece): string =>
  [isBeside && 'beside', before && 'cut-before', behind && 'cut-behind'].filter(Boolean).join(' ');

interface PassageProps {
  readonly report: ReportDetail;
  readonly marks: readonly Mark[];
  readonly around: number;
}

/** The words of a row in their surroundings. */
export const Passage = ({ report, marks, around }: PassageProps) => {
  const { text, document } = report.readout;
  return (
    <blockquote className="passage" lang={document.language} dir="auto">
      {piecesAround(text, document.blocks, marks, around).map((piece) => (
        <p key={piece.start} data-block={piece.start} className={nameOf(piece)}>
          <MarkedText text={text} start={piece.start} end={piece.end} marks={marks} />
        </p>
      ))}
    </blockquote>
  );
};
