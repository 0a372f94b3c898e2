import { agencyIn } from './agencies.ts';
import { isPersonName } from './byline.ts';
import type { Piece } from './draft.ts';
import { lettersOf } from './letters.ts';
import { isAfterHeading } from './source-lines.ts';
import { wordCount } from './word-count.ts';

/** What stands under "Related stories" or "About the author" near the end is no part of the report; the stories are related ones. */
export const cutAfter = (pieces: readonly Piece[]): readonly Piece[] => {
  const at = pieces.findIndex(
    (piece, index) => piece.kind === 'heading' && index * 3 > pieces.length * 2 && isAfterHeading(piece.text),
  );
  return at < 0 ? pieces : [...pieces.slice(0, at), ...pieces.slice(at).filter((piece) => piece.kind === 'related')];
};

/** In words: what opens a list of links or counts comments is no longer ("More on this", "3 comments"). */
const LONGEST_LABEL = 4;
/** More short lines in a row are a table or a list of the report. */
const MOST_LABELS = 3;

/** "Contributing: Jane Doe", "(jd)", "with dpa", "Jane Doe", "“No,” he said": who made a report may stand at its end, and what somebody said. */
const isOwn = (text: string): boolean =>
  /[:：]\s*\S|^[([“”„«»"]/.test(text) || isPersonName(text) || agencyIn(text.toUpperCase()) !== null;

/** Whether a paragraph is a few words that end no sentence, as what a page sets behind its report. */
const isLabel = ({ kind, text }: Piece): boolean =>
  kind === 'paragraph' &&
  wordCount(text) <= LONGEST_LABEL &&
  !/[.!?…。！？]["'”’»」』)\]]*$/.test(text) &&
  !isOwn(text);

/** A report ends with a sentence: labels and counts behind the last one stand around it, in whatever language. */
export const cutLabels = (pieces: readonly Piece[]): readonly Piece[] => {
  const last = pieces.findLastIndex(
    (piece) => piece.kind === 'list-item' || (piece.kind === 'paragraph' && !isLabel(piece)),
  );
  const labels = pieces.slice(last + 1).filter(isLabel);
  return last < 0 || labels.length > MOST_LABELS ? pieces : pieces.filter((piece) => !labels.includes(piece));
};

/** Headings with nothing under them, and doubles of the headline, say nothing. */
export const tidy = (pieces: readonly Piece[], title: string | null): readonly Piece[] => {
  const last = pieces.findLastIndex((piece) => piece.kind === 'paragraph' || piece.kind === 'list-item');
  const heading = lettersOf(title ?? '');
  const seen = new Set<string>([heading, `paragraph${heading}`]);
  return pieces.filter((piece, index) => {
    if (piece.kind === 'heading' && (index > last || pieces[index + 1]?.kind === 'heading')) return false;
    const own = `${piece.kind === 'heading' || piece.kind === 'dek' ? '' : piece.kind}${lettersOf(piece.text)}`;
    if (seen.has(own)) return false;
    const isRunning = piece.kind === 'paragraph' || piece.kind === 'list-item';
    // A short paragraph may well come again; a long one is printed twice.
    if (!isRunning || wordCount(piece.text) >= 30) seen.add(own);
    return true;
  });
};
