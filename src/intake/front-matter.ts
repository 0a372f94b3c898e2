import { parse } from 'yaml';
import { readHeaderLine } from './header-lines.ts';
import { type LineBlock, plainLine } from './line.ts';

/** The header that a Markdown file sets between fences, as header lines, and the text under it. */
export interface FrontMatter {
  readonly header: readonly LineBlock[];
  readonly body: string;
}

const fenced = /^\s*---[ \t]*\n((?:(?!---|\.\.\.)[^\n]*\n){1,200})(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const line = /^(?:[\w -]{1,40}:|\s|-\s|#|$)/;

/** What stands between the fences at the start of a text, and where the text under them begins; null if nothing does. */
const readFence = (text: string): { readonly source: string; readonly end: number } | null => {
  const match = fenced.exec(text.slice(0, 20_000));
  const source = match?.[1] ?? '';
  const isHeader =
    /^[\w -]{1,40}:/m.test(source) &&
    source
      .trimEnd()
      .split('\n')
      .every((each) => line.test(each));
  return match !== null && isHeader ? { source, end: match[0].length } : null;
};

/** The other way to write such a header: title, authors and day, each behind a per cent sign. */
const readPercents = (text: string): { readonly source: string; readonly end: number } | null => {
  const match = /^\s*% ?(.*)\n% ?(.*)\n(?:% ?(.*)\n)?/.exec(text.slice(0, 2000));
  if (match === null) return null;
  const [whole, title = '', author = '', date = ''] = match;
  const quoted = Object.entries({ title, author, date }).filter(([, value]) => value.trim() !== '');
  return { source: quoted.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join(''), end: whole.length };
};

/** Whether a text opens with a header of its own. */
export const hasFrontMatter = (text: string): boolean => (readFence(text) ?? readPercents(text)) !== null;

/** The text of a value: "[[Jane Doe]]" is how note-takers link, a list holds several names. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join(', ');
  if (value !== null && typeof value === 'object') return 'name' in value ? textOf(value.name) : '';
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .replace(/\[\[([^\]]*)\]\]/g, '$1')
        .replace(/\s+/g, ' ')
        .trim()
    : '';
};

const parsed = (source: string): readonly (readonly [string, unknown])[] => {
  try {
    const value: unknown = parse(source, { logLevel: 'error' });
    return value !== null && typeof value === 'object' ? Object.entries(value) : [];
  } catch {
    // Not all that is written between fences is YAML: a colon in a title is enough.
    return [...source.matchAll(/^([\w -]+):[ \t]*(\S.*)$/gm)].map(([, key = '', value = '']) => [key, value]);
  }
};

/** Cuts the front matter off a text; what exports put there and no report keeps is left out. */
export const readFrontMatter = (text: string): FrontMatter => {
  const fence = readFence(text) ?? readPercents(text);
  if (fence === null) return { header: [], body: text };
  const lines = parsed(fence.source)
    .map(([key, value]) => plainLine(`${key.replaceAll('_', ' ')}: ${textOf(value)}`))
    .filter((each) => readHeaderLine(each) !== null);
  // Fences make a header of a single line too; a header without them takes two.
  const all = lines.length === 0 ? [] : [plainLine('Type: front matter'), ...lines];
  return {
    header: all.map((each) => ({ shape: 'paragraph', level: 0, lines: [each] })),
    body: text.slice(fence.end),
  };
};
