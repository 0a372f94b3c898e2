import type { Document } from '../src/text/index.ts';

/** A thing that a file says in so many words, and whether the document that was read from it says the same. */
export interface WireCheck {
  readonly field: string;
  readonly wanted: string;
  readonly own: unknown;
  readonly isRight: boolean;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words between tags, by a plain walk that shares nothing with the readers. */
const words = (markup: string): string =>
  markup
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();

const squeezed = (text: string): string => text.replace(/\s+/g, '');

const inner = (source: string, element: string, attributes = ''): readonly string[] =>
  [...source.matchAll(new RegExp(`<${element}\\b(?=[^>]*${attributes})[^>/]*>([\\s\\S]*?)</${element}>`, 'g'))].map(
    ([, text = '']) => text,
  );

const attribute = (source: string, element: string, name: string): string | null =>
  new RegExp(`<${element}\\b[^>]*\\s${name}="([^"]*)"`).exec(source)?.[1] ?? null;

const check = (
  field: string,
  wanted: string | null | undefined,
  own: unknown,
  isRight: (wanted: string) => boolean,
): readonly WireCheck[] =>
  wanted === null || wanted === undefined || wanted === '' ? [] : [{ field, wanted, own, isRight: isRight(wanted) }];

const isInstant = (own: string | null, wanted: string): boolean =>
  own !== null && Date.parse(own) === Date.parse(wanted.trim().replace(/\.\d+/, ''));

/** Filler that is no language may be told as such. */
const isLanguage = (own: string, wanted: string): boolean => own === 'und' || own.slice(0, 2) === wanted.slice(0, 2);

/** Every paragraph of the source stands in the text, the signature aside. */
const bodyChecks = (document: Document, paragraphs: readonly string[]): readonly WireCheck[] => {
  const text = squeezed(document.text);
  return paragraphs
    .map(words)
    .filter((each) => squeezed(each).length > 3)
    .flatMap((each) => check('body', each, null, () => text.includes(squeezed(each))));
};

const names = (source: string): readonly string[] => {
  // Whoever made a picture is its credit.
  if (!/ninat:text/.test(source)) return [];
  const signed = inner(source, 'byline').map((line) =>
    words(line.replace(/<byttl>[\s\S]*<\/byttl>/, ''))
      .replace(/^By /, '')
      .replace(/[\s,]+$/, ''),
  );
  const made = [...source.matchAll(/<creator\b(?![^>]*photographer)[^>]*>\s*<name>([^<]*)<\/name>/g)].map(
    ([, name = '']) => name.trim(),
  );
  const people = made.filter((name) => /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name));
  return signed.some((name) => name !== '') ? signed.filter((name) => name !== '') : people;
};

/** What a news item of NewsML-G2 says of itself, against the document; `item` is its source. */
export const checkNewsItem = (item: string, document: Document): readonly WireCheck[] => {
  const lines = [...item.matchAll(/<headline\b([^>]*)>([\s\S]*?)<\/headline>/g)];
  const headline = lines.find(([, role = '']) => !/subtitle/.test(role))?.[2] ?? inner(item, 'hl1')[0];
  const about = inner(item, 'itemMeta')[0] ?? '';
  const meta = inner(item, 'contentMeta')[0] ?? '';
  const date = [
    inner(about, 'firstCreated')[0],
    inner(meta, 'contentCreated')[0],
    inner(about, 'versionCreated')[0],
  ].find((each) => each !== undefined);
  const content = inner(item, 'contentSet')[0] ?? '';
  const caption = inner(meta, 'description', 'caption').map(words)[0];
  return [
    ...check(
      'title',
      headline === undefined ? null : words(headline),
      document.title,
      (wanted) => document.title === wanted,
    ),
    ...check('published', date?.trim(), document.published, (wanted) => isInstant(document.published, wanted)),
    ...check(
      'language',
      attribute(meta, 'language', 'tag') ?? attribute(item, 'newsItem', 'xml:lang'),
      document.language,
      (wanted) => isLanguage(document.language, wanted),
    ),
    ...check(
      'publisher',
      inner(inner(about, 'provider')[0] ?? '', 'name').map(words)[0],
      document.publisher,
      (wanted) => document.publisher === wanted,
    ),
    ...check('guid', attribute(item, 'newsItem', 'guid'), document.url, (wanted) => document.url === wanted),
    ...check('caption', caption, document.images, (wanted) =>
      document.images.some((image) => image.caption === wanted),
    ),
    ...check(
      'byline',
      names(item).join('; '),
      document.byline,
      // A body that signs is no author, but the agency or the publisher ("The Norland Wire" for "Norland Wire").
      (wanted) =>
        document.byline.join('; ') === wanted ||
        [document.agency, document.publisher].some((name) => name?.endsWith(wanted) === true),
    ),
    ...bodyChecks(document, inner(content, 'p')),
  ];
};

type Json = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

const headlineOf = (item: Json): string | null => {
  const main = listOf(item.headlines).find(({ role }) => role === 'main') ?? listOf(item.headlines)[0];
  const own = Object.keys(item).find((key) => /^headline_/.test(key));
  return (
    text(item.headline) ??
    text(item.headline_main) ??
    text(main?.value) ??
    text(own === undefined ? null : item[own]) ??
    text(item.title)
  );
};

const bodyOf = (item: Json): string | null => {
  const listed = listOf(item.bodies).filter(({ role }) => !/ttnitf|rich/.test(String(role)));
  const marked = listed.find(({ value }) => /<p>/.test(String(value))) ?? listed[0];
  return (
    text(item.body_xhtml) ??
    text(item.body_richtext) ??
    text(marked?.value) ??
    text(item.body_text) ??
    text(item.body_main)
  );
};

/** The paragraphs of a marked up text; lines of a plain one. */
const paragraphsOf = (body: string): readonly string[] => {
  const marked = [...body.matchAll(/<p\b[^>]*>([\s\S]*?)(?=<\/p>|<p\b|$)/g)].map(([, each = '']) => each);
  return marked.length > 0 ? marked : body.split(/\n+|<br ?\/?>/);
};

/** What an item of ninjs says of itself, against the document. */
export const checkNinjs = (item: Json, document: Document): readonly WireCheck[] => {
  const date = [
    item.firstcreated,
    item.firstCreated,
    item.contentcreated,
    item.contentCreated,
    item.versioncreated,
    item.versionCreated,
  ]
    .map(text)
    .find((each) => each !== null);
  const by = text(item.byline) ?? text(item.by);
  const title = headlineOf(item);
  const body = bodyOf(item);
  const isMedia = /^(?:picture|video|audio)$/.test(String(item.type));
  return [
    ...check('title', title === null ? null : words(title), document.title, (wanted) => document.title === wanted),
    ...check('published', date, document.published, (wanted) => isInstant(document.published, wanted)),
    ...check('language', text(item.language), document.language, (wanted) => isLanguage(document.language, wanted)),
    ...check('uri', text(item.uri), document.url, (wanted) => document.url === wanted),
    ...check(
      'byline',
      by === null || isMedia || !/ /.test(by) ? null : by,
      document.byline,
      (wanted) => document.byline.length > 0 && document.byline.every((name) => wanted.includes(name)),
    ),
    ...bodyChecks(document, body === null ? [] : paragraphsOf(body)),
  ];
};
