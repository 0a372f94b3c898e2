import { readByline } from './byline.ts';
import { isWhen, readDateLine } from './date-line.ts';
import { readDateline } from './dateline.ts';
import type { Draft } from './draft.ts';
import { readHeaderLine } from './header-lines.ts';
import { type Line, realAddress } from './line.ts';
import { add, type Context, type Effect, type Entry, hasStop, isHead, type LineRule, next, sign } from './line-rule.ts';
import { isRights, type MetaLine, readMetaLine, readNameLine } from './meta-line.ts';
import { cutSite, isCity, isSurelyCity } from './outlets.ts';
import { isFurniture, isOriginalLink } from './source-lines.ts';
import { wordCount } from './word-count.ts';

/** How many lines may lie between a line of the head and the next that says something about the report. */
const REACH = 4;

const isMeta = (line: Line): boolean => readMetaLine(line.text) !== null;

/** Whether a line opens the running text, so that no head lies beyond it. */
const isRunning = (line: Line): boolean =>
  wordCount(line.text) > 45 ||
  readDateline(line.text, null) !== null ||
  (hasStop(line.text) && wordCount(line.text) > 25);

/** A line of the head as what it says about the report. Names alone sign it beside a line that says more, or before the place of filing. */
const readAbout = ({ line, block }: Entry, context: Context): MetaLine | null => {
  const meta = block.shape === 'list-item' ? null : readMetaLine(line.text);
  if (meta !== null || context.draft.title === null || context.draft.byline.length > 0) return meta;
  const names = readNameLine(line.text);
  const after = next(context)?.line;
  if (names === null || after === undefined) return null;
  const isBeside = ['meta', 'small-print', 'original-url'].includes(context.last) || isMeta(after);
  return isBeside || readDateline(after.text, null) !== null ? names : null;
};

/** Whether the words of a line have capitals as headlines have them; names alone make no such line. */
const isInTitleCase = (text: string): boolean => {
  const long = (text.match(/[\p{L}'’]{4,}/gu) ?? []).slice(1);
  return long.length >= 2 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length * 0.7;
};

/** Whether what comes soon shows that the report has not begun yet: a line about it, a dateline. */
const isBeforeMeta = ({ entries, index }: Context): boolean => {
  for (const { line } of entries.slice(index + 1, index + REACH)) {
    const isBeyond = readHeaderLine(line)?.field === 'nothing';
    if ((isMeta(line) && !isBeyond) || readDateline(line.text, null) !== null) return true;
    if (isRunning(line)) return false;
  }
  return false;
};

/** Whether one of the next lines tells what is still unknown: who signed the report, who printed it, when. */
const isStillToLearn = ({ entries, index, draft }: Context): boolean => {
  for (const { line } of entries.slice(index + 1, index + 1 + REACH)) {
    if (isTelling(line, draft)) return true;
    if (isRunning(line)) return false;
  }
  return false;
};

const tells = (meta: MetaLine, draft: Draft): boolean =>
  (draft.published === null && meta.published !== null) ||
  (draft.publisher === null && meta.publisher !== null) ||
  (draft.byline.length === 0 && draft.agency === null && (meta.people.length > 0 || meta.agency !== null));

const isTelling = (line: Line, draft: Draft): boolean => {
  const about = readMetaLine(line.text);
  return about !== null && tells(about, draft);
};

/** Whether the first of the next lines that is not about the report reads like its headline. */
const isHeadlineAhead = ({ entries, index }: Context): boolean => {
  const after = entries.slice(index + 1, index + 8).find(({ line }) => !isMeta(line) && !isFurniture(line.text));
  if (after === undefined) return false;
  return after.block.shape === 'heading' || (!isRunning(after.line) && !hasStop(after.line.text));
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

/** Whether a line tells more than what might be a headline of a few words. */
const isSure = (about: MetaLine, { text }: Line): boolean =>
  isNamed(about) || about.place !== null || isWhen(text) || readDateLine(text) !== null;

const isNamed = ({ people, agency, publisher, published }: MetaLine): boolean =>
  people.length > 0 || agency !== null || (publisher !== null && published !== null);

/** Whether a line is about the report; a mere label, even with a day, is its headline where no other comes ("Press briefing – 3 May 2021"). */
const isNoTitle = (line: Line, context: Context): boolean => {
  const about = readMetaLine(line.text);
  return about !== null && (isSure(about, line) || isHeadlineAhead(context));
};

/** The headline: the first heading, or a first line that reads like one; also the line that repeats a header's title. */
export const title: LineRule = {
  id: 'title',
  read: (entry, context) => {
    const { draft } = context;
    if (draft.pieces.length === 0 && draft.title === entry.line.text)
      return add({ kind: 'heading', text: draft.title });
    if (draft.title !== null || !isHead(context) || !isTitle(entry, context)) return null;
    if (isNoTitle(entry.line, context)) return null;
    const { text, site } = cutSite(entry.line.text);
    return { title: text, publisher: draft.publisher ?? site, ...add({ kind: 'heading', text }) };
  },
};

/** Whether a line may stand under the headline at all: it is no line about the report, no place and no running text. */
const mayBeDek = (entry: Entry, context: Context): boolean => {
  const { line, block } = entry;
  if (block.shape === 'list-item' || next(context) === undefined || wordCount(line.text) > 60) return false;
  if (readAbout(entry, context) !== null || readDateline(line.text, null) !== null) return false;
  return !(isPlace(line) && isStillToLearn(context));
};

/** The line under the headline: set apart by its setting, or short and before the byline. */
export const dek: LineRule = {
  id: 'dek',
  read: (entry, context) => {
    const { line, block } = entry;
    const { draft, last } = context;
    if (draft.title === null || draft.dek !== null || !isHead(context) || !mayBeDek(entry, context)) return null;
    const words = wordCount(line.text);
    const isUnderTitle = last === 'title' || last === 'small-print';
    const isQuote = block.shape === 'quote' && !/^["“'‘]/.test(line.text);
    const isSetApart = line.isStrong || isQuote || (block.shape === 'heading' && isUnderTitle && words >= 6);
    const isFirst = isUnderTitle && (isBeforeMeta(context) || !hasStop(line.text));
    const isLater = last === 'meta' && words >= 5 && isStillToLearn(context);
    const isShort = (isFirst || isLater) && words <= 45 && !line.text.endsWith(':');
    return isSetApart || isShort ? { dek: line.text, ...add({ kind: 'dek', text: line.text }) } : null;
  },
};

/** What a line about the report adds: what is known already stands, and a day of change yields to the day of printing. */
const effectOf = (meta: MetaLine, { links }: Line, draft: Draft): Effect => ({
  ...sign(draft, meta),
  // In a reader's view the site is a link to the report.
  url: draft.url ?? realAddress(links.find((link) => link.text === meta.publisher || isOriginalLink(link.text))?.url),
  publisher: draft.publisher ?? meta.publisher,
  published: draft.published ?? meta.published,
  dateline:
    draft.dateline ?? (meta.place === null ? null : { place: meta.place, date: meta.published?.slice(0, 10) ?? null }),
});

/** Who signed and printed a report, where and when, above the text; who signed it, also on its last line. */
export const meta: LineRule = {
  id: 'meta',
  read: (entry, context) => {
    const { draft, entries, index } = context;
    if (isHead(context)) {
      const about = readAbout(entry, context);
      return about === null ? null : effectOf(about, entry.line, draft);
    }
    if (index < entries.length - 1 || wordCount(entry.line.text) > 12) return null;
    // A day alone may be that of a correction.
    const about = readMetaLine(entry.line.text);
    if (about !== null && about.published !== null && isNamed(about)) return effectOf(about, entry.line, draft);
    const names = readByline(entry.line.text);
    return names === null ? null : { ...sign(draft, names), published: draft.published ?? names.date };
  },
};

/** One of a list of short lines about the report: "SUNDT" between the paper's name and the page. */
const isAmongMeta = (line: Line, { entries, index, last }: Context): boolean =>
  last === 'meta' &&
  wordCount(line.text) <= 2 &&
  entries.slice(index + 1, index + REACH).some((after) => after.block === entries[index]?.block && isMeta(after.line));

/** Whose the report is, set above the text. */
export const rights: LineRule = {
  id: 'meta',
  read: ({ line }, context) => {
    const isPlaced = isHead(context) && context.draft.title !== null && !['caption', 'picture'].includes(context.last);
    const about = isPlaced && isRights(line.text) ? readMetaLine(line.text) : null;
    return about === null ? null : { publisher: context.draft.publisher ?? about.publisher };
  },
};

/** "Washington, DC", "Port Ansel". */
const isPlace = ({ text }: Line): boolean => isSurelyCity(text) || (text.includes(',') && isCity(text));

/** A short line between the headline and a line that tells more about the report: a desk, a slug, a button. */
export const kicker: LineRule = {
  id: 'kicker',
  read: ({ line, block }, context) => {
    const isOne =
      context.draft.title !== null &&
      isHead(context) &&
      block.shape === 'paragraph' &&
      wordCount(line.text) <= 12 &&
      !hasStop(line.text) &&
      (isStillToLearn(context) || isAmongMeta(line, context));
    if (!isOne) return null;
    return isPlace(line) && context.draft.dateline === null ? { dateline: { place: line.text, date: null } } : {};
  },
};
