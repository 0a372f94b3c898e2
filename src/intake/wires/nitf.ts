import { readFeedDate } from '../feeds/feed-date.ts';
import { markupPieces } from '../xml/markup-pieces.ts';
import { attributeOf, childNamed, descendantsNamed, textOf, type XmlElement } from '../xml/xml-element.ts';
import { noFacts, type WireFacts, type WirePicture } from './wire-facts.ts';

const first = (element: XmlElement, ...keys: readonly string[]): XmlElement | undefined =>
  keys.map((key) => descendantsNamed(element, key)[0]).find((found) => found !== undefined);

const dateOf = (nitf: XmlElement): string | null => {
  const written = [
    attributeOf(first(nitf, 'date.issue'), 'norm'),
    attributeOf(first(nitf, 'pubdata'), 'date.publication'),
    attributeOf(first(nitf, 'date.release'), 'norm'),
    attributeOf(first(nitf, 'story.date'), 'norm'),
    textOf(first(nitf, 'story.date')),
  ];
  return written.map(readFeedDate).find((date) => date !== null) ?? null;
};

const pictureOf = (media: XmlElement): WirePicture => ({
  caption:
    markupPieces(childNamed(media, 'media-caption') ?? media)
      .map(({ text }) => text)
      .join(' ') || null,
  credit:
    textOf(childNamed(media, 'media-producer')) ?? attributeOf(childNamed(media, 'media-reference'), 'source-credit'),
});

/** Pictures lie anywhere in the text; their words do not belong to it. */
const withoutMedia = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children
    .filter((child) => typeof child === 'string' || child.local !== 'media')
    .map((child) => (typeof child === 'string' ? child : withoutMedia(child))),
});

const bodyOf = (nitf: XmlElement): XmlElement | undefined =>
  first(nitf, 'body.content') ?? childNamed(nitf, 'body') ?? (nitf.local === 'body' ? nitf : undefined);

/** What a report in NITF (IPTC, 2.5 to 3.6) says of itself; `nitf` is its outermost element, or the body alone. */
export const nitfFacts = (nitf: XmlElement): WireFacts => {
  const head = first(nitf, 'body.head');
  const hedline = head === undefined ? undefined : childNamed(head, 'hedline');
  const body = bodyOf(nitf);
  const within = (key: string): string | null => textOf(childNamed(head, key));
  const location = head === undefined ? undefined : first(head, 'location');
  const tagline = textOf(first(nitf, 'tagline'));
  const distributor = within('distributor');
  const holder = attributeOf(first(nitf, 'doc.copyright'), 'holder');
  const source = attributeOf(first(nitf, 'doc-id'), 'regsrc');
  return {
    ...noFacts,
    title: textOf(childNamed(hedline, 'hl1')) ?? within('hl1') ?? textOf(childNamed(childNamed(nitf, 'head'), 'title')),
    dek: within('abstract') ?? textOf(childNamed(hedline, 'hl2')),
    signatures: head === undefined ? [] : descendantsNamed(head, 'byline').map((line) => textOf(line) ?? ''),
    sources: [distributor, source, holder].filter((name) => name !== null),
    publisher: attributeOf(first(nitf, 'pubdata'), 'name') ?? distributor ?? holder,
    published: dateOf(nitf),
    filed: within('dateline'),
    place: textOf(location),
    language: nitf.language ?? body?.language ?? null,
    url: attributeOf(first(nitf, 'pubdata'), 'ex-ref') ?? attributeOf(first(nitf, 'doc-id'), 'id-string'),
    body: [
      ...(body === undefined ? [] : markupPieces(withoutMedia(body))),
      ...(tagline === null ? [] : [{ kind: 'paragraph', text: tagline } as const]),
    ],
    pictures: body === undefined ? [] : descendantsNamed(body, 'media').map(pictureOf),
  };
};
