import { type Draft, emptyDraft } from './draft.ts';
import { articleNode, authorsOf, isObject, type Json, type JsonObject, textOf } from './json-ld.ts';
import { realAddress } from './line.ts';
import { machineParagraphs } from './machine-text.ts';
import { cleanText } from './page-items.ts';
import { linkedData, type PageMetadata } from './page-metadata.ts';
import { openHtml, readHtml, readOpened } from './read-html.ts';
import type { PageTree } from './tree/page-tree.ts';
import { wordCount } from './word-count.ts';

/** Fewer words make no post of their own. */
const LEAST_WORDS = 8;

/** What a page must hold somewhere for its posts to be looked for. */
const mark = /liveBlogUpdate/;

const updatesOf = (page: PageTree): readonly JsonObject[] => {
  const updates = articleNode(linkedData(page).filter((script) => mark.test(script)))?.liveBlogUpdate;
  const list: readonly Json[] = Array.isArray(updates) ? updates : updates === undefined ? [] : [updates as Json];
  return list.filter(isObject);
};

/** The address of a post: its own, or that of the page with the post's name behind it. */
const addressOf = (update: JsonObject, page: string | null): string | null => {
  const own = realAddress(textOf(update.url) ?? textOf(update['@id']) ?? undefined);
  if (own !== null) return own;
  const name = textOf(update['@id'])?.replace(/^.*#/, '') ?? '';
  return page === null || name === '' ? page : `${page.replace(/#.*$/, '')}#${name}`;
};

const toPost = (update: JsonObject, page: PageMetadata): Draft | null => {
  const paragraphs = machineParagraphs(textOf(update.articleBody) ?? '');
  if (paragraphs.reduce((sum, { text }) => sum + wordCount(text), 0) < LEAST_WORDS) return null;
  const title = cleanText(textOf(update.headline) ?? '') || null;
  const published = textOf(update.datePublished);
  const names = authorsOf(update.author).filter(({ isOrganization }) => !isOrganization);
  const { byline: _byline, agency: _agency, published: _published, ...sources } = page.sources;
  return {
    ...emptyDraft,
    title,
    byline: names.map(({ name }) => cleanText(name)),
    publisher: page.publisher,
    published: published ?? page.published,
    language: page.language,
    url: addressOf(update, page.url),
    sources: { ...sources, title: 'json-ld', byline: 'json-ld', published: 'json-ld' },
    pieces: [...(title === null ? [] : [{ kind: 'heading' as const, text: title }]), ...paragraphs],
  };
};

/**
 * The reports that a page holds: the posts of a live blog, each with the headline, time, authors and address of its own, as
 * its JSON-LD (`liveBlogUpdate`) gives them; of any other page, the one report. Throws a `ReadoutError` that names the page if it holds none.
 */
export const readHtmlReports = (text: string, name: string): readonly Draft[] => {
  if (!mark.test(text)) return [readHtml(text, name)];
  const opened = openHtml(text, name);
  const posts = updatesOf(opened.page)
    .map((update) => toPost(update, opened.metadata))
    .filter((post) => post !== null);
  return posts.length < 2 ? [readOpened(opened, name)] : posts;
};
