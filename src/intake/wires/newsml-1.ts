import { readFeedDate } from '../feeds/feed-date.ts';
import {
  attributeOf,
  childNamed,
  childrenNamed,
  descendantsNamed,
  textOf,
  type XmlElement,
} from '../xml/xml-element.ts';
import { contentOf } from './content.ts';
import { noFacts, type WireFacts, type WirePicture } from './wire-facts.ts';
import { toWireItem, type WireItem } from './wire-item.ts';

const formalName = (element: XmlElement | undefined): string | null => attributeOf(element, 'formalname');

/** The way to an element through the first of each name. */
const at = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((each, key) => childNamed(each, key), element);

const roleOf = (component: XmlElement): string => formalName(childNamed(component, 'role')) ?? '';

/** The components of a report: a component may hold others, for its pictures or its parts. */
const componentsOf = (item: XmlElement): readonly XmlElement[] => descendantsNamed(item, 'newscomponent');

const linesOf = (component: XmlElement | undefined, key: string): string | null =>
  textOf(at(component, 'newslines', key));

const isCaption = (component: XmlElement): boolean => /caption/i.test(roleOf(component));

const textIn = (component: XmlElement): readonly WireFacts[] =>
  childrenNamed(component, 'contentitem')
    .filter((content) => /^(?:text.*|)$/i.test(formalName(childNamed(content, 'mediatype')) ?? ''))
    .flatMap((content) => childrenNamed(content, 'datacontent'))
    .map(contentOf);

const pictureOf = (component: XmlElement): WirePicture => ({
  caption:
    textIn(component)
      .flatMap(({ body }) => body.map(({ text }) => text))
      .join(' ') || null,
  credit: linesOf(component, 'creditline'),
});

const factsOf = (item: XmlElement, envelope: XmlElement | undefined): WireFacts => {
  const components = componentsOf(item);
  const withLines = components.filter((each) => childNamed(each, 'newslines') !== undefined);
  const lines = (key: string): string | null =>
    withLines.map((each) => linesOf(each, key)).find((line) => line !== null) ?? null;
  const contents = components.filter((each) => !isCaption(each)).flatMap(textIn);
  const content = contents.find(({ title }) => title !== null) ?? contents[0] ?? noFacts;
  const management = childNamed(item, 'newsmanagement');
  const administrative = components
    .map((each) => childNamed(each, 'administrativemetadata'))
    .find((each) => each !== undefined);
  const provider = formalName(at(administrative, 'provider', 'party')) ?? formalName(at(envelope, 'sentfrom', 'party'));
  const source = formalName(at(administrative, 'source', 'party'));
  const dates = [at(management, 'firstcreated'), at(management, 'thisrevisioncreated'), at(envelope, 'dateandtime')];
  const language = components
    .map((each) => formalName(at(each, 'descriptivemetadata', 'language')))
    .find((each) => each !== null);
  const signature = lines('byline');
  return {
    ...content,
    title: lines('headline') ?? content.title,
    dek: lines('subheadline') ?? content.dek,
    signatures: signature === null ? content.signatures : [signature],
    sources: [source, lines('creditline'), provider].filter((name) => name !== null),
    publisher: provider ?? content.publisher,
    published: dates.map((date) => readFeedDate(textOf(date))).find((date) => date !== null) ?? content.published,
    filed: lines('dateline') ?? content.filed,
    language: language ?? content.language ?? item.language,
    url: textOf(descendantsNamed(item, 'publicidentifier')[0]),
    body: contents.flatMap(({ body }) => body),
    pictures: [...components.filter(isCaption).map(pictureOf), ...content.pictures],
  };
};

/** The news items of a NewsML 1.x file (IPTC, 1.0 to 1.2). */
export const newsMl1Items = (root: XmlElement, name: string): readonly WireItem[] => {
  const items = childrenNamed(root, 'newsitem');
  const envelope = childNamed(root, 'newsenvelope');
  return items.map((item, index) => {
    const own = items.length > 1 ? `${name}#${index + 1}` : name;
    return toWireItem(own, factsOf(item, envelope), {
      type: 'text',
      status: formalName(at(item, 'newsmanagement', 'status')),
      embargo: null,
    });
  });
};
