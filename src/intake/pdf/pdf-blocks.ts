import { type LineBlock, plainLine } from '../line.ts';
import { middle, type PdfLine } from './reading-order.ts';

/** Larger by this than the letters of the text is a heading. */
const HEADING = 1.15;
/** In lines: a wider step down than this ends a paragraph. */
const STEP = 1.25;
/** In font sizes: the first line of a paragraph is set in at least so far. */
const INDENT = 0.8;

/** What the most letters of the text are like. */
interface Manner {
  readonly size: number;
  /** The step from one line to the next, in font sizes. */
  readonly step: number;
  /** Whether paragraphs are told by their first lines, which are set in. */
  readonly setsIn: boolean;
}

const isBelow = (line: PdfLine, last: PdfLine): boolean =>
  line.page === last.page && line.column.left === last.column.left && line.base < last.base;

const isSetIn = ({ left, column, size }: PdfLine): boolean => left - column.left > size * INDENT;

const mannerOf = (lines: readonly PdfLine[]): Manner => {
  const sizes = lines.flatMap(({ text, size }) => Array.from({ length: Math.ceil(text.length / 10) }, () => size));
  const size = middle(sizes);
  const steps = lines.flatMap((line, index) => {
    const last = lines[index - 1];
    return last !== undefined && isBelow(line, last) && line.size === last.size
      ? [(last.base - line.base) / line.size]
      : [];
  });
  const setIn = lines.filter((line, index) => isSetIn(line) && !isSetIn(lines[index - 1] ?? line)).length;
  return { size, step: middle(steps) || 1.2, setsIn: setIn > 2 };
};

const endsSentence = (text: string): boolean => /[.!?:;]["”’)\]]*$/.test(text);
const isLarger = (line: PdfLine, { size }: Manner): boolean => line.size > size * HEADING;
/** Whether a line goes on with the paragraph of the one before it. */
const goesOn = (line: PdfLine, last: PdfLine, manner: Manner): boolean => {
  if (Math.abs(line.size - last.size) > last.size * 0.1) return false;
  const isFull = last.right > last.column.right - (last.column.right - last.column.left) * 0.12;
  // CASE 1: at the head of another column or page a paragraph goes on, unless the one before was at its end.
  if (!isBelow(line, last)) {
    if (isLarger(line, manner)) return false;
    return manner.setsIn && isFull
      ? !isSetIn(line)
      : !endsSentence(last.text) && (isFull || /^\p{Ll}/u.test(line.text));
  }
  // CASE 2: below it, where neither white space nor the first line's being set in parts them.
  if ((last.base - line.base) / line.size > manner.step * STEP) return false;
  if (isSetIn(line) && !isSetIn(last)) return false;
  // CASE 3: a short last line; headlines have short lines anyway.
  return isFull || isLarger(line, manner) || !endsSentence(last.text);
};

const hyphenEnd = /(\p{L}+)[-\u2010]$/u;

/** Joins lines; a word that was cut at a line's end is whole again, and keeps its hyphen where it has one in the middle of lines too. */
const joinLines = (lines: readonly PdfLine[], whole: string): string =>
  lines
    .reduce((text, line) => {
      if (text.endsWith('\u00ad')) return text.slice(0, -1) + line.text;
      const before = hyphenEnd.exec(text)?.[1];
      const after = /^\p{Ll}+/u.exec(line.text)?.[0];
      if (before === undefined || after === undefined) return text === '' ? line.text : `${text} ${line.text}`;
      return (whole.includes(`${before}-${after}`) ? text : text.slice(0, -1)) + line.text;
    }, '')
    .replace(/\u00ad/g, '');

/** The lines of a PDF, running heads taken out, as blocks: headings by their size, paragraphs by white space and indents, over columns and pages. */
export const pdfBlocks = (lines: readonly PdfLine[]): readonly LineBlock[] => {
  const manner = mannerOf(lines);
  const whole = lines.map(({ text }) => text).join('\n');
  const groups: PdfLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && goesOn(line, last, manner)) group.push(line);
    else groups.push([line]);
  }
  const largest = groups.reduce(
    (size, [first]) => Math.max(size, first?.page === lines[0]?.page ? (first?.size ?? 0) : 0),
    0,
  );
  return groups.flatMap((group): readonly LineBlock[] => {
    const [first] = group;
    if (first === undefined) return [];
    const isHeading = isLarger(first, manner) && group.length <= 6;
    // Lines at the head that are no sentences (who signs, when) stay apart.
    const isRunning = isHeading || group.length > 2 || endsSentence(group.at(-1)?.text ?? '');
    const texts = isRunning ? [joinLines(group, whole)] : group.map(({ text }) => text);
    return [
      {
        shape: isHeading ? 'heading' : 'paragraph',
        level: first.size >= largest * 0.95 ? 1 : 2,
        lines: texts.map(plainLine),
      },
    ];
  });
};
