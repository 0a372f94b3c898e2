import { createRequire } from 'node:module';

/** As much of a DOM node as intake reads. */
export interface PageNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly textContent: string | null;
  readonly parentNode?: PageNode | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): PageNode | null;
}

/** As much of a DOM document as intake reads. */
export interface Page {
  readonly documentElement: PageNode | null;
  readonly body: PageNode | null;
  querySelector(selector: string): PageNode | null;
  querySelectorAll(selector: string): Iterable<PageNode>;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** The attribute under which every element carries its number in the order of the page. */
export const NUMBER = 'data-readout';

const require = createRequire(import.meta.url);

const isWhole = (source: string): boolean => /<html\b/i.test(source);

/** Builds the tree of a page and numbers its elements. No script in it runs and nothing it names is fetched. */
export const parsePage = (source: string): Page => {
  // Loaded here and not above: plain text needs none of it, and it takes a tenth of a second.
  const { parseHTML } = require('linkedom') as { parseHTML: (source: string) => { document: Page } };
  const { document } = parseHTML(
    isWhole(source) ? source : `<!doctype html><html><head></head><body>${source}</body></html>`,
  );
  let number = 0;
  for (const element of document.querySelectorAll('*')) {
    element.setAttribute(NUMBER, String(number));
    number += 1;
  }
  return document;
};
