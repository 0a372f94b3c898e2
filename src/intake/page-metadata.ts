import type { FieldSource, SourcedField, Sources } from '../text/index.ts';
import { agencyNamed } from './agencies.ts';
import { addressDay, dateIn } from './date-line.ts';
import { articleNode, type Json, type JsonObject, textOf } from './json-ld.ts';
import { lettersOf } from './letters.ts';
import { realAddress } from './line.ts';
import { cutSite } from './outlets.ts';
import { readAuthors } from './page-authors.ts';
import { cleanText, type Fact, readItems } from './page-items.ts';
import { firstFacts, metaKeys, readMetas } from './page-metas.ts';
import { withoutSite } from './page-titles.ts';
import type { PageTree } from './tree/page-tree.ts';

/** What a page says about its report outside the text. */
export interface PageMetadata {
  /** The headlines that it states, the surest first, and where. */
  readonly titles: readonly Fact[];
  readonly descriptions: readonly string[];
  readonly byline: readonly string[];
  readonly agency: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** Where the fields above were found. */
  readonly sources: Sources;
  /** Whether it says that it is a live blog. */
  readonly isLive: boolean;
  /** The whole text, where the page gives it for machines. */
  readonly articleBody: string | null;
}

/** ISO 8601 of a date that a page states for machines; null if it is none. */
const machineDate = (value: string): string | null => {
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

const timeDates = (page: PageTree): readonly Fact[] =>
  page
    .getElementsByTagName('time')
    .flatMap((time) =>
      [time.getAttribute('datetime'), time.textContent]
        .filter((value) => value !== null)
        .map((value): Fact => ({ value: cleanText(value), source: 'time-element' })),
    );

const fact = (value: string | null | undefined, source: FieldSource): readonly Fact[] => {
  const text = cleanText(value ?? '');
  return text === '' ? [] : [{ value: text, source }];
};

/** The first of some facts that can be read, and where it stood. */
const pick = (facts: readonly Fact[], read: (value: string) => string | null): Fact | null => {
  for (const { value, source } of facts) {
    const found = read(value);
    if (found !== null) return { value: found, source };
  }
  return null;
};

/** A name is no address, as which some pages refer to their publisher. */
const nameOf = (text: string): string | null => (/^https?:|#/.test(text) ? null : text.replace(/^@/, ''));

const languageOf = (text: string): string | null =>
  /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(text) ? text.replace('_', '-') : null;

/** A paper that signs with its own name is no person. */
const isOwnName = (name: string, publisher: string | null): boolean =>
  lettersOf(publisher ?? '').includes(lettersOf(name));

/** The sources of a page's JSON-LD. */
export const linkedData = (page: PageTree): readonly string[] =>
  page
    .getElementsByTagName('script')
    .filter((script) => script.getAttribute('type')?.includes('ld+json'))
    .map((script) => script.textContent);

const canonicalLink = (page: PageTree): string | null | undefined =>
  page
    .getElementsByTagName('link')
    .find((link) => link.getAttribute('rel') === 'canonical')
    ?.getAttribute('href');

/** Everything in which a page states something of its report. */
const statedOn = (page: PageTree) => {
  const node = articleNode(linkedData(page));
  return {
    node,
    items: readItems(page),
    metas: readMetas(page),
    pageTitle: cleanText(page.getElementsByTagName('title')[0]?.textContent ?? ''),
    linked: (key: string): readonly Fact[] => fact(textOf((node as JsonObject | null)?.[key] as Json), 'json-ld'),
  };
};

type Stated = ReturnType<typeof statedOn>;

const titlesOf = ({ items, metas, pageTitle, linked }: Stated): readonly Fact[] => [
  ...linked('headline'),
  ...firstFacts(metas, metaKeys.title),
  ...firstFacts(items, ['headline', 'dc.title']),
  ...linked('alternativeHeadline'),
  ...firstFacts(items, ['alternativeheadline']),
  ...fact(pageTitle, 'title-element'),
];

const publishedOn = (page: PageTree, { items, metas, linked }: Stated, url: string | null): Fact | null => {
  const stated = [
    ...linked('datePublished'),
    ...linked('dateCreated'),
    ...firstFacts(items, [
      'datepublished',
      'datecreated',
      'dcterms.issued',
      'dcterms.created',
      'dc.date',
      'dcterms.date',
    ]),
    ...firstFacts(metas, metaKeys.published),
    ...timeDates(page),
  ];
  const day = addressDay(url);
  return pick(stated, machineDate) ?? (day === null ? null : { value: day, source: 'url' });
};

const publisherOf = ({ items, metas, pageTitle, linked }: Stated): Fact | null =>
  pick(
    [
      ...linked('publisher'),
      ...firstFacts(items, ['publisher', 'dc.publisher']),
      ...firstFacts(metas, metaKeys.publisher),
      ...fact(cutSite(pageTitle).site, 'title-element'),
    ],
    nameOf,
  );

const addressOf = (page: PageTree, { metas, linked }: Stated): Fact | null =>
  pick(
    [
      ...fact(canonicalLink(page), 'link'),
      ...firstFacts(metas, ['og:url']),
      ...linked('url'),
      ...linked('mainEntityOfPage'),
    ],
    realAddress,
  );

const languageOn = (page: PageTree, { metas, linked }: Stated): Fact | null =>
  pick(
    [
      ...fact(page.documentElement.getAttribute('lang'), 'lang'),
      ...linked('inLanguage'),
      ...firstFacts(metas, metaKeys.language),
    ],
    languageOf,
  );

const sourcesOf = (fields: Readonly<Partial<Record<SourcedField, FieldSource | null | undefined>>>): Sources =>
  Object.fromEntries(Object.entries(fields).filter(([, source]) => source !== null && source !== undefined));

/** Reads what a page says about its report for machines: JSON-LD first, then microdata and RDFa, then meta elements, then `<time>`, then the address. */
export const readMetadata = (page: PageTree): PageMetadata => {
  const stated = statedOn(page);
  const publisher = publisherOf(stated);
  const url = addressOf(page, stated);
  const published = publishedOn(page, stated, url?.value ?? null);
  const language = languageOn(page, stated);
  const authors = readAuthors(stated.node, stated.items, stated.metas);
  const byline = authors.byline.filter((name) => !isOwnName(name, publisher?.value ?? null));
  const ownAgency = publisher === null ? null : agencyNamed(publisher.value);
  return {
    titles: titlesOf(stated).map(({ value, source }) => ({
      value: withoutSite(value, publisher?.value ?? null),
      source,
    })),
    descriptions: [
      ...stated.linked('description'),
      ...firstFacts(stated.items, ['description']),
      ...firstFacts(stated.metas, metaKeys.description),
    ].map(({ value }) => value),
    byline,
    agency: authors.agency ?? ownAgency,
    publisher: publisher?.value ?? null,
    published: published?.value ?? null,
    language: language?.value ?? null,
    url: url?.value ?? null,
    sources: sourcesOf({
      byline: byline.length > 0 ? authors.bylineSource : null,
      agency: authors.agency === null ? (ownAgency === null ? null : publisher?.source) : authors.agencySource,
      publisher: publisher?.source,
      published: published?.source,
      language: language?.source,
      url: url?.source,
    }),
    isLive: [stated.node?.['@type']].flat().includes('LiveBlogPosting'),
    articleBody: textOf(stated.node?.articleBody),
  };
};
