import { creditText, isCredit, mayBeCredit, splitCaption } from './credit.ts';
import type { Piece } from './draft.ts';
import type { PageBlock } from './page-blocks.ts';
import { wordCount } from './word-count.ts';

const captionClass = /caption|legend|figure__|photo-?(?:desc|text)/i;
const creditClass = /credit|photographer|copyright|attribution|image-source/i;

/** Whether a block stands where a caption does, by its element or its class. */
export const isCaption = (block: PageBlock): boolean =>
  block.isInCaption || (block.isInFigure && !/^h[1-6]/.test(block.tag)) || captionClass.test(block.path.at(-1) ?? '');

/** Who signs a report in a reader's view. */
const signingClass = /(?:reader|article|story|byline)-credits|byline|author/i;

/** Words that belong to a picture: a caption, or a credit set beside it. */
export const isPictureText = (block: PageBlock): boolean =>
  isCaption(block) ||
  (creditClass.test(block.path.at(-1) ?? '') &&
    !(!block.isInFigure && signingClass.test(block.path.at(-1) ?? '')) &&
    mayBeCredit(block.text));

/** The caption and the credit that a block beside a picture holds. */
export const captionPieces = (block: PageBlock): readonly Piece[] => {
  if (creditClass.test(block.path.at(-1) ?? '') || isCredit(block.text))
    return [{ kind: 'credit', text: creditText(block.text) }];
  if (wordCount(block.text) < 3 && !block.isInCaption) return [];
  const { caption, credit } = splitCaption(block.text, true);
  return credit === null
    ? [{ kind: 'caption', text: caption }]
    : [
        { kind: 'caption', text: caption },
        { kind: 'credit', text: credit },
      ];
};
