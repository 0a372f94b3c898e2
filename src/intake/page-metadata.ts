import { agencyIn, agencyNamed } from './agencies.ts';
import { isPersonName, readByline, readNames } from './byline.ts';
import { addressDay, dateIn } from './date-line.ts';
import { articleNode, authorsOf, type JsonObject, type LdAuthor, textOf } from './json-ld.ts';
import { realAddress } from './line.ts';
import { cutSite } from './outlets.ts';
import type { Page } from './page-node.ts';

/** What a page says about its report outside the text. */
export interface PageMetadata {
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
  readonly byline: readonly string[];
  readonly agency: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** The whole text, where the page gives it for machines. */
  readonly articleBody: string | null;
}

type Metas = ReadonlyMap<string, readonly string[]>;

const clean = (text: string): string =>
  text
    .replace(/<[^>]{1,200}>/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .toWellFormed()
    .trim();

const metasOf = (page: Page): Metas => {
  const metas = new Map<string, string[]>();
  for (const meta of page.querySelectorAll('meta')) {
    const key = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = clean(meta.getAttribute('content') ?? '');
    if (key !== '' && content !== '') metas.set(key, [...(metas.get(key) ?? []), content]);
  }
  return metas;
};

const firstOf = (metas: Metas, keys: readonly string[]): string | null =>
  keys.map((key) => metas.get(key)?.[0]).find((value) => value !== undefined) ?? null;

const dateKeys = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'article.published',
  'published_time',
  'cxenseparse:recs:publishtime',
  'article_date_original',
  'originalpublicationdate',
  'date',
];
const authorKeys = [
  'parsely-author',
  'author',
  'article:author',
  'sailthru.author',
  'dc.creator',
  'byl',
  'dcterms.creator',
  'cxenseparse:author',
  'twitter:creator',
];
const publisherKeys = ['og:site_name', 'application-name', 'dc.publisher', 'cre', 'twitter:site'];

/** ISO 8601 of a date that a page states for machines; null if it is none. */
const machineDate = (value: string | null): string | null => {
  if (value === null) return null;
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?/.exec(value.trim());
  if (iso === null) return dateIn(value) ?? compactDate(value);
  const [, day, time, seconds = '', offset = ''] = iso;
  return `${day}T${time}${seconds}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
};

const compactDate = (value: string): string | null => {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2}))?/.exec(value.trim());
  return match === null
    ? null
    : dateIn(`${match[1]}-${match[2]}-${match[3]}${match[4] === undefined ? '' : `T${match[4]}:${match[5]}`}`);
};

const timeDate = (page: Page): string | null => {
  for (const time of page.querySelectorAll('time')) {
    const date = machineDate(time.getAttribute('datetime')) ?? dateIn(clean(time.textContent ?? ''));
    if (date !== null) return date;
  }
  return null;
};

interface Signed {
  readonly byline: readonly string[];
  readonly agency: string | null;
}

/** The names of one author field; a desk or a paper that signs is neither person nor agency. */
const signedBy = ({ name, isOrganization }: LdAuthor): Signed => {
  const bare = clean(name);
  if (/^https?:|^@|^www\./i.test(bare) || bare.length > 200) return { byline: [], agency: null };
  const agency = agencyNamed(bare);
  if (agency !== null) return { byline: [], agency };
  if (isOrganization) return { byline: [], agency: agencyIn(bare) };
  const byline = readByline(bare);
  const names = byline ?? readNames(bare);
  const alone = names.people.length === 0 && !/[,;|]|\band\b/.test(bare) && isPersonName(bare) ? [bare] : [];
  return { byline: [...names.people, ...alone], agency: names.agency };
};

const authors = (node: JsonObject | null, metas: Metas): Signed => {
  const written = [
    authorsOf(node?.author),
    authorsOf(node?.creator),
    ...authorKeys.map((key) => (metas.get(key) ?? []).map((name) => ({ name, isOrganization: false }))),
  ];
  const signed = written.map((list) => list.map(signedBy));
  const named = signed.find((list) => list.some((one) => one.byline.length > 0)) ?? [];
  const agency = signed.flat().find((one) => one.agency !== null)?.agency ?? null;
  return { byline: [...new Set(named.flatMap((one) => one.byline))], agency };
};

/** "Report | City Herald" without the paper's name. */
const withoutSite = (title: string, site: string | null): string => {
  const match = /^(.{12,}?)\s+[|\-–—•·:»]\s+([^|–—»]{2,60})$/.exec(title);
  if (match?.[1] === undefined) return title;
  const isSite =
    site !== null &&
    match[2]?.toLowerCase().replace(/\W/g, '').includes(site.toLowerCase().replace(/\W/g, '').slice(0, 8));
  return isSite || /[|»]/.test(title.slice(match[1].length, match[1].length + 3)) ? match[1] : title;
};

const canonical = (page: Page, node: JsonObject | null, metas: Metas): string | null => {
  const link = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return (
    [link, metas.get('og:url')?.[0], textOf(node?.url), textOf(node?.mainEntityOfPage)]
      .map((url) => realAddress(url ?? undefined))
      .find((url) => url !== null) ?? null
  );
};

const present = (values: readonly (string | null | undefined)[]): readonly string[] =>
  values
    .filter((value) => value !== null && value !== undefined)
    .map(clean)
    .filter((value) => value !== '');

/** A name is no address, as which some pages refer to their publisher. */
const nameOf = (text: string | null): string | null => (text === null || /^https?:|#/.test(text) ? null : text);

const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A paper that signs with its own name is no person. */
const isOwnName = (name: string, publisher: string | null): boolean =>
  squeezed(publisher ?? '').includes(squeezed(name));

/** Reads what a page says about its report for machines: JSON-LD first, then meta elements, then `<time>`, then the address. */
export const readMetadata = (page: Page): PageMetadata => {
  const node = articleNode(
    [...page.querySelectorAll('script[type*="ld+json"]')].map((script) => script.textContent ?? ''),
  );
  const metas = metasOf(page);
  const publisher =
    nameOf(textOf(node?.publisher)) ??
    nameOf(firstOf(metas, publisherKeys)) ??
    cutSite(clean(page.querySelector('title')?.textContent ?? '')).site;
  const url = canonical(page, node, metas);
  const language =
    page.documentElement?.getAttribute('lang') ??
    textOf(node?.inLanguage) ??
    firstOf(metas, ['og:locale', 'language', 'content-language']);
  const { byline, agency } = authors(node, metas);
  return {
    titles: present([
      textOf(node?.headline),
      firstOf(metas, ['og:title', 'twitter:title', 'parsely-title', 'dc.title']),
      page.querySelector('title')?.textContent,
    ]).map((title) => withoutSite(title, publisher)),
    descriptions: present([
      textOf(node?.description),
      firstOf(metas, ['og:description']),
      firstOf(metas, ['description']),
      firstOf(metas, ['twitter:description']),
    ]),
    byline: byline.filter((name) => !isOwnName(name, publisher)),
    agency: agency ?? (publisher === null ? null : agencyNamed(publisher)),
    publisher: publisher === null ? null : clean(publisher).replace(/^@/, ''),
    published:
      [textOf(node?.datePublished), textOf(node?.dateCreated), ...dateKeys.map((key) => firstOf(metas, [key]))]
        .map(machineDate)
        .find((date) => date !== null) ??
      timeDate(page) ??
      addressDay(url),
    language: /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(language ?? '') ? (language ?? '').replace('_', '-') : null,
    url,
    articleBody: textOf(node?.articleBody),
  };
};
