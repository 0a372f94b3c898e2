import { lettersOf } from './letters.ts';
import type { PageBlock } from './page-blocks.ts';
import { wordCount } from './word-count.ts';

/** A class by which pages without headings mark their headline. */
const headlineClass = /(?:^|[\s._-])(?:head-?line|article-?title|story-?title|entry-?title|post-?title)(?:$|[\s#_-])/i;

const isHeading = (block: PageBlock): boolean =>
  /^h[1-6]$/.test(block.tag) || headlineClass.test(block.path.at(-1) ?? '');

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** Of several main headings, the one that shares most words with the title that the page states; a video on the page may have its own. */
const mainHeading = (blocks: readonly PageBlock[], title: string | null): number => {
  const wanted = wordsOf(title ?? '');
  const scored = blocks
    .map((block, index) => ({
      index,
      block,
      shared: [...wordsOf(block.text)].filter((word) => wanted.has(word)).length,
    }))
    .filter(({ block }) => block.tag === 'h1' && wordCount(block.text) >= 3 && !block.isAside);
  return scored.toSorted((a, b) => b.shared - a.shared || b.index - a.index)[0]?.index ?? -1;
};

/** A main heading that the page states as its title; of several, the one that it states first. */
const mainStated = (blocks: readonly PageBlock[], titles: readonly string[]): number => {
  const main = blocks.map((block) => (block.tag === 'h1' && !block.isAside ? lettersOf(block.text) : ''));
  return titles.map((title) => main.lastIndexOf(lettersOf(title) || '-')).find((index) => index >= 0) ?? -1;
};

/** A heading that the page's title holds among other words: "Print: Ports stay open". */
const partOfTitle = (blocks: readonly PageBlock[], wanted: string): number =>
  blocks.findLastIndex(
    (block) => isHeading(block) && wordCount(block.text) >= 3 && wanted.includes(lettersOf(block.text)),
  );

/** How many blocks may lie between a heading and the first paragraph under it. */
const HEADING_REACH = 8;

/** A page that states nothing of its report but a title that is not its headline prints one all the same: the nearest heading. */
const nearHeading = (blocks: readonly PageBlock[], titles: readonly string[]): number => {
  if (titles.length > 1) return -1;
  const from = Math.max(0, blocks.length - 1 - HEADING_REACH);
  const at = blocks
    .slice(from, -1)
    .findIndex((block) => isHeading(block) && !block.isAside && wordCount(block.text) >= 3 && block.linkShare < 0.8);
  return at < 0 ? -1 : from + at;
};

/** A main heading below what was taken for the first paragraph: lines about the site may stand above it. −1 if there is none. */
export const lowerHeading = (blocks: readonly PageBlock[], titles: readonly string[], first: number): number => {
  const below = blocks.slice(first + 1, first + 1 + HEADING_REACH);
  const wanted = titles.map(lettersOf).join(' ');
  const at = below.findIndex(
    (block) =>
      block.tag === 'h1' && !block.isAside && wordCount(block.text) >= 3 && wanted.includes(lettersOf(block.text)),
  );
  const between = [blocks[first], ...below.slice(0, at)].reduce((sum, block) => sum + wordCount(block?.text ?? ''), 0);
  return at < 0 || between > 40 ? -1 : first + 1 + at;
};

/** Where the report's headline stands: the nearest block above its first paragraph that is the title or a main heading; −1 if nowhere. */
export const headingIndex = (blocks: readonly PageBlock[], titles: readonly string[], first: number): number => {
  const title = titles[0] ?? null;
  const wanted = lettersOf(title ?? '');
  const from = Math.max(0, first - 80);
  const above = blocks.slice(from, first + 1);
  const main = mainStated(above, titles);
  const same = wanted === '' ? -1 : above.findLastIndex((block) => lettersOf(block.text) === wanted);
  const found =
    [main, same, mainHeading(above, title), partOfTitle(above, wanted), nearHeading(above, titles)].find(
      (index) => index >= 0,
    ) ?? -1;
  return found < 0 ? -1 : from + found;
};
