import type { Draft } from '../draft.ts';
import { draftDocument } from '../draft-document.ts';
import { ReadoutError } from '../error.ts';
import { entryDraft } from '../feeds/entry-draft.ts';
import { emptyEntry, emptyFeed } from '../feeds/feed.ts';
import { readFeedDate } from '../feeds/feed-date.ts';
import { isMarkup, plainOf } from '../feeds/rich-text.ts';
import { labelLines } from '../label-lines.ts';
import { realAddress } from '../line.ts';
import { readPlainText } from '../plain-text.ts';
import { readHtml } from '../read-html.ts';
import { DEFAULT_LIMIT, tooLarge } from '../read-input.ts';
import type { ReportOptions } from '../report-format.ts';
import { type ReportItem, toItem } from '../report-item.ts';
import { readSignature } from '../signature.ts';
import { type ColumnMap, cellOf, type Row, type RowField } from './columns.ts';

/** Keys under which values that are objects hold their words: a person's name, WordPress's rendered HTML. */
const INNER = ['rendered', 'name', 'text', 'value', 'title', 'url', 'href'];

/** The words of a value; several of a list. */
const wordsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [value.toISOString()];
  if (Array.isArray(value)) return value.slice(0, 1000).flatMap(wordsOf);
  if (value === null || typeof value !== 'object') return [];
  const inner = INNER.find((key) => Object.hasOwn(value, key));
  return inner === undefined ? [] : wordsOf((value as Row)[inner]);
};

/** A list that a program wrote into a cell: "['Jane Doe', 'John Roe']". */
const listed = (text: string): readonly string[] =>
  /^\s*\[.*\]\s*$/s.test(text)
    ? [...text.matchAll(/(["'])((?:\\.|(?!\1).)*)\1/g)].map(([, , name = '']) => name)
    : [text];

/** What a row says of its report. */
interface Said {
  readonly text: string;
  readonly title: string | null;
  readonly dek: string | null;
  readonly people: readonly string[];
  readonly publisher: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly url: string | null;
}

const saidIn = (row: Row, columns: ColumnMap): Said => {
  const all = (field: RowField): readonly string[] => wordsOf(cellOf(row, field, columns));
  const first = (field: RowField): string | null => all(field)[0] ?? null;
  const line = (field: RowField): string | null => plainOf(first(field) ?? '') || null;
  const language = first('language')?.trim() ?? '';
  return {
    text: all('text').join('\n\n'),
    title: line('title'),
    dek: line('dek'),
    people: all('byline').flatMap(listed),
    publisher: line('publisher'),
    date: first('published'),
    language: /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(language) ? language.replace('_', '-') : null,
    url: realAddress(first('url') ?? undefined),
  };
};

const isPage = (text: string): boolean => /<(?:html|body)\b/i.test(text.slice(0, 20_000));
const blockTag = /<(?:p|div|br|h[1-6]|ul|ol|article|section|blockquote|figure|table)\b[^<>]*>/i;

const fromText = ({ text, title }: Said): Draft => {
  const start = text
    .trimStart()
    .slice(0, (title?.length ?? 0) + 1)
    .toLowerCase();
  const opens = title !== null && start.startsWith(title.toLowerCase());
  return labelLines(readPlainText(title === null || opens ? text : `${title}\n\n${text}`));
};

/** CASE 1: a whole page. CASE 2: HTML without the page around it, or a summary alone. CASE 3: plain text. */
const draftOf = (said: Said, name: string): Draft => {
  const { text, title, dek, url, language } = said;
  if (isPage(text)) return readHtml(text, name);
  if (text !== '' && !(isMarkup(text) && blockTag.test(text))) return fromText(said);
  const entry = { ...emptyEntry, title, url, language, summary: dek, content: text === '' ? null : text };
  return entryDraft(entry, { ...emptyFeed, kind: 'rss' }, name).draft;
};

const signed = (people: readonly string[]): Pick<Draft, 'byline' | 'agency'> => {
  const signatures = people.map(readSignature);
  return {
    byline: [...new Set(signatures.flatMap((signature) => signature.people))],
    agency: signatures.find(({ agency }) => agency !== null)?.agency ?? null,
  };
};

/** The draft of a row: what its columns say stands before what its text says of itself. */
const withSaid = (draft: Draft, said: Said, published: string | null): Draft => {
  const { byline, agency } = signed(said.people);
  return {
    ...draft,
    title: said.title ?? draft.title,
    dek: said.dek ?? draft.dek,
    byline: byline.length > 0 ? byline : draft.byline,
    agency: agency ?? draft.agency,
    publisher: said.publisher ?? draft.publisher,
    published: published ?? draft.published,
    language: said.language ?? draft.language,
    url: said.url ?? draft.url,
  };
};

/** Reads a row of a table as a report, by the columns that a person named or that are usual. */
export const rowItem = (row: Row, name: string, options: ReportOptions): ReportItem => {
  const said = saidIn(row, options.columns ?? {});
  const { text, title, dek } = said;
  if (text === '' && title === null && dek === null) return { kind: 'skipped', name, what: 'a row without a text' };
  return toItem(name, (warn) => {
    const limit = options.limit ?? DEFAULT_LIMIT;
    if (text.length > limit) throw tooLarge(name, text.length, limit);
    if (text === '' && dek === null)
      throw new ReadoutError(
        'no-text',
        `${name} has a headline and no text; say which column holds it: --columns text=NAME.`,
        { name },
      );
    if (text === '') warn({ code: 'summary-only', message: `${name} holds a headline and summary only.` });
    const published = readFeedDate(said.date);
    if (said.date !== null && published === null)
      warn({
        code: 'date-not-read',
        message: `${name} is dated "${said.date.slice(0, 40)}", which is no date that can be read.`,
      });
    return draftDocument(withSaid(draftOf(said, name), said, published), name);
  });
};
