import type { FieldSource } from '../text/index.ts';
import { cleanText, type Fact, type Facts } from './page-items.ts';
import type { PageTree } from './tree/page-tree.ts';

/** Keys of meta elements by what they state, the surest first. */
export const metaKeys = {
  title: ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'headline'],
  description: ['og:description', 'description', 'twitter:description', 'dc.description'],
  published: [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'dcterms.issued',
    'dc.date.created',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'pubdate',
    'article.published',
    'published_time',
    'cxenseparse:recs:publishtime',
    'article_date_original',
    'originalpublicationdate',
    'pdate',
    'date',
  ],
  author: [
    'parsely-author',
    'author',
    'article:author',
    'sailthru.author',
    'dc.creator',
    'byl',
    'dcterms.creator',
    'cxenseparse:author',
    'twitter:creator',
  ],
  publisher: ['og:site_name', 'application-name', 'dc.publisher', 'cre', 'twitter:site'],
  language: ['og:locale', 'language', 'content-language', 'dc.language'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const sourceOf = (key: string, isItem: boolean): FieldSource => {
  if (isItem) return 'microdata';
  return /^(?:og|article|twitter):/.test(key) ? 'og' : 'meta';
};

/** What the meta elements of a page state, by name in small letters. */
export const readMetas = (page: PageTree): Facts => {
  const metas = new Map<string, Fact[]>();
  for (const meta of page.getElementsByTagName('meta')) {
    const item = meta.getAttribute('itemprop');
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv');
    const key = (name ?? item ?? '').toLowerCase();
    const value = cleanText(meta.getAttribute('content') ?? '');
    if (key === '' || value === '') continue;
    metas.set(key, [...(metas.get(key) ?? []), { value, source: sourceOf(key, name === null) }]);
  }
  return metas;
};

/** The first value of each key, in the order of the keys. */
export const firstFacts = (facts: Facts, keys: readonly string[]): readonly Fact[] =>
  keys.map((key) => facts.get(key)?.[0]).filter((fact) => fact !== undefined);
