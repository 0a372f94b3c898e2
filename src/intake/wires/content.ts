import type { Piece } from '../draft.ts';
import { isMarkup } from '../feeds/rich-text.ts';
import { readPlainText } from '../plain-text.ts';
import { markupPieces } from '../xml/markup-pieces.ts';
import { parseMarkup, parseXml } from '../xml/parse-xml.ts';
import { descendantsNamed, elementsOf, rawTextOf, type XmlElement } from '../xml/xml-element.ts';
import { nitfFacts } from './nitf.ts';
import { noFacts, type WireFacts } from './wire-facts.ts';

/** Paragraphs of plain text, as a wire sets them. */
export const plainPieces = (text: string): readonly Piece[] =>
  readPlainText(text.replace(/\r\n?/g, '\n')).flatMap(({ shape, lines }) =>
    lines.map((line): Piece => ({ kind: shape === 'list-item' ? 'list-item' : 'paragraph', text: line.text })),
  );

/** The content of an element: NITF, XHTML, or plain text. */
export const contentOf = (element: XmlElement): WireFacts => {
  const nitf = [element, ...descendantsNamed(element, 'nitf')].find(({ local }) => local === 'nitf');
  if (nitf !== undefined) return nitfFacts(nitf);
  if (elementsOf(element).length > 0) return { ...noFacts, body: markupPieces(element) };
  return contentIn(rawTextOf(element), element.local);
};

/** The content that a text holds, whatever it is written in: NITF, HTML, or nothing. */
export const contentIn = (text: string, name: string): WireFacts => {
  if (/<nitf\b/i.test(text.slice(0, 2000))) return nitfFacts(parseXml(text, name, { isCaseless: true }).root);
  if (isMarkup(text)) return { ...noFacts, body: markupPieces(parseMarkup(text, name)) };
  return { ...noFacts, body: plainPieces(text) };
};
