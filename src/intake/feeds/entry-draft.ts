import { readDateline } from '../dateline.ts';
import type { IntakeWarning } from '../decode.ts';
import { type Draft, emptyDraft, type Piece } from '../draft.ts';
import { ReadoutError } from '../error.ts';
import { escapeAttribute, escapeHtml } from '../escape-html.ts';
import { languageTag } from '../language.ts';
import { lettersOf } from '../letters.ts';
import { readHtml } from '../read-html.ts';
import { agencyInField, readSignature } from '../signature.ts';
import { wordCount } from '../word-count.ts';
import { alternatives } from '../words.ts';
import { markupPieces } from '../xml/markup-pieces.ts';
import { parseMarkup } from '../xml/parse-xml.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { isHuge, plainOf } from './rich-text.ts';

/** An entry as the draft of a report, and what is odd about it. */
export interface EntryDraft {
  readonly draft: Draft;
  readonly warnings: readonly IntakeWarning[];
}

const tail = new RegExp(`(?<![\\p{L}])(?:${alternatives('feed-tails')})(?![\\p{L}])`, 'iu');
/** Under a report, many feeds say where it appeared first. */
const withoutTail = (pieces: readonly Piece[]): readonly Piece[] => {
  const last = pieces.at(-1);
  const isTail = last !== undefined && pieces.length > 1 && wordCount(last.text) <= 40 && tail.test(last.text);
  return isTail ? pieces.slice(0, -1) : pieces;
};

/** The content as the page that it was taken from. */
const asPage = ({ title, url, content, language, published }: FeedEntry): string => {
  const head = [
    `<title>${escapeHtml(title ?? '')}</title>`,
    ...(published === null ? [] : [`<meta property="article:published_time" content="${published}">`]),
    ...(url === null ? [] : [`<link rel="canonical" href="${escapeAttribute(url)}">`]),
  ];
  const heading = title === null ? '' : `<h1>${escapeHtml(title)}</h1>`;
  const tag = languageTag(language);
  const opening = tag === null ? '<html>' : `<html lang="${tag}">`;
  return `<!doctype html>${opening}<head>${head.join('')}</head><body><article>${heading}${content ?? ''}</article></body></html>`;
};

const bodyWords = (pieces: readonly Piece[]): number =>
  pieces.filter(({ kind }) => kind !== 'heading').reduce((sum, { text }) => sum + wordCount(text), 0);

/** What the reader of pages makes of it; null where it finds no report or loses much, for what stands in a feed was chosen by its editors. */
const fromPage = (entry: FeedEntry, name: string): Draft | null => {
  if (isHuge(entry.content ?? '')) return null;
  try {
    const draft = readHtml(asPage(entry), name);
    return bodyWords(draft.pieces) * 10 >= wordCount(plainOf(entry.content ?? '')) * 6 ? draft : null;
  } catch (error) {
    if (error instanceof ReadoutError) return null;
    throw error;
  }
};

const fromContent = (entry: FeedEntry, name: string): Draft => {
  const draft = fromPage(entry, name);
  if (draft !== null) return draft;
  const pieces = markupPieces(parseMarkup(entry.content ?? '', name));
  const first = pieces.find(({ kind }) => kind === 'paragraph');
  const filed = first === undefined ? null : readDateline(first.text, entry.published);
  return { ...emptyDraft, pieces, agency: filed?.agency ?? null, dateline: filed?.dateline ?? null };
};

/** Some summaries only repeat the headline, with the name of the paper behind it. */
const summaryOf = ({ title, summary }: FeedEntry): string | null => {
  if (summary === null || title === null) return summary;
  const rest = lettersOf(summary).replace(lettersOf(title), '');
  return rest.length < 40 && rest.length < lettersOf(summary).length ? null : summary;
};

const fromSummary = (entry: FeedEntry): Draft => {
  const summary = summaryOf(entry);
  const filed = summary === null ? null : readDateline(summary, entry.published);
  const pieces: readonly Piece[] = summary === null ? [] : [{ kind: 'paragraph', text: summary }];
  return { ...emptyDraft, pieces, agency: filed?.agency ?? null, dateline: filed?.dateline ?? null };
};

const withTitle = (pieces: readonly Piece[], title: string | null): readonly Piece[] => {
  if (title === null) return pieces;
  const first = pieces[0];
  const isTitle = first?.kind === 'heading' && lettersOf(first.text) === lettersOf(title);
  return [{ kind: 'heading', text: title }, ...(isTitle ? pieces.slice(1) : pieces)];
};

/** Pictures of the entry that its content does not show. */
const pictures = ({ media }: FeedEntry, pieces: readonly Piece[]): readonly Piece[] => {
  const shown = new Set(pieces.map(({ text }) => lettersOf(text)));
  return media
    .filter(({ caption }) => caption !== null && !shown.has(lettersOf(caption)))
    .flatMap(({ caption, credit }): readonly Piece[] => [
      { kind: 'caption', text: caption ?? '' },
      ...(credit === null ? [] : [{ kind: 'credit', text: credit } as const]),
    ]);
};

/** A feed signs what nobody signs with its own name. */
const signers = (
  entry: FeedEntry,
  feed: Feed,
): { readonly people: readonly string[]; readonly agency: string | null } => {
  const own = [feed.title, feed.publisher, entry.source?.title ?? null].filter((name) => name !== null).map(lettersOf);
  const signed = entry.authors.filter((author) => !own.includes(lettersOf(author))).map(readSignature);
  return {
    people: [...new Set(signed.flatMap(({ people }) => people))],
    agency: signed.find(({ agency }) => agency !== null)?.agency ?? null,
  };
};

const summaryOnly = (entry: FeedEntry, name: string): IntakeWarning => {
  const where = entry.url === null ? '' : `; the report is at ${entry.url}`;
  return { code: 'summary-only', message: `${name} holds a headline and summary only${where}.` };
};

/** What the feed itself says of a report, each field only where it has a value. */
const stated = (entry: FeedEntry, feed: Feed): Partial<Draft> => {
  const { people, agency } = signers(entry, feed);
  const fields = {
    title: entry.title,
    byline: people.length > 0 ? people : null,
    agency,
    publisher: entry.source?.title ?? feed.publisher,
    published: entry.published ?? entry.updated,
    language: languageTag(entry.language ?? feed.language),
    url: entry.url,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
};

/** The draft of a report that an entry of a feed announces: its whole text, else its summary, which a warning says. */
export const entryDraft = (entry: FeedEntry, feed: Feed, name: string): EntryDraft => {
  const draft = entry.content === null ? fromSummary(entry) : fromContent(entry, name);
  const said: Partial<Draft> = { publisher: draft.publisher ?? feed.title, ...stated(entry, feed) };
  const isOwn = (field: string): boolean => field !== 'publisher' || said.publisher !== draft.publisher;
  const fromFeed = Object.keys(said)
    .filter(isOwn)
    .map((field) => [field, 'feed'] as const);
  const pieces = withoutTail(withTitle(draft.pieces, entry.title));
  const whole = { ...draft, ...said, sources: { ...draft.sources, ...Object.fromEntries(fromFeed) } };
  return {
    draft: {
      ...whole,
      agency: whole.agency ?? agencyInField(whole.publisher ?? ''),
      pieces: [...pieces, ...pictures(entry, pieces)],
    },
    warnings: entry.content === null ? [summaryOnly(entry, name)] : [],
  };
};
