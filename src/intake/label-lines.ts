import { addressDay, dayAtEnd } from './date-line.ts';
import { readColonPlace, readDateline } from './dateline.ts';
import { type Draft, emptyDraft, type Piece } from './draft.ts';
import { dek, kicker, meta, rights, title } from './head-rules.ts';
import { readHeader } from './header-lines.ts';
import { labelled } from './labelled-rule.ts';
import { type Line, type LineBlock, lineAddress, plainLine } from './line.ts';
import { add, type Context, type Entry, isHead, type LineRule, next, sign } from './line-rule.ts';
import { caption, credit, picture } from './picture-rules.ts';
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

/** Whether the item before or after is a link too: a list of links is one of other reports. */
const isInLinkList = ({ entries, index }: Context): boolean =>
  [entries[index - 1], entries[index + 1]].some(
    (entry) => entry?.block.shape === 'list-item' && readLinkLine(entry.line) !== null,
  );

const related: LineRule = {
  id: 'related',
  read: ({ line, block }, context) => {
    const { last } = context;
    const labelled = readRelated(line);
    if (labelled !== null)
      return labelled.title === '' ? {} : add({ kind: 'related', text: labelled.title, url: labelled.url });
    const link = readLinkLine(line);
    const isOther =
      last === 'related' || (block.shape !== 'heading' && (block.shape !== 'list-item' || isInLinkList(context)));
    if (link === null || !isOther) return null;
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

/** A short line without a stop between paragraphs is a heading; so is a short bold one. */
const isHeading = ({ line, block, hasNextInBlock }: Entry, context: Context): boolean => {
  if (block.shape === 'heading') return true;
  if (block.shape !== 'paragraph' || isHead(context) || next(context) === undefined) return false;
  const isStarted = /^["“'‘]?[\p{Lu}\p{N}]/u.test(line.text);
  if (line.isStrong) return wordCount(line.text) <= 14;
  return !hasNextInBlock && isStarted && wordCount(line.text) <= 9 && !/[.!?…:;,)"”’\]]$/.test(line.text.trim());
};

/** A quotation set apart that the text holds as well is a pull quote. */
const isPullQuote = ({ line, block }: Entry, { entries }: Context): boolean => {
  if (block.shape !== 'quote' || wordCount(line.text) > 60 || entries.length > 2000) return false;
  const words = line.text.replace(/^["“'‘]+|["”'’]+$/g, '');
  return entries.some((each) => each.line !== line && each.line.text.includes(words));
};

const rest: LineRule = {
  id: 'text',
  read: (entry, context) => {
    const { draft } = context;
    if (isHeading(entry, context)) return add({ kind: 'heading', text: entry.line.text });
    if (isPullQuote(entry, context)) return add({ kind: 'pull-quote', text: entry.line.text });
    const { text, reporters: names } = splitReporting(entry.line.text);
    const kind = entry.block.shape === 'list-item' ? 'list-item' : 'paragraph';
    return { ...add({ kind, text }), ...(names === null ? {} : sign(draft, names)) };
  },
};

/** In this order: the first rule that knows a line reads it. */
const rules: readonly LineRule[] = [
  picture,
  original,
  labelled,
  rights,
  related,
  reporters,
  smallPrint,
  title,
  caption,
  credit,
  dek,
  meta,
  kicker,
  rest,
];

const linesIn = (block: LineBlock): readonly Line[] => (block.lines.length === 0 ? [plainLine('')] : block.lines);

const isDatelineAlone = ({ text }: Line): boolean =>
  text.length <= 100 && /[-–—]\s*$/.test(text) && readDateline(`${text.trim()} X`, null) !== null;

/** A place of filing on a line of its own belongs to the paragraph below. */
const withoutLoneDatelines = (entries: readonly Entry[]): readonly Entry[] => {
  const at = entries.slice(0, 20).findIndex(({ line }) => isDatelineAlone(line));
  const [lone, after] = [entries[at], entries[at + 1]];
  if (lone === undefined || after === undefined) return entries;
  const line = { ...after.line, text: `${lone.line.text.trim()} ${after.line.text}` };
  return [...entries.slice(0, at), { ...after, line }, ...entries.slice(at + 2)];
};

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

/** Among how many paragraphs the place of filing stands: a note of the editor may come before. */
const FIRST = 3;

const placed = (place: string | null): Draft['dateline'] => (place === null ? null : { place, date: null });

/** The day of printing where no line of its own says it: the headline ends with it, or the address holds it. */
const withDay = (draft: Draft): Draft => {
  const published = draft.published ?? dayAtEnd(draft.title ?? '');
  const inAddress = published === null ? addressDay(draft.url) : null;
  const sources = inAddress === null ? draft.sources : { ...draft.sources, published: 'url' as const };
  return { ...draft, published: published ?? inAddress, sources };
};

/** The place and day of filing, from the first paragraph. */
const withDateline = (draft: Draft): Draft => {
  const paragraphs = draft.pieces.filter((piece) => piece.kind === 'paragraph').map((piece) => piece.text);
  const found = paragraphs
    .slice(0, FIRST)
    .map((text) => readDateline(text, draft.published))
    .find((each) => each !== null);
  if (found === undefined) return { ...draft, dateline: draft.dateline ?? placed(readColonPlace(paragraphs)) };
  const filed = found.dateline.date;
  return {
    ...draft,
    dateline: { ...found.dateline, date: filed ?? draft.dateline?.date ?? null },
    agency: draft.agency ?? found.agency,
    published: draft.published ?? (filed === null || filed.startsWith('X') ? null : filed),
  };
};

/** In characters: beyond it a line is no headline, caption, byline or label. */
const LONGEST_LABELLED = 4000;

const isRunningText = ({ kind }: Piece): boolean => kind === 'paragraph' || kind === 'list-item';

const headerSources = (said: Partial<Draft>): Draft['sources'] =>
  Object.fromEntries(Object.keys(said).map((field) => [field, 'header' as const]));

/** Reads the blocks of a plain text or of Markdown as a report: what each line is, by its words and its place. */
export const labelLines = (blocks: readonly LineBlock[]): Draft => {
  const { said, rest: body } = readHeader(blocks);
  const entries = withoutLoneDatelines(entriesOf(body));
  const pieces: Piece[] = [];
  let draft: Draft = { ...emptyDraft, ...said, sources: headerSources(said), pieces };
  let last = '';
  let isStarted = false;
  for (const [index, entry] of entries.entries()) {
    const context = { entries, index, draft, last, isStarted };
    // A line this long is running text, and too long for patterns that look both ways.
    for (const rule of entry.line.text.length > LONGEST_LABELLED ? [rest] : rules) {
      const effect = rule.read(entry, context);
      if (effect === null) continue;
      pieces.push(...(effect.pieces ?? []));
      isStarted ||= effect.pieces?.some(isRunningText) === true;
      draft = { ...draft, ...effect, pieces };
      last = rule.id;
      break;
    }
  }
  return withDay(withDateline({ ...draft, pieces: withHeader(draft, pieces) }));
};
