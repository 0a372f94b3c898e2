import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import { escapeAttribute, escapeHtml } from '../escape-html.ts';
import { resolveAddress } from '../line.ts';
import { elementsOf, markupOf, rawTextOf, type XmlElement } from '../xml/xml-element.ts';

const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math']);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

/** The words of a piece of HTML, white space collapsed; blocks are set apart by a space. Nothing in it is run or fetched. */
export const plainOf = (html: string): string => {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim();
  const parts: string[] = [];
  let muted = 0;
  const gap = (name: string): void => {
    if (!inline.has(name)) parts.push(' ');
  };
  const parser = new Parser({
    onopentag: (name) => {
      if (silent.has(name)) muted += 1;
      gap(name);
    },
    onclosetag: (name) => {
      if (silent.has(name)) muted -= 1;
      gap(name);
    },
    ontext: (text) => {
      if (muted === 0) parts.push(text);
    },
  });
  parser.end(html);
  return parts.join('').replace(/\s+/g, ' ').trim();
};

/** Whether a text is written as HTML: it has a tag, or a character by its name. */
export const isMarkup = (text: string): boolean =>
  /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]\w{1,20});/i.test(text);

/** No report has so many tags and entities, each of them a node, and a page of them takes the reader of pages long. */
const MOST_NODES = 10_000;

/** Whether a piece of HTML has more nodes than a report can need. */
export const isHuge = (html: string): boolean => (html.match(/<[a-z/]|&/gi)?.length ?? 0) > MOST_NODES;

const address =
  /(<[a-z][^<>]{0,2000}?\s(?:href|src|cite|action|longdesc|poster|data|background)\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi;

/** HTML with the addresses in it made whole by where it stands. */
const withWholeAddresses = (html: string, base: string | null): string =>
  base === null
    ? html
    : html.replace(address, (all: string, before: string, double?: string, single?: string, bare?: string) => {
        const written = double ?? single ?? bare ?? '';
        const whole = written.startsWith('#') ? null : resolveAddress(decodeHTMLStrict(written), base);
        return whole === null ? all : `${before}"${escapeAttribute(whole)}"`;
      });

const fromBase64 = (text: string): string => {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new TextDecoder().decode(bytes);
};

/** What an element of a feed holds, as HTML; `isPlain` where the feed says that it is no HTML. */
interface Written {
  readonly html: string;
  readonly isPlain: boolean;
}

const plainText = (text: string): Written => ({ html: escapeHtml(text), isPlain: true });
const markup = (html: string): Written => ({ html, isPlain: false });

/** XHTML in Atom stands in a div that is no part of it. */
const inlineMarkup = (element: XmlElement): string => {
  const elements = elementsOf(element);
  const only = elements.length === 1 ? elements[0] : undefined;
  const isWrapped =
    only !== undefined &&
    only.local === 'div' &&
    element.children.every((child) => typeof child !== 'string' || child.trim() === '');
  return markupOf(isWrapped && only.attributes.size === 0 ? only : element);
};

/** What a feed says of how an element is written: Atom 0.3 has a mode, Atom 1.0 a type that is a word or a media type. */
interface Manner {
  readonly type: string;
  readonly mode: string;
  readonly isText: boolean;
}

const mannerOf = (element: XmlElement): Manner => {
  const type = (element.attributes.get('type') ?? '').toLowerCase().split(';')[0]?.trim() ?? '';
  const isText = type === '' || /^(?:text|html|xhtml)$|^text\/|\+?xml$/.test(type);
  return { type, mode: (element.attributes.get('mode') ?? '').toLowerCase(), isText };
};

const encoded = (element: XmlElement, { type, isText }: Manner): Written => {
  const decoded = isText || type === 'application/octet-stream' ? fromBase64(rawTextOf(element)) : '';
  return isMarkup(decoded) || /html/.test(type) ? markup(decoded) : plainText(decoded);
};

const looksLike = (text: string): Written => (isMarkup(text) ? markup(text) : plainText(text));

/** CASE 1: in base64. CASE 2: elements inside. CASE 3: HTML by its type. CASE 4: text by its type. CASE 5: whatever it looks like. */
const writtenIn = (element: XmlElement, fallback: 'text' | 'unknown'): Written => {
  const manner = mannerOf(element);
  const { type, mode, isText } = manner;
  const hasElements = elementsOf(element).length > 0;
  if (mode === 'base64' || (!isText && !hasElements)) return encoded(element, manner);
  if (hasElements) return markup(inlineMarkup(element));
  const raw = rawTextOf(element);
  if (mode !== 'xml' && /html/.test(type)) return markup(raw);
  const isPlain = /^text(?:\/plain)?$/.test(type) || mode === 'xml' || (type + mode === '' && fallback === 'text');
  return isPlain ? plainText(raw) : looksLike(raw);
};

/** What an element of a feed says, as HTML with whole addresses; null if nothing. `fallback` is what a text without a type is. */
export const htmlIn = (element: XmlElement | undefined, fallback: 'text' | 'unknown'): string | null => {
  if (element === undefined) return null;
  const { html, isPlain } = writtenIn(element, fallback);
  const whole = isPlain ? html : withWholeAddresses(html, element.base);
  return whole.trim() || null;
};

/** In characters: what is read of a headline or a name that has no end. */
const LONGEST = 20_000;

/** What an element of a feed says, in plain words; null if nothing. */
export const plainIn = (element: XmlElement | undefined, fallback: 'text' | 'unknown'): string | null => {
  if (element === undefined) return null;
  const { html } = writtenIn(element, fallback);
  return plainOf(html.slice(0, LONGEST)) || null;
};
