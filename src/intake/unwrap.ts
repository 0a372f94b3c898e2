import { isPictureCredit, splitCaption } from './credit.ts';
import { readHeaderLine } from './header-lines.ts';
import { plainLine } from './line.ts';
import { isIdle, readMetaLine } from './meta-line.ts';

/** How long the lines of a text are, so far as that tells whether its lines were cut at a margin. */
interface Measure {
  readonly width: number;
  readonly isWrapped: boolean;
  /** Whether its lines are nearly as long as the margin lets them be. */
  readonly isEven: boolean;
}

const shortest = 30;
const longest = 120;

/** Lines that another line follows without a blank one between: only these can have been cut. */
const inner = (lines: readonly string[]): readonly number[] =>
  lines.flatMap((line, index) =>
    line.trim() !== '' && (lines[index + 1] ?? '').trim() !== '' ? [line.trim().length] : [],
  );

/** The margin is where nine lines of ten end before: headlines and addresses may stick out of it. */
const measure = (lines: readonly string[]): Measure => {
  const lengths = inner(lines).toSorted((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  // Lines of one head have all lengths; lines that a margin cut are nearly as long as it is.
  const isEven = lengths.filter((length) => length > width * 0.7).length > lengths.length * 0.6;
  return { width, isWrapped: width >= shortest && width <= longest, isEven };
};

const bullet = /^\s*(?:[*•·‣▪◦]|-)\s+\S/;

/** Whether the break after `line` was made by a margin: the next word would not have fit, or the sentence plainly runs on. */
const isWrap = (line: string, next: string, { width, isWrapped }: Omit<Measure, 'isEven'>): boolean => {
  if (/^\s{2,}|^\t/.test(next) && !/^\s/.test(line)) return false;
  if (bullet.test(next)) return false;
  const text = line.trim();
  const word = next.trim().split(/\s/, 1)[0] ?? '';
  const runsOn = !/[.!?:;"”’)\]]$/.test(text) && /^\p{Ll}/u.test(word);
  if (!isWrapped) return runsOn && text.length >= shortest;
  const slack = /[.!?]["”’)]?$/.test(text) ? 2 : 12;
  return runsOn || text.length + 1 + word.length > width - slack;
};

/** How many lines may stand above a report's text. */
const HEAD_LINES = 14;

/** A line about the report, a label or an address in the head is a line of its own, however long the headline is. */
const isApart = (line: string): boolean => {
  const meta = readMetaLine(line);
  return (meta !== null && !isIdle(meta)) || readHeaderLine(plainLine(line)) !== null || /^\s*<?https?:\/\//.test(line);
};

/** A credit ends a caption: what follows is another line. */
const isClosed = (line: string): boolean => isPictureCredit(line) || splitCaption(line).credit !== null;

/** "long-" and "term" were one word; everything else gets a space. */
const join = (line: string, next: string): string =>
  `${line.trimEnd()}${/\p{L}-$/u.test(line.trimEnd()) && /^\s*\p{Ll}/u.test(next) ? '' : ' '}${next.trimStart()}`;

/** Takes a group of lines without blank lines and joins those that a margin cut; `all` are the lines of the whole text, by which the margin is known. */
export const unwrapper = (all: readonly string[]): ((group: readonly string[]) => readonly string[]) => {
  const measured = measure(all);
  const head = new Set(all.filter((line) => line.trim() !== '').slice(0, HEAD_LINES));
  const stands = (line: string): boolean => head.has(line) && isApart(line);
  const closes = (line: string): boolean => head.has(line) && (isApart(line) || isClosed(line));
  const inHead = { width: measured.width, isWrapped: measured.isWrapped && measured.isEven };
  return (group) => {
    // No sentence ends in the lines above a text.
    const isHead = head.has(group[0] ?? '') && !group.some((line) => /\p{Ll}\.["”’)]*$/u.test(line.trim()));
    const joined: string[] = [];
    let last = '';
    for (const line of group) {
      const current = joined.at(-1);
      if (current !== undefined && !stands(line) && !closes(last) && isWrap(last, line, isHead ? inHead : measured))
        joined[joined.length - 1] = join(current, line);
      else joined.push(line.trim());
      last = line;
    }
    return joined;
  };
};
