import type { Link } from './line.ts';
import { TEXT, type TreeElement, type TreeNode } from './tree/page-tree.ts';
import { NUMBER } from './tree/parse-page.ts';

/** Where on a page a block stands, as its ancestors say. */
export interface Surroundings {
  /** Its nearest elements, outermost first, each as "tag.class#id"; at most six. */
  readonly path: readonly string[];
  readonly numbers: readonly string[];
  readonly tag: string;
  readonly isInFigure: boolean;
  readonly isInCaption: boolean;
  readonly isInQuote: boolean;
  readonly isInList: boolean;
  /** In navigation, a sidebar, a footer or a form. */
  readonly isAside: boolean;
  readonly isInArticle: boolean;
  /** The numbers of the `<article>` elements around it, outermost first; at most four. */
  readonly articles: readonly string[];
}

/** A block of a page as a reader sees it: its words, links and surroundings. */
export interface PageBlock extends Surroundings {
  /** White space collapsed. */
  readonly text: string;
  /** As `text`, but with the line breaks of the source. */
  readonly raw: string;
  readonly links: readonly Link[];
  /** Share of its characters that are links, 0 to 1. */
  readonly linkShare: number;
  readonly isStrong: boolean;
}

const blockTags = new Set(
  'html body address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const skipped = new Set(
  'head script style template noscript svg math iframe object embed canvas button select option textarea input audio video picture map dialog'.split(
    ' ',
  ),
);
const sidelines = new Set(['nav', 'aside', 'footer', 'form', 'menu']);
/** A caption, set apart by its class alone. */
const isCaptionClass = /(?:^|[\s_-])caption(?:$|[\s_-])/i;
const isCreditClass = /credit|photographer|copyright|attribution|image-source/i;

interface Run {
  readonly text: string;
  readonly isLink: boolean;
  readonly isStrong: boolean;
}

interface Inline {
  readonly href: string | null;
  readonly isStrong: boolean;
}

interface Visit {
  readonly node: TreeNode;
  readonly around: Surroundings;
  readonly inline: Inline;
}

/** A step of the walk: a node to enter, or the end of an element. */
type Step = Visit | { readonly end: Surroundings };

const collapse = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();
const hardLines = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

const label = (node: TreeElement): string =>
  `${node.localName}.${node.getAttribute('class') ?? ''}#${node.getAttribute('id') ?? ''} ${node.getAttribute('data-testid') ?? ''} ${node.getAttribute('itemprop') ?? ''} ${node.getAttribute('data-component') ?? ''}`.slice(
    0,
    300,
  );

const enter = (node: TreeElement, around: Surroundings): Surroundings => {
  const tag = node.localName;
  const role = node.getAttribute('role') ?? '';
  return {
    path: [...around.path.slice(-5), label(node)],
    numbers: [...around.numbers.slice(-5), node.getAttribute(NUMBER) ?? ''],
    tag,
    isInFigure: around.isInFigure || tag === 'figure',
    isInCaption: around.isInCaption || tag === 'figcaption',
    isInQuote: around.isInQuote || tag === 'blockquote',
    isInList: around.isInList || tag === 'li',
    isAside:
      around.isAside || sidelines.has(tag) || role === 'navigation' || role === 'complementary' || role === 'dialog',
    isInArticle: around.isInArticle || tag === 'article' || tag === 'main',
    articles: tag === 'article' ? [...around.articles.slice(-3), node.getAttribute(NUMBER) ?? ''] : around.articles,
  };
};

const outside: Surroundings = {
  path: [],
  numbers: [],
  tag: '',
  isInFigure: false,
  isInCaption: false,
  isInQuote: false,
  isInList: false,
  isAside: false,
  isInArticle: false,
  articles: [],
};

/** Collects inline text until a block begins or ends. */
class Collector {
  readonly blocks: PageBlock[] = [];
  #runs: Run[] = [];
  #isAfterBreak = false;
  #links: Link[] = [];
  #openLink: { href: string; text: string } | null = null;

  text(written: string, inline: Inline): void {
    // Soft hyphens, which only a line's end shows.
    const text = written.replace(/\u00ad/g, '');
    if (text.trim() !== '') this.#isAfterBreak = false;
    this.#runs.push({ text, isLink: inline.href !== null, isStrong: inline.isStrong });
    if (inline.href === null) this.#closeLink();
    else if (this.#openLink?.href === inline.href) this.#openLink.text += text;
    else {
      this.#closeLink();
      this.#openLink = { href: inline.href, text };
    }
  }

  break(around: Surroundings, inline: Inline): void {
    if (this.#isAfterBreak) this.flush(around);
    else this.#runs.push({ text: '\n', isLink: false, isStrong: inline.isStrong });
    this.#isAfterBreak = true;
  }

  #closeLink(): void {
    if (this.#openLink !== null) this.#links.push({ text: collapse(this.#openLink.text), url: this.#openLink.href });
    this.#openLink = null;
  }

  flush(around: Surroundings): void {
    this.#closeLink();
    const raw = hardLines(this.#runs.map((run) => run.text).join(''));
    if (raw !== '') this.blocks.push({ ...around, ...this.#measure(), text: collapse(raw), raw, links: this.#links });
    this.#runs = [];
    this.#links = [];
  }

  #measure(): { linkShare: number; isStrong: boolean } {
    const inked = this.#runs.filter((run) => run.text.trim() !== '');
    const size = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.text.trim().length, 0);
    return {
      linkShare: size(inked.filter((run) => run.isLink)) / Math.max(1, size(inked)),
      isStrong: inked.every((run) => run.isStrong),
    };
  }
}

/** A page may hide its whole until a script has run. */
const shown = new Set(['html', 'body', 'main', 'article']);
const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** What opens over a word when the mouse is on it. */
const popup = /tooltip-?(?:text|content|box|body)|popover-?(?:content|body)|hover-?card|rollover[\w-]*block/i;

const isHidden = (node: TreeElement): boolean => {
  const hidden = node.getAttribute('hidden');
  if (hidden !== null && hidden !== 'false') return true;
  if (!shown.has(node.localName) && hiding.test(node.getAttribute('style') ?? '')) return true;
  return popup.test(node.getAttribute('class') ?? '');
};

/** A credit inside a caption is set as a span; it is a block of its own all the same. */
const isBlock = (node: TreeElement, around: Surroundings): boolean =>
  blockTags.has(node.localName) ||
  isCaptionClass.test(node.getAttribute('class') ?? '') ||
  ((around.isInFigure || around.isInCaption) && isCreditClass.test(node.getAttribute('class') ?? ''));

const inlineOf = (node: TreeElement, inline: Inline): Inline => ({
  href: node.localName === 'a' ? (node.getAttribute('href') ?? inline.href) : inline.href,
  isStrong: inline.isStrong || ['b', 'strong', 'em', 'i'].includes(node.localName),
});

const push = (stack: Step[], node: TreeNode, around: Surroundings, inline: Inline): void => {
  for (let child = node.lastChild; child !== null; child = child.previousSibling)
    stack.push({ node: child, around, inline });
};

/** Enters an element: a block opens and will be closed; what stands inside a sentence goes on. */
const open = (stack: Step[], collector: Collector, node: TreeElement, { around, inline }: Visit): void => {
  const inner = inlineOf(node, inline);
  if (!isBlock(node, around)) {
    push(stack, node, around, inner);
    return;
  }
  collector.flush(around);
  const inside = enter(node, around);
  stack.push({ end: inside });
  push(stack, node, inside, inner);
};

/** Reads one node: its text, a break, or an element to enter. */
const visit = (stack: Step[], collector: Collector, step: Visit): void => {
  const { node, around, inline } = step;
  if (node.nodeType === TEXT) collector.text(node.textContent, inline);
  else if (!node.isElement() || skipped.has(node.localName)) return;
  else if (node.localName === 'br') collector.break(around, inline);
  else if (!isHidden(node)) open(stack, collector, node, step);
};

/**
 * The blocks of a page in reading order, furniture included. Two line breaks in a row end a block, as paragraphs do.
 * The walk keeps its own stack, so that no nesting can exhaust the machine's.
 */
export const pageBlocks = (root: TreeElement): readonly PageBlock[] => {
  const collector = new Collector();
  const stack: Step[] = [{ node: root, around: outside, inline: { href: null, isStrong: false } }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('end' in step) collector.flush(step.end);
    else visit(stack, collector, step);
  }
  return collector.blocks;
};
