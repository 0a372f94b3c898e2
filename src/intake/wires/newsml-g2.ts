import { webAddress } from '../feeds/entry-parts.ts';
import { readFeedDate } from '../feeds/feed-date.ts';
import { attributeOf, childNamed, childrenNamed, elementsOf, textOf, type XmlElement } from '../xml/xml-element.ts';
import { contentOf } from './content.ts';
import type { WireFacts, WirePicture } from './wire-facts.ts';
import { toWireItem, type WireItem } from './wire-item.ts';

/** The last part of a code: "ninat:text", "http://cv.iptc.org/newscodes/ninature/text" → "text". */
const codeOf = (element: XmlElement | undefined): string | null =>
  (attributeOf(element, 'qcode') ?? attributeOf(element, 'uri'))?.split(/[:/#]/).at(-1) ?? null;

/** A name may be given in several languages; the first is the item's own. */
const nameOf = (element: XmlElement | undefined): string | null => textOf(childNamed(element, 'name'));

const roleOf = (element: XmlElement): string => attributeOf(element, 'role') ?? attributeOf(element, 'roleuri') ?? '';

const hasRole =
  (role: RegExp) =>
  (element: XmlElement): boolean =>
    role.test(roleOf(element));

const pickDate = (...elements: readonly (XmlElement | undefined)[]): string | null =>
  elements.map((element) => readFeedDate(textOf(element))).find((date) => date !== null) ?? null;

const descriptionsOf = (meta: XmlElement | undefined): readonly XmlElement[] =>
  meta === undefined ? [] : childrenNamed(meta, 'description');

/** Editors' code for a headline that stands under another. */
const underTitle = /sub|second|kicker|dek|deck/i;

const headlinesOf = (meta: XmlElement | undefined): Pick<WireFacts, 'title' | 'dek'> => {
  const all = meta === undefined ? [] : childrenNamed(meta, 'headline');
  const main = all.find((each) => !hasRole(underTitle)(each));
  const under = all.find(hasRole(underTitle)) ?? all.filter((each) => each !== main && roleOf(each) === '')[0];
  const summary = descriptionsOf(meta).find(hasRole(/summary|abstract|lead|teaser/i));
  return { title: textOf(main), dek: textOf(under) ?? textOf(summary) };
};

const photographer = /photo|camera|graph|video|artist/i;

const creatorsOf = (meta: XmlElement | undefined): readonly XmlElement[] =>
  meta === undefined
    ? []
    : childrenNamed(meta, 'creator').filter((each) => !photographer.test(roleOf(each) + (codeOf(each) ?? '')));

/** Who is named in the rights, where nobody else is. */
const holderOf = (item: XmlElement): string | null =>
  nameOf(childNamed(childNamed(item, 'rightsinfo'), 'copyrightholder'));

const captionOf = (meta: XmlElement | undefined, isMedia: boolean): WirePicture | null => {
  const all = descriptionsOf(meta);
  const caption =
    all.find(hasRole(/caption/i)) ?? (isMedia ? all.find((each) => !hasRole(/credit/i)(each)) : undefined);
  const maker =
    meta === undefined
      ? undefined
      : childrenNamed(meta, 'creator').find((each) => photographer.test(roleOf(each) + (codeOf(each) ?? '')));
  return caption === undefined
    ? null
    : { caption: textOf(caption), credit: textOf(childNamed(meta, 'creditline')) ?? nameOf(maker) };
};

const relatedOf = (meta: XmlElement | undefined): WireFacts['related'] =>
  (meta === undefined ? [] : childrenNamed(meta, 'link')).flatMap((link) => {
    const title = textOf(childNamed(link, 'title', 'headline', 'name'));
    return title === null ? [] : [{ title, url: webAddress(attributeOf(link, 'href'), null) }];
  });

const addressOf = (item: XmlElement, meta: XmlElement | undefined): string | null => {
  const links = meta === undefined ? [] : childrenNamed(meta, 'link');
  const own = links.find((link) => /canonical|alternate|itself/i.test(attributeOf(link, 'rel') ?? ''));
  return webAddress(attributeOf(own, 'href'), null) ?? attributeOf(item, 'guid');
};

const placeOf = (meta: XmlElement | undefined): string | null => {
  const located = childNamed(meta, 'located');
  return nameOf(located);
};

/** What the fields of an item say; those of the text that it carries fill what is left open. */
const factsOf = (item: XmlElement, isMedia: boolean): WireFacts => {
  const meta = childNamed(item, 'contentmeta');
  const about = childNamed(item, 'itemmeta');
  const content = contentIn(item);
  const { title, dek } = headlinesOf(meta);
  const provider = nameOf(childNamed(about, 'provider'));
  const names = [
    ...(meta === undefined ? [] : childrenNamed(meta, 'infosource').map((each) => nameOf(each) ?? codeOf(each))),
    provider ?? codeOf(childNamed(about, 'provider')),
    textOf(childNamed(meta, 'creditline')),
  ];
  const picture = captionOf(meta, isMedia);
  const by = [textOf(childNamed(meta, 'by')), ...creatorsOf(meta).map(nameOf)].filter((name) => name !== null);
  return {
    title: title ?? content.title ?? textOf(childNamed(about, 'title')),
    dek: dek ?? content.dek,
    signatures: content.signatures.length > 0 ? content.signatures : by,
    sources: [...names.filter((name) => name !== null), ...content.sources],
    publisher: provider ?? holderOf(item) ?? content.publisher,
    published:
      pickDate(
        childNamed(about, 'firstcreated'),
        childNamed(meta, 'contentcreated'),
        childNamed(about, 'versioncreated'),
      ) ?? content.published,
    filed: textOf(childNamed(meta, 'dateline')) ?? content.filed,
    place: content.place ?? (isMedia ? null : placeOf(meta)),
    language: attributeOf(childNamed(meta, 'language'), 'tag') ?? content.language ?? item.language,
    url: addressOf(item, about),
    body: content.body,
    pictures: [...(picture === null ? [] : [picture]), ...content.pictures],
    related: relatedOf(about),
  };
};

const contentIn = (item: XmlElement): WireFacts => {
  const set = childNamed(item, 'contentset');
  const inline = set === undefined ? [] : childrenNamed(set, 'inlinexml', 'inlinedata');
  const read = inline.filter((each) => attributeOf(each, 'encoding') === null).map(contentOf);
  const language = inline.map(({ language: each }) => each).find((each) => each !== null) ?? null;
  const best = read.find(({ body }) => body.length > 0) ?? read[0];
  return best === undefined ? contentOf({ ...item, children: [] }) : { ...best, language: best.language ?? language };
};

/** A news item of NewsML-G2 (IPTC, 2.0 to 2.35). */
const newsItem = (item: XmlElement, name: string): WireItem => {
  const about = childNamed(item, 'itemmeta');
  const type = codeOf(childNamed(about, 'itemclass')) ?? 'text';
  const isMedia = /picture|graphic|video|audio|animation/i.test(type);
  return toWireItem(name, factsOf(item, isMedia), {
    type,
    status: codeOf(childNamed(about, 'pubstatus')),
    embargo: textOf(childNamed(about, 'embargoed')),
  });
};

const others: ReadonlyMap<string, string> = new Map([
  ['packageitem', 'a package, which lists other items'],
  ['conceptitem', 'a concept item, which describes a person, place, body or event'],
  ['knowledgeitem', 'a knowledge item, which lists codes or concepts'],
  ['planningitem', 'a planning item, which announces coverage'],
  ['catalogitem', 'a catalog of codes'],
]);

const toItem = (item: XmlElement, name: string): WireItem => {
  if (item.local === 'newsitem') return newsItem(item, name);
  return { kind: 'other', what: others.get(item.local) ?? `an element "${item.local}"` };
};

/** The names of the elements with which NewsML-G2 opens. */
export const isNewsMlG2 = ({ local }: XmlElement): boolean =>
  local === 'newsitem' || local === 'newsmessage' || others.has(local);

/** The items of a NewsML-G2 file: one item, or a message with a set of them. */
export const newsMlG2Items = (root: XmlElement, name: string): readonly WireItem[] => {
  if (root.local !== 'newsmessage') return [toItem(root, name)];
  const items = childNamed(root, 'itemset');
  return (items === undefined ? [] : elementsOf(items)).map((item, index) =>
    toItem(item, `${name}#${attributeOf(item, 'guid') ?? index + 1}`),
  );
};
