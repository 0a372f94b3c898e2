import type { Piece } from '../draft.ts';
import type { XmlElement, XmlNode } from './xml-element.ts';

type Kind = Piece['kind'];

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements of XHTML and NITF that stand for themselves; all others are part of the line that they stand in. */
const blocks = set(
  'p div section article main header footer body html nitf body.content body.head body.end block bq blockquote center pre address aside dl dt dd ul ol li nitf-table table caption thead tbody tfoot tr h1 h2 h3 h4 h5 h6 hl1 hl2 figure figcaption media media-caption media-producer tagline note hr contentset inlinexml inlinedata datacontent fn',
);
/** What is no text of the report: its description for machines, addresses, scripts. */
const silent = set(
  'head script style template noscript iframe object svg math media-reference media-metadata media-object alt-code docdata bibliography nitf-table-metadata col colgroup',
);

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['hl1', 'heading'],
  ['hl2', 'heading'],
  ['li', 'list-item'],
  ['tr', 'list-item'],
  ['figcaption', 'caption'],
  ['media-caption', 'caption'],
  ['media-producer', 'credit'],
]);

/** Gathers the lines of a text while it is walked; a thing with a lifetime of one walk. */
class Lines {
  readonly pieces: Piece[] = [];
  #line = '';

  add(text: string): void {
    this.#line += text;
  }

  /** Ends the open line: two line breaks in it set paragraphs apart, one is a space. */
  close(kind: Kind): void {
    const written = this.#line;
    this.#line = '';
    for (const part of written.split(/\r(?:\s*\r)+/)) {
      const text = part.replace(/\s+/g, ' ').trim();
      if (text !== '') this.pieces.push({ kind, text });
    }
  }
}

const isCell = ({ local }: XmlElement): boolean => local === 'td' || local === 'th';

const walkElement = (element: XmlElement, kind: Kind, lines: Lines): void => {
  const { local } = element;
  if (silent.has(local)) return;
  if (local === 'br') lines.add('\r');
  const isBlock = blocks.has(local);
  const own = kinds.get(local) ?? kind;
  if (isBlock) lines.close(kind);
  // A row of a table is one line; its cells are told apart.
  if (isCell(element)) lines.add(' ');
  walk(element.children, own, lines);
  if (isCell(element)) lines.add(' ');
  if (isBlock) lines.close(own);
};

const walk = (nodes: readonly XmlNode[], kind: Kind, lines: Lines): void => {
  for (const node of nodes) {
    if (typeof node === 'string') lines.add(node.replaceAll('\r', ' '));
    else walkElement(node, kind, lines);
  }
};

/** The blocks of a text that a wire marks up in XHTML or NITF, each by what its element says it is; nothing is left out but what is for machines. */
export const markupPieces = (element: XmlElement): readonly Piece[] => {
  const lines = new Lines();
  walk(element.children, 'paragraph', lines);
  lines.close('paragraph');
  return lines.pieces;
};
