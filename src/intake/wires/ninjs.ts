import { readFeedDate } from '../feeds/feed-date.ts';
import { isMarkup, plainOf } from '../feeds/rich-text.ts';
import { lettersOf } from '../letters.ts';
import { contentIn } from './content.ts';
import { noFacts, type WireFacts, type WirePicture } from './wire-facts.ts';
import { toWireItem, type WireItem } from './wire-item.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Version 3 writes "versionCreated" where 1 and 2 wrote "versioncreated". */
const lowered = (value: Json): Json =>
  Object.fromEntries(Object.entries(value).map(([key, each]) => [key.toLowerCase(), each]));

const line = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? plainOf(String(value)) || null : null;

/** A text of an item, with what it is for: "main", "caption", "xhtml". */
interface RoledText {
  readonly role: string;
  readonly type: string;
  readonly value: string;
}

/** CASE 1: a list of objects, as in 2 and 3. CASE 2: properties whose names end with the role, as in 1: "body_xhtml". */
const textsOf = (item: Json, one: string, many: string): readonly RoledText[] => {
  const listed = (Array.isArray(item[many]) ? item[many] : []).filter(isObject).map(lowered);
  const named = Object.entries(item).filter(([key]) => key === one || key.startsWith(`${one}_`));
  return [
    ...listed.map(({ role, contenttype, value }) => ({
      role: String(role ?? ''),
      type: String(contenttype ?? ''),
      value: String(value ?? ''),
    })),
    ...named.map(([key, value]) => ({
      role: key.slice(one.length + 1),
      type: '',
      value: typeof value === 'string' ? value : '',
    })),
  ].filter(({ value }) => value.trim() !== '');
};

/** Marked up text before plain text, which has lost its paragraphs; HTML before NITF, and what is as it was sent before what was enriched. */
const rank = ({ role, type, value }: RoledText): number => {
  const what = `${role} ${type}`.toLowerCase();
  if (/nitf/.test(what)) return /<nitf\b/i.test(value.slice(0, 500)) ? 2 : 9;
  if (/html/.test(what)) return /rich/.test(role) && /html5/.test(what) ? 1 : 0;
  return isMarkup(value) ? 1 : 3;
};

const bodyIn = (item: Json, name: string): WireFacts => {
  const bodies = textsOf(item, 'body', 'bodies').toSorted((a, b) => rank(a) - rank(b));
  for (const { value } of bodies) {
    const content = contentIn(value, name);
    if (content.body.length > 0) return content;
  }
  return noFacts;
};

const creditRole = /credit|source|byline/i;

const pictureIn = (given: Json): WirePicture => {
  const item = lowered(given);
  const descriptions = textsOf(item, 'description', 'descriptions');
  const caption =
    descriptions.find(({ role }) => /caption/i.test(role)) ?? descriptions.find(({ role }) => !creditRole.test(role));
  const credit = descriptions.find(({ role }) => /credit/i.test(role));
  return {
    caption: line(caption?.value),
    credit:
      line(credit?.value) ?? line(item.byline) ?? line(item.by) ?? line(item.creditline) ?? line(item.copyrightholder),
  };
};

/** Version 1 keeps what belongs to an item under names, 2 and 3 in a list. */
const associated = (item: Json): readonly Json[] => {
  const { associations } = item;
  if (Array.isArray(associations)) return associations.filter(isObject);
  return isObject(associations) ? Object.values(associations).filter(isObject) : [];
};

const isMediaType = (type: unknown): boolean => /^(?:picture|graphics?|video|audio|photo)$/i.test(String(type));

const titleIn = (given: Json): string | null => {
  const item = lowered(given);
  const headlines = textsOf(item, 'headline', 'headlines');
  const main = headlines.find(({ role }) => /^(?:main|)$/i.test(role)) ?? headlines[0];
  return line(main?.value) ?? line(item.title);
};

/** A teaser that only repeats how the text starts is no dek. */
const dekIn = (item: Json, title: string | null, content: WireFacts): string | null => {
  const headlines = textsOf(item, 'headline', 'headlines').find(({ role }) => /sub|second|dek|deck/i.test(role));
  const summaries = textsOf(item, 'description', 'descriptions').filter(({ role }) => !creditRole.test(role));
  const summary =
    summaries.find(({ role }) => !/caption/i.test(role)) ?? (content.body.length === 0 ? summaries[0] : undefined);
  const dek = line(headlines?.value) ?? line(summary?.value);
  const start = lettersOf(content.body.map(({ text }) => text).join(' ')).replace(lettersOf(title ?? ''), '');
  return dek !== null && start.includes(lettersOf(dek).slice(0, 120)) ? null : dek;
};

const namesIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : []).filter(isObject).flatMap(({ name }) => (typeof name === 'string' ? [name] : []));

const factsOf = (item: Json, name: string, isMedia: boolean): WireFacts => {
  const content = bodyIn(item, name);
  const title = titleIn(item) ?? content.title;
  const by = line(item.byline) ?? line(item.by);
  const holder = line(item.copyrightholder);
  const parts = associated(item);
  const dates = [item.firstcreated, item.contentcreated, item.versioncreated].map((date) => readFeedDate(line(date)));
  return {
    ...content,
    title,
    dek: isMedia ? null : (dekIn(item, title, content) ?? content.dek),
    signatures: by === null || isMedia ? content.signatures : [by],
    sources: [...namesIn(item.infosources), ...(holder === null ? [] : [holder]), ...content.sources],
    publisher: holder ?? content.publisher,
    published: dates.find((date) => date !== null) ?? content.published,
    filed: content.filed,
    place: content.place ?? (isMedia ? null : line(item.located)),
    language: line(item.language) ?? content.language,
    url: line(item.uri),
    pictures: [
      ...(isMedia ? [pictureIn(item)] : []),
      ...content.pictures,
      ...parts
        .filter(({ type }) => isMediaType(type))
        .map(pictureIn)
        .filter(({ caption }) => caption !== null),
    ],
    related: parts.flatMap((part) => {
      const partTitle = isMediaType(part.type) ? null : titleIn(part);
      return partTitle === null ? [] : [{ title: partTitle, url: line(part.uri) }];
    }),
  };
};

const telling =
  /^(?:headline|body|description)(?:s|_\w+)?$|^bodies$|^versioncreated$|^pubstatus$|^representationtype$|^renditions$/;

const types = new Set(['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'planning', 'component', 'event']);

/** Whether a JSON value is an item of ninjs (IPTC, 1.0 to 3.1), or a list of them. */
export const isNinjs = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0 && value.every(isNinjs);
  if (!isObject(value) || typeof value.uri !== 'string') return false;
  return types.has(String(value.type)) || Object.keys(lowered(value)).some((key) => telling.test(key));
};

const ninjsItem = (value: Json, name: string): WireItem => {
  const item = lowered(value);
  const type = line(item.type) ?? 'text';
  return toWireItem(name, factsOf(item, name, isMediaType(type)), {
    type: isMediaType(type) ? type : type === 'event' ? 'event' : 'text',
    status: line(item.pubstatus),
    embargo: line(item.embargoed),
  });
};

/** The items of a ninjs value: one, or each of a list. */
export const ninjsItems = (value: unknown, name: string): readonly WireItem[] => {
  const all = Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
  return all.map((item, index) =>
    ninjsItem(item, all.length > 1 ? `${name}#${line(lowered(item).uri) ?? index + 1}` : name),
  );
};
