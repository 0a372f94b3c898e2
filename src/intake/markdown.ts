import type { Nodes, Parents, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { readFrontMatter } from './front-matter.ts';
import type { Line, LineBlock, Link } from './line.ts';
import { readPlainText } from './plain-text.ts';
import { unwrapper } from './unwrap.ts';

/** A run of inline text and how it is set; a break starts a new line. */
interface Run {
  readonly text: string;
  readonly isStrong: boolean;
  readonly isBreak: boolean;
  readonly link: Link | null;
}

const isInner = (node: Nodes): node is Parents => 'children' in node;

const plain = (node: Nodes): string => {
  if (node.type === 'image' || node.type === 'imageReference') return '';
  if ('value' in node && node.type !== 'html') return node.value;
  return isInner(node) ? (node.children as readonly Nodes[]).map(plain).join('') : '';
};

const isPicture = (node: Nodes): boolean =>
  node.type === 'image' || node.type === 'imageReference' || (node.type === 'link' && node.children.some(isPicture));

const newline = (isStrong: boolean): Run => ({ text: '', isStrong, isBreak: true, link: null });

const runsOf = (nodes: readonly PhrasingContent[], isStrong: boolean): readonly Run[] =>
  nodes.flatMap((node): readonly Run[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [{ text: node.value, isStrong, isBreak: false, link: null }];
      case 'break':
        return [newline(isStrong)];
      case 'html':
        return /^<br\b/i.test(node.value) ? [newline(isStrong)] : [];
      case 'strong':
      case 'emphasis':
        return runsOf(node.children, true);
      case 'link':
        return [{ text: plain(node), isStrong, isBreak: false, link: { text: plain(node), url: node.url } }];
      default:
        return isInner(node) ? runsOf(node.children as PhrasingContent[], isStrong) : [];
    }
  });

const toLine = (runs: readonly Run[]): Line => {
  const inked = runs.filter((run) => run.text.trim() !== '');
  return {
    text: runs
      .map((run) => run.text)
      .join('')
      .replace(/\u00ad/g, '')
      .trim(),
    isStrong: inked.length > 0 && inked.every((run) => run.isStrong),
    links: runs.flatMap((run) => (run.link === null ? [] : [run.link])),
  };
};

const linesOf = (
  nodes: readonly PhrasingContent[],
  unwrap: (group: readonly string[]) => readonly string[],
): readonly Line[] => {
  const lines: Run[][] = [[]];
  for (const run of runsOf(nodes, false)) {
    if (run.isBreak) lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines
    .map(toLine)
    .filter((line) => line.text !== '')
    .flatMap((line) =>
      unwrap(line.text.split('\n')).map((text) => ({
        ...line,
        text,
        links: line.links.filter((link) => text.includes(link.text.replace(/\n/g, ' '))),
      })),
    );
};

type Unwrap = (group: readonly string[]) => readonly string[];

const block = (shape: LineBlock['shape'], lines: readonly Line[], level = 0): readonly LineBlock[] =>
  lines.length === 0 ? [] : [{ shape, level, lines }];

const blocksOf = (node: Nodes, shape: LineBlock['shape'], unwrap: Unwrap): readonly LineBlock[] => {
  switch (node.type) {
    case 'heading':
      return block('heading', linesOf(node.children, unwrap), node.depth);
    case 'paragraph':
      return node.children.some(isPicture)
        ? [{ shape: 'picture', level: 0, lines: linesOf(node.children, unwrap) }]
        : block(shape, linesOf(node.children, unwrap));
    case 'code':
      return readPlainText(node.value);
    case 'list':
      return node.children.flatMap((child) =>
        blocksOf(child, listShape(node.ordered === true ? node.start : null), unwrap),
      );
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, 'quote', unwrap));
    case 'html':
    case 'thematicBreak':
    case 'definition':
      return [];
    default:
      return isInner(node)
        ? (node.children as readonly Nodes[]).flatMap((child) => blocksOf(child, shape, unwrap))
        : [];
  }
};

/** "2019. It was the year …" opens a paragraph, not a list of 2019 items. */
const listShape = (start: number | null | undefined): LineBlock['shape'] =>
  typeof start === 'number' && start > 999 ? 'paragraph' : 'list-item';

/** Far more marks than a paragraph of any report has; on such input a Markdown reader takes time by the square of its length. */
const MOST_MARKS = 400;
/** In characters: the length of a book, of which the tree takes fifty times as much memory. */
const LONGEST = 2_000_000;

const marks = (text: string): number => text.match(/[*_`[\]<&!~]/g)?.length ?? 0;
const depth = (line: string): number => /^[\s>*+-]*/.exec(line.slice(0, 400))?.[0].replace(/\s/g, '').length ?? 0;

/** Whether a text would exhaust the stack, the memory or the clock of a Markdown reader: a book, marks by the hundred in one paragraph, or quotes in quotes in quotes. */
const isHostile = (text: string): boolean =>
  text.length > LONGEST ||
  text.split(/\n[ \t]*\n/).some((paragraph) => marks(paragraph) > MOST_MARKS) ||
  text.split('\n').some((line) => depth(line) > 40 || /^[ \t]{400}/.test(line));

/** Reads Markdown into blocks of lines without markup; each line keeps its links and whether all of it was bold or italic. */
export const readMarkdown = (text: string): readonly LineBlock[] => {
  const { header, body } = readFrontMatter(text);
  if (isHostile(body)) return [...header, ...readPlainText(body)];
  const unwrap = unwrapper(body.split('\n'));
  return [...header, ...fromMarkdown(body).children.flatMap((node) => blocksOf(node, 'paragraph', unwrap))];
};
