import { ReadoutError } from './error.ts';

/** Elements and nesting that no news page comes near; beyond them a tree costs minutes and gigabytes. */
const MOST_TAGS = 200_000;
const DEEPEST = 256;

const tag = /<(\/?)([a-z][a-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
const rawText = /<(script|style|textarea|template|svg)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const unnested = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot'.split(
    ' ',
  ),
);

const deepest = (source: string): { readonly depth: number; readonly tags: number } => {
  let depth = 0;
  let most = 0;
  let tags = 0;
  for (const [, slash, name = '', rest = ''] of source.matchAll(tag)) {
    tags += 1;
    if (tags > MOST_TAGS) break;
    if (unnested.has(name.toLowerCase()) || rest.endsWith('/')) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  return { depth: most, tags };
};

/** Leaves out the tags below the depth that browsers too refuse to build; their words stay. */
const flatten = (source: string): string => {
  let depth = 0;
  return source.replace(tag, (whole: string, slash: string, name: string, rest: string) => {
    if (unnested.has(name.toLowerCase()) || rest.endsWith('/')) return whole;
    if (slash === '') {
      depth += 1;
      return depth > DEEPEST ? ' ' : whole;
    }
    depth = Math.max(0, depth - 1);
    return depth >= DEEPEST ? ' ' : whole;
  });
};

/**
 * The source of a page, made safe to build a tree of: nesting deeper than any real page's is taken out, its words kept.
 * Throws a `ReadoutError` that names the page if it has more elements than a report can need.
 */
export const withinSize = (source: string, name: string): string => {
  const { depth, tags } = deepest(source.replace(rawText, ''));
  if (tags > MOST_TAGS)
    throw new ReadoutError(
      'page-too-large',
      `${name} has more than ${MOST_TAGS} HTML elements; save the report alone, or its text.`,
      {
        name,
        limit: MOST_TAGS,
      },
    );
  return depth > DEEPEST
    ? flatten(source.replace(rawText, (raw) => (/ld\+json/i.test(raw.slice(0, 200)) ? raw : ' ')))
    : source;
};
