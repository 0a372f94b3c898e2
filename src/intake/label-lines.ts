import { type Byline, readByline } from './byline.ts';
import { creditText, isCredit, isLabelledCaption, isPictureCredit, mayBeCredit, splitCaption } from './credit.ts';
import { readDateLine } from './date-line.ts';
import { readDateline } from './dateline.ts';
import { type Draft, emptyDraft, type Piece } from './draft.ts';
import { readHeader } from './header-lines.ts';
import { type Line, type LineBlock, lineAddress, plainLine } from './line.ts';
import {
  isFurniture,
  isSmallPrint,
  readLinkLine,
  readOriginal,
  readRelated,
  readReporting,
  splitReporting,
} from './source-lines.ts';
import { wordCount } from './word-count.ts';

/** A line with its place in the layout. */
interface Entry {
  readonly line: Line;
  readonly block: LineBlock;
  /** Whether the next entry stands in the same block. */
  readonly hasNextInBlock: boolean;
}

/** All that a rule may look at: the lines, which one is read, what is known so far, and which rule read the line before. */
interface Context {
  readonly entries: readonly Entry[];
  readonly index: number;
  readonly draft: Draft;
  readonly last: string;
}

/** What a rule adds: fields of the draft, and pieces to set after those that it has. */
type Effect = Partial<Draft>;

/** A rule reads one line in its place and says what it adds to the draft; null if the line is not its own. */
interface LineRule {
  readonly id: string;
  readonly read: (entry: Entry, context: Context) => Effect | null;
}

const hasStop = (text: string): boolean => /[.!?…]["'”’)\]]*$/.test(text.trim());
const add = (...pieces: readonly Piece[]): Effect => ({ pieces });
const isHead = ({ draft }: Context): boolean =>
  !draft.pieces.some((piece) => piece.kind === 'paragraph' || piece.kind === 'list-item');
const next = ({ entries, index }: Context): Entry | undefined => entries[index + 1];

const sign = (draft: Draft, byline: Byline): Effect => ({
  byline: draft.byline.length > 0 ? draft.byline : byline.people,
  agency: draft.agency ?? byline.agency,
});

const isMeta = (line: Line): boolean => readByline(line.text) !== null || readDateLine(line.text) !== null;

const original: LineRule = {
  id: 'original-url',
  read: ({ line }, { draft, last }) => {
    const labelled = readOriginal(line);
    if (labelled !== null) return labelled === '' ? {} : { url: labelled };
    const written = lineAddress(line);
    if (written === null) return null;
    return last === 'original-url' ? { url: written } : { url: draft.url ?? written };
  },
};

const related: LineRule = {
  id: 'related',
  read: ({ line, block }, { last }) => {
    const labelled = readRelated(line);
    if (labelled !== null)
      return labelled.title === '' ? {} : add({ kind: 'related', text: labelled.title, url: labelled.url });
    const link = readLinkLine(line);
    if (link === null || (last !== 'related' && (block.shape === 'list-item' || block.shape === 'heading')))
      return null;
    return add({ kind: 'related', text: link.title, url: link.url });
  },
};

const reporters: LineRule = {
  id: 'reporters',
  read: ({ line }, context) => {
    if (isHead(context)) return null;
    const names = readReporting(line.text);
    return names === null ? null : sign(context.draft, names);
  },
};

const smallPrint: LineRule = {
  id: 'small-print',
  read: ({ line }, context) => {
    if (isFurniture(line.text)) return {};
    const isNearEnd = context.index >= context.entries.length - 6;
    return !isHead(context) && isNearEnd && isSmallPrint(line.text) ? {} : null;
  },
};

/** A first line is a headline unless it reads like the report's first paragraph. */
const isTitle = ({ line, block, hasNextInBlock }: Entry, context: Context): boolean => {
  if (block.shape === 'heading') return true;
  const after = next(context);
  if (
    after === undefined ||
    block.shape !== 'paragraph' ||
    line.text.length > 220 ||
    readDateline(line.text, null) !== null
  )
    return false;
  if (!hasStop(line.text) || /[?!]["'”’)]*$/.test(line.text)) return wordCount(line.text) <= 30;
  return (
    !hasNextInBlock &&
    wordCount(line.text) <= 22 &&
    (isMeta(after.line) || after.line.text.length > line.text.length * 1.3)
  );
};

const title: LineRule = {
  id: 'title',
  read: (entry, context) => {
    const { draft } = context;
    if (draft.title !== null || !isHead(context) || isMeta(entry.line) || !isTitle(entry, context)) return null;
    return { title: entry.line.text, ...add({ kind: 'heading', text: entry.line.text }) };
  },
};

/** Whether what comes soon shows that the report has not begun yet: a byline, a date, a dateline. */
const isBeforeMeta = ({ entries, index }: Context): boolean => {
  for (const { line } of entries.slice(index + 1, index + 4)) {
    if (isMeta(line) || readDateline(line.text, null) !== null) return true;
    if (wordCount(line.text) > 45) return false;
  }
  return false;
};

const dek: LineRule = {
  id: 'dek',
  read: ({ line, block }, context) => {
    const { draft, last } = context;
    if (draft.title === null || draft.dek !== null || !isHead(context) || isMeta(line) || wordCount(line.text) > 60)
      return null;
    if (readDateline(line.text, null) !== null || block.shape === 'list-item' || next(context) === undefined)
      return null;
    const isUnderTitle = last === 'title' || last === 'small-print';
    const isSetApart = line.isStrong || (block.shape === 'heading' && isUnderTitle && wordCount(line.text) >= 6);
    const isShort = isUnderTitle && wordCount(line.text) <= 45 && (isBeforeMeta(context) || !hasStop(line.text));
    return isSetApart || isShort ? { dek: line.text, ...add({ kind: 'dek', text: line.text }) } : null;
  },
};

const byline: LineRule = {
  id: 'byline',
  read: ({ line }, context) => {
    const { draft, entries, index } = context;
    if (!isHead(context) && !(index === entries.length - 1 && wordCount(line.text) <= 12)) return null;
    const names = readByline(line.text);
    return names === null ? null : { ...sign(draft, names), published: draft.published ?? names.date };
  },
};

const date: LineRule = {
  id: 'date',
  read: ({ line }, context) => {
    const { draft } = context;
    const read = isHead(context) ? readDateLine(line.text) : null;
    if (read === null) return null;
    return read.isUpdate && draft.published !== null ? {} : { published: draft.published ?? read.date };
  },
};

/** Whether the next line credits a picture. "Reuters" alone, before the report is signed, signs it. */
const isAboveCredit = ({ hasNextInBlock }: Entry, context: Context): boolean => {
  const after = next(context);
  if (after === undefined) return false;
  if (isPictureCredit(after.line.text)) return true;
  const isSigned = context.draft.agency !== null || context.draft.byline.length > 0 || !isHead(context);
  return (
    hasNextInBlock && ((after.line.isStrong && mayBeCredit(after.line.text)) || (isSigned && isCredit(after.line.text)))
  );
};

const caption: LineRule = {
  id: 'caption',
  read: (entry, context) => {
    const { line, block } = entry;
    const { draft, last } = context;
    if (wordCount(line.text) > 90 || draft.pieces.length === 0) return null;
    const split = splitCaption(line.text);
    if (split.credit !== null)
      return add({ kind: 'caption', text: split.caption }, { kind: 'credit', text: split.credit });
    const isUnderPicture = block.shape === 'picture' || (last === 'picture' && line.isStrong);
    const isAbove = wordCount(line.text) >= 4 && isAboveCredit(entry, context);
    return (isUnderPicture && !isCredit(line.text)) || isAbove || isLabelledCaption(line.text)
      ? add({ kind: 'caption', text: line.text })
      : null;
  },
};

const credit: LineRule = {
  id: 'credit',
  read: ({ line, block }, { last }) => {
    const isPlaced = last === 'caption' || block.shape === 'picture';
    const isIt = isPlaced
      ? isCredit(line.text) || (line.isStrong && mayBeCredit(line.text))
      : isPictureCredit(line.text);
    return isIt ? add({ kind: 'credit', text: creditText(line.text) }) : null;
  },
};

/** A short line without a stop between paragraphs is a heading; so is a short bold one. */
const isHeading = ({ line, block, hasNextInBlock }: Entry, context: Context): boolean => {
  if (block.shape === 'heading') return true;
  if (block.shape !== 'paragraph' || isHead(context) || next(context) === undefined) return false;
  const isStarted = /^["“'‘]?[\p{Lu}\p{N}]/u.test(line.text);
  if (line.isStrong) return wordCount(line.text) <= 14;
  return !hasNextInBlock && isStarted && wordCount(line.text) <= 9 && !/[.!?…:;,)"”’\]]$/.test(line.text.trim());
};

const rest: LineRule = {
  id: 'text',
  read: (entry, context) => {
    const { draft } = context;
    if (isHeading(entry, context)) return add({ kind: 'heading', text: entry.line.text });
    const { text, reporters: names } = splitReporting(entry.line.text);
    const kind = entry.block.shape === 'list-item' ? 'list-item' : 'paragraph';
    return { ...add({ kind, text }), ...(names === null ? {} : sign(draft, names)) };
  },
};

/** A picture without words of its own; what stands under it may be its caption. */
const picture: LineRule = {
  id: 'picture',
  read: ({ line, block }) => (block.shape === 'picture' && line.text === '' ? {} : null),
};

/** In this order: the first rule that knows a line reads it. */
const rules: readonly LineRule[] = [
  picture,
  original,
  related,
  reporters,
  smallPrint,
  title,
  caption,
  credit,
  dek,
  byline,
  date,
  rest,
];

const linesIn = (block: LineBlock): readonly Line[] => (block.lines.length === 0 ? [plainLine('')] : block.lines);

const entriesOf = (blocks: readonly LineBlock[]): readonly Entry[] =>
  blocks.flatMap((block) =>
    linesIn(block).map((line, index) => ({ line, block, hasNextInBlock: index + 1 < block.lines.length })),
  );

/** What the header said comes before the text if the text does not say it again. */
const withHeader = (draft: Draft, pieces: readonly Piece[]): readonly Piece[] => {
  const says = (text: string): boolean => pieces.some((piece) => piece.text === text);
  const head: readonly (Piece | null)[] = [
    draft.title === null || says(draft.title) ? null : { kind: 'heading', text: draft.title },
    draft.dek === null || says(draft.dek) ? null : { kind: 'dek', text: draft.dek },
  ];
  return [...head.filter((piece) => piece !== null), ...pieces];
};

/** The place and day of filing, from the first paragraph. */
const withDateline = (draft: Draft): Draft => {
  const first = draft.pieces.find((piece) => piece.kind === 'paragraph');
  const found = first === undefined ? null : readDateline(first.text, draft.published);
  if (found === null) return draft;
  const filed = found.dateline.date;
  return {
    ...draft,
    dateline: found.dateline,
    agency: draft.agency ?? found.agency,
    published: draft.published ?? (filed === null || filed.startsWith('X') ? null : filed),
  };
};

/** Reads the blocks of a plain text or of Markdown as a report: what each line is, by its words and its place. */
export const labelLines = (blocks: readonly LineBlock[]): Draft => {
  const { said, rest: body } = readHeader(blocks);
  const entries = entriesOf(body);
  const pieces: Piece[] = [];
  let draft: Draft = { ...emptyDraft, ...said, pieces };
  let last = '';
  for (const [index, entry] of entries.entries()) {
    const context = { entries, index, draft, last };
    for (const rule of rules) {
      const effect = rule.read(entry, context);
      if (effect === null) continue;
      pieces.push(...(effect.pieces ?? []));
      draft = { ...draft, ...effect, pieces };
      last = rule.id;
      break;
    }
  }
  return withDateline({ ...draft, pieces: withHeader(draft, pieces) });
};
