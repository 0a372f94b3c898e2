import type { Draft } from './draft.ts';
import { fieldsOf, type HeaderLine, readHeaderLine } from './header-lines.ts';
import { type Line, realAddress } from './line.ts';
import { type Context, isHead, type LineRule } from './line-rule.ts';
import { isCapitalised, isOutlet } from './outlets.ts';
import { wordCount } from './word-count.ts';

/** How near the end a labelled line may stand. */
const TAIL = 3;

const isUnsaid = ([field, value]: readonly [string, unknown], draft: Draft): boolean => {
  const said = draft[field as keyof Draft];
  return value !== null && (said === null || (Array.isArray(said) && said.length === 0));
};

/** The line's label and value, where such a line may stand; one of several parts is a line about the report. */
const readPlaced = (line: Line, context: Context): HeaderLine | null => {
  const { draft, entries, index } = context;
  const isPlaced = (isHead(context) && draft.title !== null) || index >= entries.length - TAIL;
  if (!isPlaced || wordCount(line.text) > 30 || /\s[|·•]\s/.test(line.text)) return null;
  const said = readHeaderLine(line);
  return said?.field === 'title' || (said?.field === 'dek' && !isHead(context)) ? null : said;
};

/** Whether what a line gives for the publisher is a name; under a text, "Source:" may name what a chart was drawn from. */
const isPublisher = ({ publisher, agency }: Partial<Draft>, context: Context): boolean => {
  if (publisher === undefined || publisher === null) return true;
  return isHead(context) ? isCapitalised(publisher) : isOutlet(publisher) || (agency ?? null) !== null;
};

/** "Byline: Jane Doe", "Length: 312 words" above a text or at its end, as archives of papers print it. */
export const labelled: LineRule = {
  id: 'meta',
  read: ({ line }, context) => {
    const { draft } = context;
    const said = readPlaced(line, context);
    const fields = said === null ? null : fieldsOf(said);
    if (fields === null || !isPublisher(fields, context)) return null;
    return {
      ...Object.fromEntries(Object.entries(fields).filter((field) => isUnsaid(field, draft))),
      ...(draft.url === null && line.links[0] !== undefined ? { url: realAddress(line.links[0].url) } : {}),
    };
  },
};
