import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import type { PageBlock } from './page-blocks.ts';
import { ELEMENT, type PageTree, type TreeElement } from './tree/page-tree.ts';
import { NUMBER, parsePage, wholePage } from './tree/parse-page.ts';
import { wordCount } from './word-count.ts';

/** A test of whether a block belongs to the report, as one way of finding the report sees it. */
export type Keeps = (block: PageBlock) => boolean;

/** As much of a node as is looked at, in our own tree or in another. */
interface Kept {
  readonly nodeType: number;
  readonly childNodes: Iterable<Kept>;
  readonly textContent: string | null;
  getAttribute?(name: string): string | null;
}

const flat = (text: string): string => text.replace(/[\s\u00a0\u00ad]+/g, '');

/** What an extractor left standing: the numbers of its elements and its words without white space. */
const keepsOf = (root: Kept | null): Keeps | null => {
  if (root === null) return null;
  const numbers = new Set<string>();
  const stack: Kept[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeType !== ELEMENT) continue;
    const number = node.getAttribute?.(NUMBER) ?? null;
    if (number !== null) numbers.add(number);
    stack.push(...node.childNodes);
  }
  const words = flat(root.textContent ?? '');
  return (block) => {
    const own = flat(block.text);
    return words.includes(own) && (own.length >= 25 || numbers.has(block.numbers.at(-1) ?? ''));
  };
};

/** Readability consumes the page that it reads. */
const byReadability = (page: PageTree): Keeps | null => {
  try {
    // Our tree has the parts of the DOM that Readability needs but not its type.
    const reader = new Readability<TreeElement>(page as never, {
      serializer: (node) => node as unknown as TreeElement,
    });
    return keepsOf(reader.parse()?.content ?? null);
  } catch {
    return null;
  }
};

interface Defuddled {
  readonly body: Kept | null;
  querySelectorAll(selector: string): Iterable<{ setAttribute(name: string, value: string): void }>;
}

interface DefuddleModule {
  readonly default: new (
    page: Defuddled,
    options: { url?: string; useAsync: boolean },
  ) => { parse(): { content: string } };
}

const byDefuddle = (source: string): Keeps | null => {
  try {
    const load = createRequire(import.meta.url);
    const { default: Defuddle } = load('defuddle') as DefuddleModule;
    const { parseHTML } = load('linkedom') as { parseHTML: (source: string) => { document: Defuddled } };
    const page = parseHTML(wholePage(source)).document;
    for (const [number, element] of [...page.querySelectorAll('*')].entries())
      element.setAttribute(NUMBER, String(number));
    // `useAsync` would let it ask services on the network.
    const { content } = new Defuddle(page, { useAsync: false }).parse();
    return keepsOf(parsePage(content, { isNumbered: true }).body);
  } catch {
    return null;
  }
};

const sentenceEnds = new Set('.!?…"”“’‘»«)。！？」』');

/** Whether a block has the form of running text, wherever it stands. */
export const isProse = (block: PageBlock): boolean =>
  block.linkShare < 0.35 &&
  !block.isAside &&
  !block.isInFigure &&
  sentenceEnds.has(block.text.at(-1) ?? '') &&
  wordCount(block.text) >= 8;

/** Own heuristics: the container that holds most prose keeps its prose. */
const byProse = (blocks: readonly PageBlock[]): Keeps => {
  const weight = new Map<string, number>();
  for (const block of blocks.filter(isProse))
    for (const number of block.numbers.slice(-3, -1)) weight.set(number, (weight.get(number) ?? 0) + block.text.length);
  const best = [...weight].sort((a, b) => b[1] - a[1])[0]?.[0];
  return (block) =>
    best !== undefined && block.numbers.includes(best) && (isProse(block) || (block.linkShare < 0.3 && !block.isAside));
};

const total = (blocks: readonly PageBlock[], keeps: Keeps): number =>
  blocks.filter((block) => isProse(block) && keeps(block)).reduce((sum, block) => sum + block.text.length, 0);

const promotion =
  /newsletter|sign-?up|subscri|paywall|promo|recirc|related|most-?(?:read|popular)|trending|outbrain|taboola|author-?bio|about-?author|comments/i;

const size = (blocks: readonly PageBlock[]): number => blocks.reduce((sum, block) => sum + block.text.length, 0);

/** Containers that say that they promote something, and hold too little of what was kept to be the report all the same. */
const promotions = (kept: readonly PageBlock[]): ReadonlySet<string> => {
  const held = new Map<string, number>();
  for (const block of kept)
    for (const [index, element] of block.path.entries())
      if (/^(?:div|section|aside|ul|ol|form)\b/.test(element) && promotion.test(element))
        held.set(block.numbers[index] ?? '', (held.get(block.numbers[index] ?? '') ?? 0) + block.text.length);
  const most = size(kept) * 0.2;
  return new Set([...held].filter(([, length]) => length < most).map(([number]) => number));
};

const signature = (block: PageBlock): string => block.path.slice(-3).join('>').replace(/#\S*/g, '');

/** The places, as the classes around them describe them, in which much of what was kept stands; other prose in such places was lost by mistake. */
const homes = (kept: readonly PageBlock[]): ReadonlySet<string> => {
  const held = new Map<string, number>();
  for (const block of kept.filter(isProse))
    held.set(signature(block), (held.get(signature(block)) ?? 0) + block.text.length);
  const least = size(kept) * 0.3;
  return new Set([...held].filter(([place, length]) => length > least && /\.\S/.test(place)).map(([place]) => place));
};

/** Fewer words than this make no report of their own. */
const LEAST_WORDS = 40;

/**
 * Whether a block stands in another `<article>` than the main heading: beside the report's own, or inside it, where HTML
 * puts what is only related to it. Nothing does where the heading's article holds no report.
 */
const foreign = (blocks: readonly PageBlock[], kept: readonly PageBlock[]): Keeps => {
  const heading = blocks.find((block) => block.tag === 'h1' && !block.isAside);
  const own = heading?.articles.at(-1);
  const isOwn = (block: PageBlock): boolean => block.articles.at(-1) === own;
  const words = kept
    .filter((block) => isProse(block) && isOwn(block))
    .reduce((sum, { text }) => sum + wordCount(text), 0);
  if (heading === undefined || own === undefined || words < LEAST_WORDS) return () => false;
  const around = new Set(heading.articles);
  return (block) => block.articles.length > 0 && !around.has(block.articles.at(-1) ?? '');
};

const mend = (blocks: readonly PageBlock[], keeps: Keeps, isLive: boolean): readonly boolean[] => {
  const kept = blocks.filter(keeps);
  const home = homes(kept);
  const promoted = promotions(kept);
  const isForeign = isLive ? () => false : foreign(blocks, kept);
  return blocks.map(
    (block) =>
      (keeps(block) || (isProse(block) && home.has(signature(block)))) &&
      !block.numbers.some((number) => promoted.has(number)) &&
      !isForeign(block),
  );
};

/** In elements: news has a tenth of it at most, and extractors take time with more than the length of a page. */
const MOST_SEARCHED = 60_000;
/** In characters: a long book. */
const LONGEST_SEARCHED = 2_000_000;

/**
 * For each block of a page, whether it belongs to the report: as Readability finds it; where that fails or finds much
 * less running text than stands together elsewhere, as Defuddle does; else, and on pages of any size beyond that of news, by where most prose stands. The posts of a
 * live blog are articles in an article, and all of them belong to it.
 */
export const findArticle = (
  page: PageTree,
  source: string,
  blocks: readonly PageBlock[],
  isLive = false,
): readonly boolean[] => {
  const own = byProse(blocks);
  if (page.elements(() => true).length > MOST_SEARCHED || size(blocks) > LONGEST_SEARCHED)
    return mend(blocks, own, isLive);
  const enough = total(blocks, own) * 0.5;
  for (const find of [() => byReadability(page), () => byDefuddle(source)]) {
    const keeps = find();
    if (keeps !== null && total(blocks, keeps) >= enough && blocks.some(keeps)) return mend(blocks, keeps, isLive);
  }
  return mend(blocks, own, isLive);
};
