import { createRequire } from 'node:module';
import type * as HtmlParser from 'htmlparser2';
import { Attribute } from './attribute.ts';
import { PageTree, TreeElement, type TreeParent, TreeText } from './page-tree.ts';

/** The attribute under which every element carries its number in the order of the page. */
export const NUMBER = 'data-readout';

const require = createRequire(import.meta.url);

const tidyClass = (written: string): string =>
  /^\s|\s$|\s\s|[\t\n\f\r]/.test(written) ? written.trim().replace(/\s+/g, ' ') : written;

const attributesOf = (written: Readonly<Record<string, string>>): Attribute[] =>
  Object.entries(written).map(([name, value]) => new Attribute(name, name === 'class' ? tidyClass(value) : value));

const build = (source: string, page: PageTree, isNumbered: boolean): void => {
  // Loaded here and not above: plain text needs none of it.
  const { Parser } = require('htmlparser2') as typeof HtmlParser;
  let parent: TreeParent = page;
  let number = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element = new TreeElement(page, name, attributesOf(attributes));
      if (!isNumbered) element.setAttribute(NUMBER, String(number));
      number += 1;
      parent = parent.appendChild(element);
    },
    onclosetag: () => {
      parent = parent.parentNode ?? page;
    },
    ontext: (text) => {
      const last = parent.lastChild;
      if (last instanceof TreeText) last.textContent += text;
      else parent.appendChild(new TreeText(text));
    },
  });
  parser.end(source);
};

/** A page, whole where its source is only a part of one. */
export const wholePage = (source: string): string =>
  /<html\b/i.test(source) ? source : `<!doctype html><html><head></head><body>${source}</body></html>`;

/** Builds the tree of a page and numbers its elements, unless they have numbers already. No script in it runs and nothing it names is fetched. */
export const parsePage = (source: string, { isNumbered = false } = {}): PageTree =>
  new PageTree((page) => build(wholePage(source), page, isNumbered));
