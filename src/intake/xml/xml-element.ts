import { escapeAttribute, escapeHtml } from '../escape-html.ts';

/** An element of an XML document. */
export interface XmlElement {
  /** Its name with the prefix that Readout knows its vocabulary by: "dc:creator"; none in the vocabulary of the format itself. */
  readonly key: string;
  /** Its name alone. */
  readonly local: string;
  /** Its attributes by key, as `key` of elements. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** The address that relative ones inside it start from; null if unknown. */
  readonly base: string | null;
  /** The language that holds inside it; null if it is not said. */
  readonly language: string | null;
}

export type XmlNode = XmlElement | string;

/** The elements directly inside one. */
export const elementsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

/** The elements directly inside one that bear one of these keys, in their order. */
export const childrenNamed = (element: XmlElement, ...keys: readonly string[]): readonly XmlElement[] =>
  elementsOf(element).filter((child) => keys.includes(child.key));

/** The first element directly inside one that bears the earliest of these keys; undefined if none does. */
export const childNamed = (element: XmlElement | undefined, ...keys: readonly string[]): XmlElement | undefined => {
  if (element === undefined) return undefined;
  const elements = elementsOf(element);
  for (const key of keys) {
    const found = elements.find((child) => child.key === key);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** An attribute without the white space around it; null if it is absent or empty. */
export const attributeOf = (element: XmlElement | undefined, key: string): string | null =>
  element?.attributes.get(key)?.trim() || null;

/** Puts nodes on a stack so that the first comes off first; a spread of very many would not fit the call. */
const pushAll = <T>(stack: T[], nodes: readonly T[]): void => {
  for (let at = nodes.length - 1; at >= 0; at -= 1) stack.push(nodes[at] as T);
};

/** All words inside an element, as they stand. */
export const rawTextOf = (element: XmlElement): string => {
  const texts: string[] = [];
  const stack: XmlNode[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') texts.push(node);
    else pushAll(stack, node.children);
  }
  return texts.join('');
};

/** The words inside an element with white space collapsed; null if there are none. */
export const textOf = (element: XmlElement | undefined): string | null =>
  element === undefined ? null : rawTextOf(element).replace(/\s+/g, ' ').trim() || null;

/** Every element below one that bears one of these keys, in the order of the document. */
export const descendantsNamed = (element: XmlElement, ...keys: readonly string[]): readonly XmlElement[] => {
  const found: XmlElement[] = [];
  const stack = [...elementsOf(element)].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (keys.includes(node.key)) found.push(node);
    pushAll(stack, elementsOf(node));
  }
  return found;
};

const empties = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

const openTag = ({ local, attributes }: XmlElement): string =>
  `<${local}${[...attributes]
    .filter(([key]) => !key.includes(':'))
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    .join('')}>`;

/** What stands inside an element as HTML: XHTML without its prefixes. */
export const markupOf = (element: XmlElement): string => {
  const parts: string[] = [];
  const stack: (XmlNode | { readonly end: string })[] = element.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(escapeHtml(node));
    else if ('end' in node) parts.push(`</${node.end}>`);
    else {
      parts.push(openTag(node));
      if (empties.has(node.local)) continue;
      stack.push({ end: node.local });
      pushAll<(typeof stack)[number]>(stack, node.children);
    }
  }
  return parts.join('');
};
