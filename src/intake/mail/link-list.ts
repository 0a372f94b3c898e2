import { emptyEntry, emptyFeed, type Feed, type FeedEntry } from '../feeds/feed.ts';
import { isHuge } from '../feeds/rich-text.ts';
import { isWebAddress } from '../net/web-address.ts';
import { type PageBlock, pageBlocks } from '../page-blocks.ts';
import { safeSource } from '../page-source.ts';
import { parsePage } from '../tree/parse-page.ts';
import { wordCount } from '../word-count.ts';
import { alternatives } from '../words.ts';

/** A headline that a mail links, and the lines under it. */
interface Listed {
  readonly title: string;
  readonly url: string;
  readonly lines: readonly string[];
}

const furniture = new RegExp(`(?<![\\p{L}])(?:${alternatives('mail-furniture')})(?![\\p{L}])`, 'iu');

/** How many headlines make a list, and how many words of other text may stand to each. */
const FEWEST = 3;
const MOST_WORDS = 80;
/** In characters: an alert in plain text is no longer. */
const LONGEST = 300_000;

const inQuery = /^(?:url|q|u|to|target|dest|destination|redirect|link)$/i;

/** The address behind a counter of clicks that names it: "https://www.google.com/url?url=https://…". */
export const unwrapAddress = (address: string): string => {
  const query = URL.parse(address)?.searchParams ?? new URLSearchParams();
  for (const [key, value] of query)
    if (inQuery.test(key) && /^https?:\/\/[^\s/]+\./i.test(value) && URL.canParse(value)) return value;
  return address;
};

/** The headline that is all a block holds; null if it holds more, or is about the mail. */
const headlineIn = ({ text, links, linkShare }: PageBlock): Listed | null => {
  const link = links.find((each) => isWebAddress(each.url) && wordCount(each.text) >= 4);
  if (link === undefined || linkShare < 0.8 || furniture.test(text)) return null;
  return { title: link.text, url: unwrapAddress(link.url), lines: [] };
};

const listedInBlocks = (blocks: readonly PageBlock[]): readonly Listed[] => {
  const found: Listed[] = [];
  for (const block of blocks) {
    const headline = headlineIn(block);
    if (headline !== null) found.push(headline);
    else if (block.linkShare < 0.5 && !furniture.test(block.text)) {
      const last = found.pop();
      if (last !== undefined) found.push({ ...last, lines: [...last.lines, block.text] });
    }
  }
  return found;
};

const alone = /^[<(]?(https?:\/\/[^\s<>]+)[>)]?$/i;

/** In plain text: a headline, lines under it, and its address on a line of its own. */
const listedInText = (text: string): readonly Listed[] =>
  text
    .slice(0, LONGEST)
    .split(/\n\s*\n/)
    .flatMap((group): readonly Listed[] => {
      const lines = group
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const address = lines.map((line) => alone.exec(line)?.[1]).find((url) => url !== undefined);
      const words = lines.filter((line) => !alone.test(line));
      const title = words[0];
      if (address === undefined || title === undefined || wordCount(title) < 3 || furniture.test(group)) return [];
      return [{ title, url: unwrapAddress(address), lines: words.slice(1) }];
    });

const isName = (line: string): boolean => wordCount(line) <= 6 && !/[.!?…]$/.test(line);

/** The first short line under a headline names the paper, the others are how the report begins. */
const toEntry = ({ title, url, lines }: Listed): FeedEntry => {
  const first = lines[0];
  const source = first !== undefined && isName(first) ? first : null;
  const summary = (source === null ? lines : lines.slice(1)).join(' ').trim();
  return {
    ...emptyEntry,
    id: url,
    url,
    title,
    summary: summary || null,
    source: source === null ? null : { title: source, url: null },
  };
};

/** What a mail holds that may be a list: its HTML or its text, who sent it, and when. */
export interface MailText {
  readonly html: string | null;
  readonly text: string | null;
  readonly subject: string | null;
  readonly sender: string | null;
  readonly date: string | null;
}

/**
 * The list of reports that a mail links, as an alert of a search engine does; null if the mail is a report itself. One
 * headline is enough where the sender says that it is an alert.
 */
export const readLinkList = (mail: MailText, name: string): Feed | null => {
  if (isHuge(mail.html ?? '')) return null;
  const page = mail.html === null ? null : parsePage(safeSource(mail.html, name)).body;
  const blocks = page === null ? [] : pageBlocks(page);
  const listed = page === null ? listedInText(mail.text ?? '') : listedInBlocks(blocks);
  const unique = [...new Map(listed.toReversed().map((each) => [each.url, each])).values()].toReversed();
  const fewest = /alerts?\b/i.test(mail.sender ?? '') ? 1 : FEWEST;
  const all = page === null ? wordCount(mail.text ?? '') : blocks.reduce((sum, { text }) => sum + wordCount(text), 0);
  if (unique.length < fewest || all > unique.length * MOST_WORDS + 60) return null;
  const entries = unique.map(toEntry).map((entry) => ({ ...entry, updated: mail.date }));
  return { ...emptyFeed, kind: 'mail', title: mail.subject, updated: mail.date, entries };
};
