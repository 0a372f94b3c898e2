import { isPersonName, readByline } from './byline.ts';
import { readDateLine } from './date-line.ts';
import { readDateline } from './dateline.ts';
import type { Line } from './line.ts';
import { add, type Context, type Entry, hasStop, isHead, type LineRule, next, sign } from './line-rule.ts';
import { wordCount } from './word-count.ts';

/** A name alone signs if a date or the place of filing follows. */
const readSigned = (line: Line, after: Line | undefined): ReturnType<typeof readByline> => {
  const byline = readByline(line.text);
  if (byline !== null || after === undefined || !isPersonName(line.text)) return byline;
  const isFollowed = readDateLine(after.text) !== null || readDateline(after.text, null) !== null;
  return isFollowed ? { people: [line.text.trim()], agency: null, date: null } : null;
};

const isMeta = (line: Line, after?: Line): boolean =>
  readSigned(line, after) !== null || readDateLine(line.text) !== null;

/** Whether the words of a line have capitals as headlines have them; names alone make no such line. */
const isInTitleCase = (text: string): boolean => {
  const long = (text.match(/[\p{L}'’]{4,}/gu) ?? []).slice(1);
  return long.length >= 2 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length * 0.7;
};

/** Whether what comes soon shows that the report has not begun yet: a byline, a date, a dateline. */
const isBeforeMeta = ({ entries, index }: Context): boolean => {
  for (const { line } of entries.slice(index + 1, index + 4)) {
    if (isMeta(line) || readDateline(line.text, null) !== null) return true;
    if (wordCount(line.text) > 45) return false;
  }
  return false;
};

/** Whether the lines below open the report: it is signed, dated, filed somewhere, or they are plainly longer. */
const isReportAhead = (line: Line, context: Context): boolean => {
  const { entries, index } = context;
  const longest = Math.max(...entries.slice(index + 1, index + 3).map((entry) => entry.line.text.length));
  return isBeforeMeta(context) || longest > line.text.length * 1.3;
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
  return !hasNextInBlock && wordCount(line.text) <= 22 && (isInTitleCase(line.text) || isReportAhead(line, context));
};

/** The headline: the first heading, or a first line that reads like one; also the line that repeats a header's title. */
export const title: LineRule = {
  id: 'title',
  read: (entry, context) => {
    const { draft } = context;
    if (draft.pieces.length === 0 && draft.title === entry.line.text)
      return add({ kind: 'heading', text: draft.title });
    if (draft.title !== null || !isHead(context) || isMeta(entry.line) || !isTitle(entry, context)) return null;
    return { title: entry.line.text, ...add({ kind: 'heading', text: entry.line.text }) };
  },
};

/** The line under the headline: set apart by its setting, or short and before the byline. */
export const dek: LineRule = {
  id: 'dek',
  read: ({ line, block }, context) => {
    const { draft, last } = context;
    if (
      draft.title === null ||
      draft.dek !== null ||
      !isHead(context) ||
      isMeta(line, next(context)?.line) ||
      wordCount(line.text) > 60
    )
      return null;
    if (readDateline(line.text, null) !== null || block.shape === 'list-item' || next(context) === undefined)
      return null;
    const isUnderTitle = last === 'title' || last === 'small-print';
    const isSetApart = line.isStrong || (block.shape === 'heading' && isUnderTitle && wordCount(line.text) >= 6);
    const isShort = isUnderTitle && wordCount(line.text) <= 45 && (isBeforeMeta(context) || !hasStop(line.text));
    return isSetApart || isShort ? { dek: line.text, ...add({ kind: 'dek', text: line.text }) } : null;
  },
};

/** Who signed, above the text or on its last line. */
export const byline: LineRule = {
  id: 'byline',
  read: ({ line }, context) => {
    const { draft, entries, index } = context;
    if (!isHead(context) && !(index === entries.length - 1 && wordCount(line.text) <= 12)) return null;
    const names = readSigned(line, next(context)?.line);
    return names === null ? null : { ...sign(draft, names), published: draft.published ?? names.date };
  },
};

/** When it was printed. */
export const date: LineRule = {
  id: 'date',
  read: ({ line }, context) => {
    const { draft } = context;
    const read = isHead(context) ? readDateLine(line.text) : null;
    if (read === null) return null;
    return read.isUpdate && draft.published !== null ? {} : { published: draft.published ?? read.date };
  },
};
