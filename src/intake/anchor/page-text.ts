import { createRequire } from 'node:module';
import type * as Parse5 from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

const require = createRequire(import.meta.url);

/** A stretch of a page's text, and the elements that it stands in as far as they hide it. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
  /** In an element that no reader sees as text of the page. */
  readonly isHidden: boolean;
  /** In a control or a caption of one, which readers see but the text of a report leaves out. */
  readonly isControl: boolean;
}

/** What a browser's `document.body.textContent` gives for a page, and the stretches that it is made of. */
export interface PageText {
  readonly text: string;
  readonly parts: readonly TextPart[];
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const hiding = new Set('script style noscript template iframe noembed noframes object head'.split(' '));
const controls = new Set(
  'svg math canvas button select option textarea input audio video picture map dialog embed'.split(' '),
);

/** No page of news is nested so deep; the parser takes time with the square of it. */
const DEEPEST = 2000;

class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

const parsePage = (html: string): DefaultTreeAdapterTypes.Document | null => {
  // Loaded here and not above: only who looks for words in a page needs it.
  const { defaultTreeAdapter, parse } = require('parse5') as typeof Parse5;
  const depths = new WeakMap<object, number>();
  const appendChild = (parent: Parent, child: DefaultTreeAdapterTypes.ChildNode): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > DEEPEST) throw new TooDeep();
    depths.set(child, depth);
    defaultTreeAdapter.appendChild(parent, child);
  };
  try {
    return parse(html, { treeAdapter: { ...defaultTreeAdapter, appendChild } });
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
};

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

const bodyOf = (page: DefaultTreeAdapterTypes.Document): Node | undefined =>
  page.childNodes.flatMap(childrenOf).find((node) => node.nodeName === 'body');

interface Visit {
  readonly node: Node;
  readonly isHidden: boolean;
  readonly isControl: boolean;
}

const isHiddenElement = (node: Node): boolean =>
  hiding.has(node.nodeName) || ('attrs' in node && node.attrs.some(({ name }) => name === 'hidden'));

/** The text of a page's body as a browser's DOM has it, scripts and all; null where the page has no body that can be read. */
export const pageText = (html: string): PageText | null => {
  const page = parsePage(html);
  const body = page === null ? undefined : bodyOf(page);
  if (body === undefined) return null;
  const texts: string[] = [];
  const parts: TextPart[] = [];
  let length = 0;
  const stack: Visit[] = [{ node: body, isHidden: false, isControl: false }];
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    const { node, isHidden, isControl } = visit;
    if ('value' in node) {
      texts.push(node.value);
      parts.push({ start: length, end: length + node.value.length, isHidden, isControl });
      length += node.value.length;
    }
    const inside = { isHidden: isHidden || isHiddenElement(node), isControl: isControl || controls.has(node.nodeName) };
    for (const child of childrenOf(node).toReversed()) stack.push({ node: child, ...inside });
  }
  return { text: texts.join(''), parts };
};
