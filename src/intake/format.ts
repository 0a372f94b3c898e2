import { ReadoutError } from './error.ts';
import { hasFrontMatter } from './front-matter.ts';

/** The formats that intake reads. */
export type InputFormat = 'text' | 'markdown' | 'html';

const opening =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,5000}?-->\s*)*<(!doctype\s+html|html|head|body|article|main|div|section|p|h[1-6]|meta|title|script|header|table|span|figure)\b/i;
const blockTags = /<\/?(?:p|div|article|section|body|h[1-6]|figure|blockquote|ul|table|br)\b[^>]*>/gi;

interface Refusal {
  readonly pattern: RegExp;
  readonly what: string;
  readonly advice: string;
}

const refusals: readonly Refusal[] = [
  {
    pattern: /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b/i,
    what: 'a feed',
    advice: 'save the reports it links, one a file',
  },
  {
    pattern: /^\s*(?:<\?xml[^>]*>\s*)(?:<!--[\s\S]{0,2000}?-->\s*)*<(?!!doctype|html)[\w:]+/i,
    what: 'XML',
    advice: 'save the report as text, Markdown or HTML',
  },
  {
    pattern: /^(?:[\w-]+: .*\n)*MIME-Version: .*\n(?:.*\n){0,10}?Content-Type: multipart\//i,
    what: 'a mail message or web archive',
    advice: 'save the page as HTML only',
  },
  { pattern: /^WARC\/1\.\d/, what: 'a web archive', advice: 'save the page as HTML only' },
];

const isJson = (text: string): boolean => {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return /^\s*\{\s*"[^"\n]+"\s*:[^\n]*\}\s*\n\s*\{\s*"/.test(text);
  }
};

const isHtml = (text: string): boolean => {
  if (opening.test(text)) return true;
  const tags = text.slice(0, 200_000).match(blockTags)?.length ?? 0;
  return tags >= 4 && /<\/(?:p|div|article|body|section|h[1-6])>/i.test(text);
};

const markdownSigns: readonly RegExp[] = [
  /^ {0,3}#{1,6}[ \t]+\S/m,
  /!?\[[^\]\n]{0,500}\]\([^)\s]{0,2000}(?:\s+"[^"\n]{0,300}")?\)/,
  /(?:^|[\s(])(\*\*|__)(?=\S)[^\n]{1,1000}?\S\1(?=$|[\s.,;:!?)])/m,
  /^ {0,3}>[ \t]?\S/m,
  /^<https?:\/\/[^>\s]+>\s*$/m,
  /^\S[^\n]{0,200}\n(?:={3,}|-{3,})[ \t]*\n/m,
  /^\[[^\]\n]+\]:\s+\S+/m,
];

/** Two signs make Markdown, or a first line that is a heading; a lone ">" or "#" may be a mail or a hashtag. */
const isMarkdown = (text: string): boolean => {
  const head = text.slice(0, 200_000);
  return (
    /^\s*#{1,6}[ \t]+\S/.test(head) ||
    markdownSigns.filter((sign) => sign.test(head)).length >= 2 ||
    hasFrontMatter(head)
  );
};

/** The format of a text, by what it holds and, where that is silent, by its name; throws a `ReadoutError` for formats that intake does not read. */
export const formatOf = (name: string, text: string): InputFormat => {
  const refusal = refusals.find((each) => each.pattern.test(text.slice(0, 20_000)));
  if (refusal !== undefined)
    throw new ReadoutError('unsupported-format', `${name} is ${refusal.what}; ${refusal.advice}.`, {
      name,
      what: refusal.what,
    });
  if (isJson(text))
    throw new ReadoutError('unsupported-format', `${name} is JSON; save the report as text, Markdown or HTML.`, {
      name,
      what: 'JSON',
    });
  if (isHtml(text)) return 'html';
  if (isMarkdown(text) || /\.(?:md|markdown|mdown)$/i.test(name)) return 'markdown';
  return 'text';
};
