import type { PageBlock } from './page-blocks.ts';
import { titleKey } from './page-titles.ts';
import { wordCount } from './word-count.ts';

const isHeading = (block: PageBlock): boolean => /^h[1-6]$/.test(block.tag);

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
  const main = blocks.map((block) => (block.tag === 'h1' && !block.isAside ? titleKey(block.text) : ''));
  return titles.map((title) => main.lastIndexOf(titleKey(title) || '-')).find((index) => index >= 0) ?? -1;
};

/** A heading that the page's title holds among other words: "Print: Ports stay open". */
const partOfTitle = (blocks: readonly PageBlock[], wanted: string): number =>
  blocks.findLastIndex(
    (block) => isHeading(block) && wordCount(block.text) >= 3 && wanted.includes(titleKey(block.text)),
  );

/** Where the report's headline stands: the nearest block above its first paragraph that is the title or a main heading; −1 if nowhere. */
export const headingIndex = (blocks: readonly PageBlock[], titles: readonly string[], first: number): number => {
  const title = titles[0] ?? null;
  const wanted = titleKey(title ?? '');
  const from = Math.max(0, first - 80);
  const above = blocks.slice(from, first + 1);
  const main = mainStated(above, titles);
  const same = wanted === '' ? -1 : above.findLastIndex((block) => titleKey(block.text) === wanted);
  const found = [main, same, mainHeading(above, title), partOfTitle(above, wanted)].find((index) => index >= 0) ?? -1;
  return found < 0 ? -1 : from + found;
};
