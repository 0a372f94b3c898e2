import { dateIn, readDateLine } from './date-line.ts';
import { type Line, lineAddress, plainLine, realAddress } from './line.ts';
import type { PageBlock } from './page-blocks.ts';
import { readOriginal } from './source-lines.ts';

/** What a browser or an extension writes above a page that it saves. */
const savedFrom = /<!--\s*(?:saved from url=\(\d{1,6}\)|page saved with singlefile\s+url:\s*)(https?:\/\/[^\s>]+)/i;

/** In characters: the mark of a saved page stands at its top. */
const TOP = 4000;

/** The address that a page was saved from, by the comment at its top; null if there is none. */
export const savedAddress = (source: string): string | null => savedFrom.exec(source.slice(0, TOP))?.[1] ?? null;

/** In characters: a longer line is no label with an address. */
const LONGEST_LINE = 600;

const bareSource = /^(?:source|story from[^:]{0,60}|from)\s*:\s*<?(https?:\/\/[^\s<>]+)>?$/i;

/** The address of a site alone is that of no report. */
const isOfReport = (url: string): boolean => {
  const { pathname = '/', search = '' } = URL.parse(url) ?? {};
  return pathname.length > 1 || search.length > 1;
};

const toLine = ({ text, isStrong, links }: PageBlock): Line => ({ text, isStrong, links });

/** "courier.example", linked to a page of that site: how readers' views name where they took a report from. */
const siteLink = (block: PageBlock): string | null => {
  const [link] = block.links;
  if (link === undefined || block.links.length > 1 || link.text !== block.text.trim()) return null;
  const url = URL.parse(link.url);
  const host = link.text.toLowerCase().replace(/^www\./, '');
  const isSite = url !== null && /^[a-z\d.-]+\.[a-z]{2,12}$/.test(host) && url.host.replace(/^www\./, '') === host;
  return isSite && url.pathname.length > 1 ? link.url : null;
};

/** The address that one line gives, or the line below it. */
const addressAt = (block: PageBlock, below: PageBlock | undefined): string | null => {
  const own = readOriginal(toLine(block)) ?? bareSource.exec(block.text.trim())?.[1] ?? null;
  if (own !== null && own !== '') return own;
  const isLabel = own === '' || /^story from\b.{0,80}:$/i.test(block.text.trim());
  return isLabel && below !== undefined ? (lineAddress(toLine(below)) ?? realAddress(below.links[0]?.url)) : null;
};

/** The address of the original that a print view or a reader's view gives, wherever on the page it stands; null if none does. */
export const originalAddress = (blocks: readonly PageBlock[]): string | null => {
  for (const [index, block] of blocks.entries()) {
    const found = block.text.length > LONGEST_LINE ? null : addressAt(block, blocks[index + 1]);
    if (found !== null && isOfReport(found)) return found;
  }
  return (
    blocks
      .slice(0, 40)
      .map(siteLink)
      .find((url) => url !== null) ?? null
  );
};

/** The address that the lines about a report give as that of its original; null if none does. */
export const statedAddress = (lines: readonly string[]): string | null => {
  const found = lines.map((line, index) => {
    const own = readOriginal(plainLine(line));
    return own === '' ? lineAddress(plainLine(lines[index + 1] ?? '')) : own;
  });
  return found.find((url) => url !== null && isOfReport(url)) ?? null;
};

const published = /^(?:first\s+)?(?:published|posted|date)\b/i;

/** The day of printing that a line below the text gives behind a label of its own: "Published: 2026/03/09 10:15 GMT"; null if none does. */
export const dayBelow = (blocks: readonly PageBlock[]): string | null => {
  const line = blocks.find(({ text }) => published.test(text) && readDateLine(text)?.isUpdate === false);
  return line === undefined ? null : dateIn(line.text);
};
