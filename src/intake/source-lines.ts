import { type Byline, readNames } from './byline.ts';
import { type Line, lineAddress, realAddress } from './line.ts';
import { wordCount } from './word-count.ts';
import { alternatives, phraseSet } from './words.ts';

const originalLabel = new RegExp(`^(?:${alternatives('original')})\\s*:\\s*(.*)$`, 'is');
// "Read this article online: https://…"; a printed page has its address and the number of the page at its foot.
const asOriginal =
  /^(?:(?=[^:]*\b(?:article|story|report|original|originally|online|permalink)\b)[\p{L} ]{4,60}:?\s*<?(?<url>https?:\/\/[^\s<>]+)>?\.?)$|^(?<url>https?:\/\/\S+)\s+(?:page\s)?\d+\s?(?:\/|of)\s?\d+$/iu;
const relatedLabel = new RegExp(`^(?:${alternatives('related')})\\s*(:|[-–—|]|$)\\s*(.*)$`, 'is');
const reporting = new RegExp(`^[([–—-]*\\s*(?:${alternatives('reporting')})\\b`, 'i');
const reportingTail = new RegExp(`\\s*[([](?:${alternatives('reporting')})\\s[^()[\\]]*[)\\]]?\\s*$`, 'i');
const contributed = new RegExp(`(?:${alternatives('contributed')})[.]?\\s*[)\\]]?$`, 'i');
const smallPrint = new RegExp(`^[([]?(?:${alternatives('smallprint')})(?![\\p{L}])`, 'iu');
const originals = phraseSet('original');
const ends = phraseSet('ends');
const furniture = phraseSet('furniture');

/** The address that a line labelled "Original url:" gives; the empty string if it stands on the next line; null if the line is none such. */
export const readOriginal = (line: Line): string | null => {
  const match = originalLabel.exec(line.text.trim());
  if (match === null) return asOriginal.exec(line.text.trim())?.groups?.url ?? null;
  const rest = (match[1] ?? '').trim();
  if (rest === '') return '';
  const written = /^<?(https?:\/\/[^\s<>]+)>?$/i.exec(rest)?.[1];
  return written ?? realAddress(line.links[0]?.url) ?? null;
};

/** Whether a link says that it leads to the original. */
export const isOriginalLink = (text: string): boolean => originals.has(text.trim().toLowerCase());

/** The title and address of another report that a line links. */
export interface RelatedLine {
  readonly title: string;
  readonly url: string | null;
}

const addressAtEnd = /\s*[(<]?(https?:\/\/[^\s<>()]+)[)>]?\s*$/;

/** A line without a link counts only if it reads like a headline: short and without a final stop. */
const isHeadline = (text: string): boolean => wordCount(text) >= 3 && wordCount(text) <= 25 && !/[.;,]$/.test(text);

/** Reads "Related article: [title](url)", "Read more: Title"; an empty title where the label stands alone; null if the line is none such. */
export const readRelated = (line: Line): RelatedLine | null => {
  const match = relatedLabel.exec(line.text.trim());
  if (match === null) return null;
  const rest = (match[2] ?? '').trim();
  if (rest === '') return match[1] === ':' || line.isStrong ? { title: '', url: null } : null;
  const link = line.links.find((each) => each.text.trim() !== '' && rest.includes(each.text.trim()));
  if (link !== undefined && link.text.length * 2 > rest.length)
    return { title: link.text.trim(), url: realAddress(link.url) };
  const written = addressAtEnd.exec(rest)?.[1] ?? null;
  const title = rest.replace(addressAtEnd, '').trim();
  const isPlainLabel = /^(?:related|read|see)\b/i.test(line.text.trim()) && match[1] === ':';
  return isPlainLabel && isHeadline(title) ? { title, url: written } : null;
};

/** A line that is nothing but one link to another report; null if it is not. */
export const readLinkLine = (line: Line): RelatedLine | null => {
  const link = line.links[0];
  if (link === undefined || line.links.length > 1 || lineAddress(line) !== null) return null;
  return link.text.trim() === line.text.trim() && wordCount(link.text) >= 3
    ? { title: link.text.trim(), url: realAddress(link.url) }
    : null;
};

const reportingLabel = new RegExp(`^(?:${alternatives('reporting')})\\s*`, 'i');

const named = (text: string): Byline =>
  readNames((text.split(/[;.](?=\s|$)/)[0] ?? '').replace(/^[([\s–—-]*/, '').replace(reportingLabel, ''));

const thanks = new RegExp(`^(.{3,120}?)\\s+(?:${alternatives('reported-from')})\\s+\\p{Lu}`, 'u');

/** "Jane Doe reported from Sund. John Roe contributed from Vesta." */
const readThanks = (line: string): Byline | null => {
  if (wordCount(line) > 40 || line.length > 400) return null;
  const names = line.split(/(?<=\p{L}{2})\.\s+/u).map((sentence) => thanks.exec(sentence)?.[1]);
  const read = names.map((each) => (each === undefined ? null : readNames(each)));
  const isAll = read.every((each) => each !== null && each.people.length > 0);
  return isAll ? (read[0] ?? null) : null;
};

/** Who made a wire report, from its closing line "(Reporting by Jane Doe; editing by John Roe)" or "Jane Doe contributed to this report."; null if the line is none such. */
export const readReporting = (text: string): Byline | null => {
  const line = text.trim();
  if (
    reporting.test(line) &&
    wordCount(line) <= 80 &&
    (/^(?:[([]|--|—)/.test(line) || /\bby\s+\p{Lu}/u.test(line.slice(0, 40)))
  )
    return named(line);
  if (contributed.test(line) && wordCount(line) <= 40)
    return readNames(line.replace(/^[([]/, '').replace(contributed, ''));
  return readThanks(line);
};

/** A paragraph and the list of reporters that was set at its end: "… he said. (Reporting by Jane Doe)". */
export const splitReporting = (text: string): { readonly text: string; readonly reporters: Byline | null } => {
  const from = Math.max(0, text.length - 1000);
  const match = reportingTail.exec(text.slice(from));
  if (match === null || from + match.index === 0) return { text, reporters: null };
  return { text: text.slice(0, from + match.index).trim(), reporters: named(match[0].trim()) };
};

/** Whether a line is the small print of a paper and no part of the report. */
export const isSmallPrint = (text: string): boolean =>
  (smallPrint.test(text.trim()) && wordCount(text) <= 60) ||
  (/[©@]\s?(?:\d{4}|\p{L}[\w-]*\.(?:com|org|net))\b/u.test(text) && wordCount(text) <= 40);

const after = phraseSet('after');

/** Whether a heading opens what follows the report: related stories, comments, the author's life. */
export const isAfterHeading = (text: string): boolean =>
  after.has(
    text
      .trim()
      .toLowerCase()
      .replace(/[’]/g, "'")
      .replace(/[:.…]+$/, ''),
  );

/** The number of a document in an archive; a desk's address in double brackets; the head of a printed web page. */
const mark = /^document\s+\S*\d{8,}\S*$|^\(\(.*\)\)$|^\d{1,2}\/\d{1,2}\/\d{2,4},\s+\d{1,2}:\d{2}(?:\s?[ap]m)?\s{2,}\S/i;

/** In characters: no button is longer. */
const LONGEST_BUTTON = 80;

/** Whether a line is an end mark ("-30-") or a button ("Share this"). */
export const isFurniture = (text: string): boolean => {
  const line = text.trim().toLowerCase();
  const isButton = line.length <= LONGEST_BUTTON && furniture.has(line.replace(/[\s:.…»>]+$/, ''));
  return ends.has(line) || isButton || !/[\p{L}\p{N}]/u.test(line) || mark.test(line);
};
