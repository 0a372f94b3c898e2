import { Attribute, type Style, styleIn, unstyled } from './attribute.ts';
import { inCapitals, namesIn } from './tag-names.ts';

/** Kinds of node, by the numbers of the DOM standard. */
export const ELEMENT = 1;
export const TEXT = 3;
export const DOCUMENT = 9;

/** A part of a page: what all of them have in common, by its names in the DOM standard. */
export abstract class TreeNode {
  abstract readonly nodeType: number;
  abstract readonly textContent: string;
  parentNode: TreeParent | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;
  /** Null in all but those that hold others. */
  firstChild: TreeNode | null = null;
  lastChild: TreeNode | null = null;

  /** A copy of it and of all that it holds, which stands nowhere. */
  abstract clone(): TreeNode;

  isElement(): this is TreeElement {
    return this.nodeType === ELEMENT;
  }

  get childNodes(): TreeNode[] {
    const nodes: TreeNode[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  get nextElementSibling(): TreeElement | null {
    let node = this.nextSibling;
    while (node !== null && !node.isElement()) node = node.nextSibling;
    return node;
  }

  get previousElementSibling(): TreeElement | null {
    let node = this.previousSibling;
    while (node !== null && !node.isElement()) node = node.previousSibling;
    return node;
  }

  /** Takes it out of the page. */
  remove(): void {
    const { parentNode: parent, previousSibling: previous, nextSibling: next } = this;
    if (parent === null) return;
    if (previous === null) parent.firstChild = next;
    else previous.nextSibling = next;
    if (next === null) parent.lastChild = previous;
    else next.previousSibling = previous;
    this.parentNode = null;
    this.previousSibling = null;
    this.nextSibling = null;
  }
}

/** Words of a page between two tags. */
export class TreeText extends TreeNode {
  readonly nodeType = TEXT;
  textContent: string;

  constructor(text: string) {
    super();
    this.textContent = text;
  }

  clone(): TreeText {
    return new TreeText(this.textContent);
  }
}

/** The node behind `node` in the order of the page, if it still stands in `root`. */
const following = (node: TreeNode, root: TreeNode): TreeNode | null => {
  if (node.firstChild !== null) return node.firstChild;
  let each: TreeNode | null = node;
  while (each !== null && each !== root) {
    if (each.nextSibling !== null) return each.nextSibling;
    each = each.parentNode;
  }
  return null;
};

/** A node that holds others: the page, or an element of it. */
export abstract class TreeParent extends TreeNode {
  get children(): TreeElement[] {
    const elements: TreeElement[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) if (node.isElement()) elements.push(node);
    return elements;
  }

  get firstElementChild(): TreeElement | null {
    const first = this.firstChild;
    return first === null || first.isElement() ? first : first.nextElementSibling;
  }

  get textContent(): string {
    let text = '';
    for (let node = following(this, this); node !== null; node = following(node, this))
      if (node.nodeType === TEXT) text += node.textContent;
    return text;
  }

  /** The elements inside it that pass a test, in the order of the page. */
  elements(test: (element: TreeElement) => boolean): TreeElement[] {
    const found: TreeElement[] = [];
    for (let node = following(this, this); node !== null; node = following(node, this))
      if (node.isElement() && test(node)) found.push(node);
    return found;
  }

  getElementsByTagName(name: string): TreeElement[] {
    return this.elements((element) => element.localName === name);
  }

  /** As the DOM's, for selectors that are a list of tags: "img,picture". */
  querySelectorAll(selector: string): TreeElement[] {
    const names = namesIn(selector);
    return this.elements((element) => names.has(element.localName));
  }

  appendChild<Node extends TreeNode>(node: Node): Node {
    return this.insertBefore(node, null);
  }

  /** Takes a node from where it stands and sets it before a child; behind all of them where that is null. */
  insertBefore<Node extends TreeNode>(node: Node, next: TreeNode | null): Node {
    node.remove();
    const previous = next === null ? this.lastChild : next.previousSibling;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = next;
    if (previous === null) this.firstChild = node;
    else previous.nextSibling = node;
    if (next === null) this.lastChild = node;
    else next.previousSibling = node;
    return node;
  }

  removeChild(node: TreeNode): TreeNode {
    node.remove();
    return node;
  }

  replaceChild(node: TreeNode, replaced: TreeNode): TreeNode {
    const next = replaced.nextSibling === node ? node.nextSibling : replaced.nextSibling;
    replaced.remove();
    this.insertBefore(node, next);
    return replaced;
  }

  /**
   * Copies of what it holds, to be set again later. Readability keeps what it may have to begin again from in this way, as
   * a string; nobody reads it, and to write and parse one would take longer than to read the page.
   */
  get innerHTML(): readonly TreeNode[] {
    return this.childNodes.map((node) => node.clone());
  }

  set innerHTML(nodes: readonly TreeNode[]) {
    while (this.firstChild !== null) this.firstChild.remove();
    for (const node of nodes) this.appendChild(node.clone());
  }
}

/** An element of a page, with the members of the DOM that Readability asks for. */
export class TreeElement extends TreeParent {
  readonly nodeType = ELEMENT;
  readonly localName: string;
  readonly tagName: string;
  readonly ownerDocument: PageTree;
  readonly attributes: Attribute[];
  /** What Readability notes of an element. */
  readability: unknown = undefined;
  _readabilityDataTable: unknown = undefined;

  constructor(page: PageTree, name: string, attributes: Attribute[] = []) {
    super();
    this.ownerDocument = page;
    this.localName = name;
    this.tagName = inCapitals(name);
    this.attributes = attributes;
  }

  get nodeName(): string {
    return this.tagName;
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    this.setAttributeNode(new Attribute(name, value));
  }

  setAttributeNode(attribute: Attribute): void {
    const at = this.attributes.findIndex(({ name }) => name === attribute.name);
    if (at < 0) this.attributes.push(attribute);
    else this.attributes[at] = attribute;
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  get srcset(): string {
    return this.getAttribute('srcset') ?? '';
  }

  get style(): Style {
    const written = this.getAttribute('style');
    return written === null ? unstyled : styleIn(written);
  }

  clone(): TreeElement {
    const copy = new TreeElement(this.ownerDocument, this.localName, [...this.attributes]);
    for (let node = this.firstChild; node !== null; node = node.nextSibling) copy.appendChild(node.clone());
    return copy;
  }
}

/** A page as a tree of nodes, with the members of the DOM's `document` that Readability asks for. */
export class PageTree extends TreeParent {
  readonly nodeType = DOCUMENT;
  readonly documentElement: TreeElement;
  readonly head: TreeElement;
  readonly body: TreeElement;

  /** Of a page as it was parsed: `html`, `head` and `body` are made where it leaves them out. */
  constructor(build: (page: PageTree) => void) {
    super();
    build(this);
    this.documentElement = this.#only('html', this);
    this.head = this.#only('head', this.documentElement);
    this.body = this.#only('body', this.documentElement);
  }

  /** The first element of a name; a page that has none gets one, which holds all of `parent` but its head. */
  #only(name: string, parent: TreeParent): TreeElement {
    const found = this.getElementsByTagName(name)[0];
    if (found !== undefined) return found;
    const made = this.createElement(name);
    const inside = name === 'head' ? [] : parent.childNodes.filter((node) => node !== this.head);
    for (const node of inside) made.appendChild(node);
    return parent.insertBefore(made, name === 'head' ? parent.firstChild : null);
  }

  get title(): string {
    return this.head.getElementsByTagName('title')[0]?.textContent ?? '';
  }

  createElement(name: string): TreeElement {
    return new TreeElement(this, name.toLowerCase());
  }

  createTextNode(text: string): TreeText {
    return new TreeText(text);
  }

  clone(): PageTree {
    return new PageTree((page) => {
      for (const node of this.childNodes) page.appendChild(node.clone());
    });
  }
}
