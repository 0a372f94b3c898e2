import { isProse } from './article-blocks.ts';
import { readByline } from './byline.ts';
import { readNotice } from './corrections.ts';
import { creditText, isCredit, splitCaption } from './credit.ts';
import { isTimeStamp, readDateLine } from './date-line.ts';
import type { Piece } from './draft.ts';
import { lettersOf } from './letters.ts';
import { lineAddress, plainLine } from './line.ts';
import { readMetaLine, readNameLine } from './meta-line.ts';
import type { PageBlock } from './page-blocks.ts';
import { headingIndex, lowerHeading } from './page-heading.ts';
import { printedTitle } from './page-titles.ts';
import { captionPieces, isCaption, isPictureText } from './picture-text.ts';
import { readPlainText } from './plain-text.ts';
import { withoutOpening } from './signature.ts';
import { isFurniture, isSmallPrint, readOriginal, readRelated, readReporting } from './source-lines.ts';
import { cutAfter, cutLabels, tidy } from './tidy-pieces.ts';
import { wordCount } from './word-count.ts';

/** What the labelling of a page knows: its blocks, which of them an extractor kept, and what the page says of itself. */
export interface Labelling {
  readonly blocks: readonly PageBlock[];
  readonly kept: readonly boolean[];
  /** The headlines that the page states, the surest first. */
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
}

/** The pieces of the report, and the lines of it that are metadata (bylines, dates, reporters). */
export interface LabelledPage {
  readonly pieces: readonly Piece[];
  readonly asides: readonly string[];
}

/** The labelled blocks of a page, and the heading in which its headline stands; null where it only states one. */
export interface ReadPage extends LabelledPage {
  readonly heading: PageBlock | null;
}

const near = (block: PageBlock): string => block.path.slice(-3).join(' ');
/** A text's own subjects, which some pages put among the classes of its container: "tag-shipping category-news". */
const topics = /(?<![\w-])(?:tag|category|topic)-[\w-]+/gi;
/** The classes of the block's own element and the one around it; those of the whole report's say nothing about a block. */
const own = (block: PageBlock): string =>
  block.path
    .slice(-2)
    .filter((element) => !/^(?:article|main|body|section)\b/.test(element))
    .map((element) => element.replace(topics, ''))
    .join(' ');

const promo =
  /\b(?:share|social|newsletter|promo|subscri|advert|ad-|ads\b|cookie|consent|comment|toolbar|breadcrumb|pagination|paywall|outbrain|taboola|signup|sign-up|print-only|sr-only|visually-?hidden|screen-reader|tags?\b|topics?\b|author-bio|bio\b)/i;
const dekClass =
  /dek|standfirst|sub-?(?:title|head)|deck|summary|lede|article[-_]*(?:intro|description)|excerpt|headline-?sub|stand-first/i;
const bylineClass = /byline|author|contributor|dateline|timestamp|date|published|posted|time\b|article[-_]*meta/i;
const relatedClass = /related|read-?more|more-on|recirc|recommend|also|inline-?(?:link|story)|teaser|promo/i;
const pullClass = /pull-?quote|blockquote--pull|quote--pull/i;

const linkOf = (block: PageBlock, title: string): string | undefined =>
  block.links.find((link) => link.text === title)?.url;

const relatedPiece = (block: PageBlock): Piece | null => {
  const labelled = readRelated({ text: block.text, isStrong: block.isStrong, links: block.links });
  if (labelled !== null && labelled.title !== '')
    return { kind: 'related', text: labelled.title, url: linkOf(block, labelled.title) ?? labelled.url };
  const link = block.links.find((each) => wordCount(each.text) >= 4);
  if (link === undefined || block.linkShare < 0.8 || wordCount(block.text) > 40) return null;
  return { kind: 'related', text: link.text, url: link.url };
};

const isHeadingTag = (block: PageBlock): boolean => /^h[1-6]$/.test(block.tag);

const matchesDescription = (block: PageBlock, descriptions: readonly string[]): boolean => {
  const own = lettersOf(block.text);
  return (
    own.length >= 20 &&
    descriptions.some((each) => own === lettersOf(each) || (own.length >= 60 && lettersOf(each).startsWith(own)))
  );
};

const isDek = (block: PageBlock, isUnderTitle: boolean, labelling: Labelling): boolean => {
  if (wordCount(block.text) < 4 || wordCount(block.text) > 70 || block.linkShare > 0.5 || isCaption(block))
    return false;
  if (readByline(block.text) !== null || readDateLine(block.text) !== null || bylineClass.test(block.path.at(-1) ?? ''))
    return false;
  const own = block.path.slice(-2).join(' ');
  return (
    dekClass.test(own) ||
    (isUnderTitle && /^h[2-4]$/.test(block.tag)) ||
    (!/^p\b/.test(block.tag) && matchesDescription(block, labelling.descriptions))
  );
};

/** Whether a first paragraph is a dek that an extractor took for the text. */
const isDekByClass = (block: PageBlock | undefined, labelling: Labelling): boolean =>
  block !== undefined && dekClass.test(block.path.at(-1) ?? '') && isDek(block, false, labelling);

/** Names alone sign a report beside a line that says more of it, such as its date. */
const isSignature = (block: PageBlock, ...beside: readonly (PageBlock | undefined)[]): boolean =>
  readNameLine(block.text) !== null && beside.some((each) => each !== undefined && readMetaLine(each.text) !== null);

/** Whether a block of the head tells of the report, by its words or by its class. */
const isAboutReport = (block: PageBlock, ...beside: readonly (PageBlock | undefined)[]): boolean =>
  readByline(block.text) !== null ||
  readMetaLine(block.text) !== null ||
  (!isPictureText(block) &&
    (isSignature(block, ...beside) || (bylineClass.test(near(block)) && wordCount(block.text) < 30)));

/** What the editors say that they changed belongs to the report, wherever it stands. */
const isNotice = (block: PageBlock): boolean =>
  !block.isAside && block.linkShare < 0.5 && wordCount(block.text) >= 6 && readNotice(block.text) !== null;

/** How many blocks may lie between the end of a text and a notice under it. */
const NOTICE_REACH = 6;

/** "Read more: Why the straits froze": another report, by its label. */
const isLabelledRelated = (block: PageBlock): boolean =>
  !block.isAside &&
  (readRelated({ text: block.text, isStrong: block.isStrong, links: block.links })?.title ?? '') !== '';

/** Where a report ends: with its last block that was kept, or with a notice or a related report soon after. */
const bodyEnd = ({ blocks, kept }: Labelling): number => {
  const last = kept.lastIndexOf(true);
  const notice = blocks
    .slice(last + 1, last + 1 + NOTICE_REACH)
    .findLastIndex((block) => isNotice(block) || isLabelledRelated(block));
  return notice < 0 ? last : last + 1 + notice;
};

/** The pieces between the headline and the first paragraph: dek, captions; bylines and dates go to the asides. */
const labelHead = (labelling: Labelling, from: number, to: number): LabelledPage => {
  const pieces: Piece[] = [];
  const asides: string[] = [];
  const head = labelling.blocks.slice(from, to);
  for (const [offset, block] of head.entries()) {
    const hasDek = pieces.some((piece) => piece.kind === 'dek');
    if (isNotice(block)) pieces.push({ kind: 'paragraph', text: block.text });
    else if (isAboutReport(block, head[offset - 1], head[offset + 1])) asides.push(block.text);
    else if (!hasDek && isDek(block, offset === 0, labelling)) pieces.push({ kind: 'dek', text: block.text });
    else if (isPictureText(block) && !block.isAside && !isFurniture(block.text)) pieces.push(...captionPieces(block));
  }
  return { pieces, asides };
};

const isJunk = (block: PageBlock, isKept: boolean): boolean =>
  isFurniture(block.text) ||
  (isSmallPrint(block.text) && wordCount(block.text) < 40) ||
  (promo.test(own(block)) && (!isKept || !isProse(block)));

const paragraphsOf = (block: PageBlock): readonly Piece[] => [
  { kind: block.isInList ? 'list-item' : 'paragraph', text: block.text },
];

/** A kept block of the body: what it is by its element, its links and its words. */
const labelKept = (block: PageBlock): readonly Piece[] => {
  if (isHeadingTag(block)) return block.linkShare > 0.8 ? [] : [{ kind: 'heading', text: block.text }];
  if (isCredit(block.text) && wordCount(block.text) <= 12) return [{ kind: 'credit', text: creditText(block.text) }];
  const split = wordCount(block.text) <= 50 ? splitCaption(block.text) : null;
  if (split !== null && split.credit !== null) return captionPieces(block);
  const related = relatedPiece(block);
  if (related !== null) return [related];
  if (block.linkShare > 0.8 && wordCount(block.text) <= 30) return [];
  if (pullClass.test(near(block))) return [{ kind: 'pull-quote', text: block.text }];
  return paragraphsOf(block);
};

/** A post of a network, which pages embed as a quotation. */
const embedded =
  /twitter-tweet|instagram-media|fb-post|bluesky-embed|tiktok-embed|mastodon-embed|truth-?social|telegram-post/i;

const isEmbedded = (block: PageBlock): boolean => block.isInQuote && embedded.test(block.path.join(' '));

/** A block that the extractor dropped but that stands between the report's paragraphs. */
const labelDropped = (block: PageBlock): readonly Piece[] => {
  if (pullClass.test(near(block)) && wordCount(block.text) >= 5) return [{ kind: 'pull-quote', text: block.text }];
  if (relatedClass.test(near(block)) || /^(?:related|read (?:more|also)|see also)\b/i.test(block.text)) {
    const related = relatedPiece(block);
    return related === null ? [] : [related];
  }
  return [];
};

const isMetaLine = (text: string): boolean =>
  readOriginal(plainLine(text)) !== null ||
  lineAddress(plainLine(text)) !== null ||
  readDateLine(text) !== null ||
  isTimeStamp(text) ||
  (readMetaLine(text)?.published ?? null) !== null ||
  readByline(text) !== null ||
  readReporting(text) !== null;

/** Names alone sign a report where the class of their block says so. */
const isSigned = (block: PageBlock): boolean =>
  /byline|author/i.test(block.path.at(-1) ?? '') && readNameLine(withoutOpening(block.text)) !== null;

const labelBlock = (block: PageBlock, isKept: boolean): readonly Piece[] => {
  if (isNotice(block)) return [{ kind: 'paragraph', text: block.text }];
  if (isEmbedded(block)) return paragraphsOf(block);
  if (isPictureText(block)) return isFurniture(block.text) ? [] : captionPieces(block);
  if (isJunk(block, isKept)) return [];
  return isKept ? labelKept(block) : labelDropped(block);
};

/** A day set as a heading between paragraphs opens an entry of a chronicle. */
const isChronicle = (block: PageBlock, before: readonly Piece[]): boolean =>
  isHeadingTag(block) && before.some((piece) => piece.kind === 'paragraph') && readDateLine(block.text) !== null;

const labelBody = ({ blocks, kept }: Labelling, from: number, to: number): LabelledPage => {
  const pieces: Piece[] = [];
  const asides: string[] = [];
  for (const [offset, block] of blocks.slice(from, to + 1).entries()) {
    const isMeta =
      !isNotice(block) &&
      !isEmbedded(block) &&
      !isPictureText(block) &&
      (isMetaLine(block.text) || isSigned(block)) &&
      !isChronicle(block, pieces);
    if (isMeta) asides.push(block.text);
    else pieces.push(...labelBlock(block, kept[from + offset] === true));
  }
  return { pieces, asides };
};

/** The page's only paragraph may hold the line breaks that its others would have made. */
const splitLone = (labelling: Labelling, pieces: readonly Piece[]): readonly Piece[] => {
  const paragraphs = pieces.filter((piece) => piece.kind === 'paragraph');
  const lone =
    paragraphs.length === 1 ? labelling.blocks.find((block) => block.text === paragraphs[0]?.text) : undefined;
  if (lone === undefined || !/[.!?]["”’)]*\n/.test(lone.raw)) return pieces;
  const lines = lone.raw.split(/\n+/);
  const isBroken = lines.slice(0, -1).every((line) => /[.!?]["”’)]*$/.test(line));
  const texts = isBroken ? lines : readPlainText(lone.raw).flatMap((block) => block.lines.map((line) => line.text));
  const parts = texts.map((text): Piece => ({ kind: 'paragraph', text }));
  return pieces.flatMap((piece) => (piece === paragraphs[0] ? parts : [piece]));
};

/** Prose may be linked for the most part. */
const isLinkedProse = (block: PageBlock): boolean =>
  block.linkShare < 0.8 && block.tag === 'p' && wordCount(block.text) >= 20 && /[.!?]["”’)]*$/.test(block.text);

/** The first block at or after `from` that is running text of the report; −1 if none is. */
const bodyStart = ({ blocks, kept }: Labelling, from: number): number =>
  blocks.findIndex(
    (block, index) =>
      index >= from &&
      kept[index] === true &&
      !isHeadingTag(block) &&
      !isPictureText(block) &&
      !isSigned(block) &&
      wordCount(block.text) >= 6 &&
      (block.linkShare < 0.5 || isLinkedProse(block)),
  );

/** The first paragraph of the report: below a main heading, if one stands soon after what comes first. */
const firstParagraph = (labelling: Labelling): number => {
  const first = bodyStart(labelling, 0);
  const lower = first < 0 ? -1 : lowerHeading(labelling.blocks, labelling.titles, first);
  return lower < 0 ? first : bodyStart(labelling, lower + 1);
};

/** Labels the blocks of a page: the headline and what stands under it, then every block of the body, by its own role. */
export const labelPage = (labelling: Labelling): ReadPage => {
  const { blocks } = labelling;
  const first = firstParagraph(labelling);
  if (first < 0) return { pieces: [], asides: [], heading: null };
  const top = headingIndex(blocks, labelling.titles, first);
  const second = bodyStart(labelling, first + 1);
  const start = second > 0 && isDekByClass(blocks[first], labelling) ? second : first;
  const head = labelHead(labelling, top < 0 ? first : top + 1, start);
  const body = labelBody(labelling, start, bodyEnd(labelling));
  const heading = blocks[top] ?? null;
  const title = printedTitle(heading?.text, labelling.titles, blocks[top - 1]?.text);
  const opening: readonly Piece[] = title === null ? [] : [{ kind: 'heading', text: title }];
  return {
    pieces: [...opening, ...tidy(cutLabels(cutAfter(splitLone(labelling, [...head.pieces, ...body.pieces]))), title)],
    asides: [...head.asides, ...body.asides],
    heading,
  };
};
