import { creditText, isCredit, isLabelledCaption, isPictureCredit, mayBeCredit, splitCaption } from './credit.ts';
import { add, type Context, type Entry, isHead, type LineRule, next } from './line-rule.ts';
import { wordCount } from './word-count.ts';

/** A picture without words of its own; what stands under it may be its caption. */
export const picture: LineRule = {
  id: 'picture',
  read: ({ line, block }) => (block.shape === 'picture' && line.text === '' ? {} : null),
};

/** Among paragraphs, only a short one without a quotation is taken for the caption of the credit below it. */
const isLikeCaption = (text: string): boolean => wordCount(text) <= 35 && !/["“”]/.test(text);

/** Whether the next line credits a picture. "Reuters" alone, before the report is signed, signs it. */
const isAboveCredit = ({ line, hasNextInBlock }: Entry, context: Context): boolean => {
  const after = next(context);
  if (after === undefined) return false;
  if (isPictureCredit(after.line.text)) return isHead(context) || hasNextInBlock || isLikeCaption(line.text);
  const isSigned = context.draft.agency !== null || context.draft.byline.length > 0 || !isHead(context);
  return (
    hasNextInBlock && ((after.line.isStrong && mayBeCredit(after.line.text)) || (isSigned && isCredit(after.line.text)))
  );
};

/** Whether the line before stands in the same block. */
const isInBlockOfLast = ({ entries, index }: Context): boolean => entries[index - 1]?.block === entries[index]?.block;

/** The words under a picture, known by the picture above or the credit below. */
export const caption: LineRule = {
  id: 'caption',
  read: (entry, context) => {
    const { line, block } = entry;
    const { draft, last } = context;
    if (wordCount(line.text) > 90 || draft.pieces.length === 0) return null;
    const split = splitCaption(line.text);
    if (split.credit !== null)
      return add({ kind: 'caption', text: split.caption }, { kind: 'credit', text: split.credit });
    const isUnderPicture = block.shape === 'picture' || (last === 'picture' && line.isStrong);
    const isUnderCredit = last === 'credit' && isHead(context) && isInBlockOfLast(context) && isLikeCaption(line.text);
    const isAbove = wordCount(line.text) >= 4 && isAboveCredit(entry, context);
    return (isUnderPicture && !isCredit(line.text)) || isAbove || isUnderCredit || isLabelledCaption(line.text)
      ? add({ kind: 'caption', text: line.text })
      : null;
  },
};

/** Who made or gave a picture. */
export const credit: LineRule = {
  id: 'credit',
  read: ({ line, block }, { last }) => {
    const isPlaced = last === 'caption' || block.shape === 'picture';
    const isIt = isPlaced
      ? isCredit(line.text) || (line.isStrong && mayBeCredit(line.text))
      : isPictureCredit(line.text);
    return isIt ? add({ kind: 'credit', text: creditText(line.text) }) : null;
  },
};
