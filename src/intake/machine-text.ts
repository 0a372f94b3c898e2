import type { Piece } from './draft.ts';
import { readPlainText } from './plain-text.ts';

/** A text without its markup: an `articleBody`, which some pages write in HTML. */
export const withoutMarkup = (body: string): string =>
  body.replace(/<\/p>|<br\s*\/?>/gi, '\n\n').replace(/<[^>]{1,500}>/g, '');

/** The paragraphs of a text that a page gives for machines. */
export const machineParagraphs = (body: string): readonly Piece[] =>
  readPlainText(withoutMarkup(body))
    .flatMap((block) => block.lines)
    .map((line): Piece => ({ kind: 'paragraph', text: line.text }));
