import { type LineBlock, plainLine } from './line.ts';
import { unwrapper } from './unwrap.ts';

const bullet = /^(?:[*•·‣▪◦]|-)\s+(?=\S)/;

const toBlocks = (lines: readonly string[]): readonly LineBlock[] => {
  const blocks: LineBlock[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push({ shape: 'paragraph', level: 0, lines: open.map(plainLine) });
    open = [];
  };
  for (const line of lines) {
    if (!bullet.test(line)) {
      open.push(line);
      continue;
    }
    close();
    blocks.push({ shape: 'list-item', level: 0, lines: [plainLine(line.replace(bullet, ''))] });
  }
  close();
  return blocks;
};

/** The lines of a forwarded mail without the marks in front of them. */
const unquoted = (lines: readonly string[]): readonly string[] => {
  const inked = lines.filter((line) => line.trim() !== '');
  const marked = inked.filter((line) => line.startsWith('>')).length;
  return marked > 3 && marked > inked.length * 0.8 ? lines.map((line) => line.replace(/^(?:> ?)+/, '')) : lines;
};

/** Cuts plain text into blocks at blank lines and list marks, and joins the lines that a margin cut. */
export const readPlainText = (text: string): readonly LineBlock[] => {
  const lines = unquoted(text.split('\n'));
  const unwrap = unwrapper(lines);
  const blocks: LineBlock[] = [];
  let group: string[] = [];
  for (const line of [...lines, '']) {
    if (line.trim() !== '') group.push(line);
    else if (group.length > 0) {
      blocks.push(...toBlocks(unwrap(group)));
      group = [];
    }
  }
  return blocks;
};
