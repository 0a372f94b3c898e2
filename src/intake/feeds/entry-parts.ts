import { resolveAddress } from '../line.ts';
import {
  attributeOf,
  childNamed,
  childrenNamed,
  descendantsNamed,
  elementsOf,
  rawTextOf,
  textOf,
  type XmlElement,
} from '../xml/xml-element.ts';
import type { FeedMedia } from './feed.ts';
import { readFeedDate } from './feed-date.ts';
import { plainIn, plainOf } from './rich-text.ts';

/** An address as a feed writes it, whole and safe to follow; null if it is not one of the web. */
export const webAddress = (written: string | null | undefined, base: string | null): string | null => {
  const address = (written ?? '').trim();
  if (/^https?:\/\/[^\s/]/i.test(address) && URL.canParse(address)) return address;
  return resolveAddress(address, base);
};

/** The address that an element holds as its text. */
export const addressIn = (element: XmlElement | undefined): string | null =>
  element === undefined ? null : webAddress(rawTextOf(element), element.base);

/** A link as Atom writes it: with what it leads to. */
interface AtomLink {
  readonly rel: string;
  readonly type: string;
  readonly url: string;
}

/** The links that Atom elements give. */
export const atomLinks = (element: XmlElement): readonly AtomLink[] =>
  childrenNamed(element, 'atom:link', 'link').flatMap((link) => {
    const url = webAddress(attributeOf(link, 'href'), link.base);
    const rel = (attributeOf(link, 'rel') ?? 'alternate').toLowerCase().replace(/^.*\//, '');
    return url === null ? [] : [{ rel, type: attributeOf(link, 'type') ?? '', url }];
  });

/** The page that an Atom element is about: an alternate in HTML before one of another type. */
export const alternateOf = (links: readonly AtomLink[]): string | null => {
  const alternates = links.filter(({ rel }) => rel === 'alternate');
  const page = alternates.find(({ type }) => type === '' || /html/.test(type));
  return page?.url ?? alternates[0]?.url ?? null;
};

/** The date in the first of some elements that holds one; of several of one name the last counts, as most readers have it. */
export const firstDate = (element: XmlElement, ...keys: readonly string[]): string | null =>
  keys
    .flatMap((key) => childrenNamed(element, key).toReversed())
    .map((child) => readFeedDate(rawTextOf(child)))
    .find((date) => date !== null) ?? null;

/** The name in the ways that feeds write authors: "jd@norwire.example (Jane Doe)", "Jane Doe <jd@norwire.example>"; an address alone stays as it is. */
export const authorName = (text: string): string | null => {
  const written = text.replace(/\s+/g, ' ').trim();
  const bracketed = /^(?:mailto:)?[^\s()<>]+@[^\s()<>]+\s*\((.+)\)$/i.exec(written)?.[1];
  const angled = /^(.*\S)\s*[<(](?:mailto:)?[^\s@<>()]+@[^\s<>()]+[>)]$/i.exec(written)?.[1];
  const name = (bracketed ?? angled ?? written).trim().replace(/^"(.*)"$/, '$1');
  return name || null;
};

const personName = (person: XmlElement): string | null => {
  const name = childNamed(person, 'atom:name', 'name', 'foaf:name', 'rdf:value');
  if (name !== undefined) return plainIn(name, 'unknown');
  if (elementsOf(person).length === 0) return authorName(plainOf(rawTextOf(person)));
  const within = descendantsNamed(person, 'foaf:name')[0];
  return textOf(within ?? childNamed(person, 'atom:email', 'email', 'atom:uri', 'atom:url'));
};

/** Who signs an element. The names of several elements of one vocabulary count, those of a second vocabulary repeat them. */
export const authorsIn = (element: XmlElement): readonly string[] => {
  const ways = [['atom:author'], ['author'], ['dc:creator'], ['dc:author'], ['itunes:author'], ['media:credit']];
  for (const keys of ways) {
    const found = childrenNamed(element, ...keys).filter(
      (each) => each.key !== 'media:credit' || /^(?:author|reporter|writer)$/i.test(attributeOf(each, 'role') ?? ''),
    );
    const names = found.map(personName).filter((name) => name !== null);
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
};

/** What an element is filed under. */
export const categoriesIn = (element: XmlElement): readonly string[] => {
  const found = [
    ...childrenNamed(element, 'category', 'atom:category', 'dc:subject', 'media:category'),
    ...descendantsNamed(element, 'itunes:category'),
  ];
  const lists = childrenNamed(element, 'itunes:keywords', 'media:keywords', 'news:keywords', 'tags');
  const names = [
    ...lists.flatMap((list) => (textOf(list) ?? '').split(/\s*,\s*/)),
    // A label is for readers, a term for programs, and some feeds have words in one and some in the other.
    ...found.flatMap((each) => [
      attributeOf(each, 'label'),
      attributeOf(each, 'term') ?? attributeOf(each, 'text') ?? textOf(each),
    ]),
  ];
  return [...new Set(names.filter((name) => name !== null && name !== ''))] as readonly string[];
};

const mediaUrl = (element: XmlElement): string | null =>
  webAddress(attributeOf(element, 'url') ?? attributeOf(element, 'href'), element.base);

/** What is said of a picture stands in its element, or in the ones around it. */
const toMedia = (element: XmlElement, around: readonly XmlElement[]): FeedMedia | null => {
  const url = mediaUrl(element);
  if (url === null) return null;
  const said = (key: string): string | null =>
    [element, ...around].map((each) => plainIn(childNamed(each, key), 'unknown')).find((text) => text !== null) ?? null;
  return {
    url,
    type: attributeOf(element, 'type') ?? attributeOf(element, 'medium'),
    caption: said('media:description') ?? said('media:text'),
    credit: said('media:credit'),
  };
};

/** The pictures, films and sounds of an entry, each address once. */
export const mediaIn = (entry: XmlElement): readonly FeedMedia[] => {
  const groups = childrenNamed(entry, 'media:group');
  const found = [
    ...childrenNamed(entry, 'media:content').map((each) => toMedia(each, [])),
    ...groups.flatMap((group) => childrenNamed(group, 'media:content').map((each) => toMedia(each, [group]))),
    ...childrenNamed(entry, 'enclosure').map((each) => toMedia(each, [])),
    ...childrenNamed(entry, 'atom:link', 'link')
      .filter((link) => attributeOf(link, 'rel') === 'enclosure')
      .map((each) => toMedia(each, [])),
    ...childrenNamed(entry, 'media:thumbnail', 'itunes:image').map((each) => toMedia(each, [])),
  ].filter((media) => media !== null);
  return [...new Map(found.reverse().map((media) => [media.url, media])).values()].reverse();
};
