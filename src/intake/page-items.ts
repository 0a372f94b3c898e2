import type { FieldSource } from '../text/index.ts';
import type { PageTree, TreeElement } from './tree/page-tree.ts';

/** A value that a page states for machines, and in which of its vocabularies. */
export interface Fact {
  readonly value: string;
  readonly source: FieldSource;
}

/** Values by name, in the order of the page. */
export type Facts = ReadonlyMap<string, readonly Fact[]>;

/** The words of a value without markup, and its white space as single blanks. */
export const cleanText = (text: string): string =>
  text
    .replace(/<[^>]{1,200}>/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .toWellFormed()
    .trim();

const articleType = /(?:Article|BlogPosting|Report|Review)\b/i;
const aloneTypes = /(?:WebPage|CreativeWork)\b/i;

const typeOf = (node: TreeElement): string | null =>
  node.getAttribute('itemtype') ?? node.getAttribute('typeof') ?? (node.getAttribute('itemscope') === null ? null : '');

/** The element in whose item a property stands; null if in none. */
const scopeOf = (node: TreeElement): TreeElement | null => {
  for (let each = node.parentNode; each !== null; each = each.parentNode)
    if (each.isElement() && typeOf(each) !== null) return each;
  return null;
};

/** "schema:datePublished", "http://schema.org/headline", "dc:date" → "datepublished", "headline", "dc:date". */
const nameOf = (written: string): string =>
  written
    .toLowerCase()
    .replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '')
    .replace(/^(dc|dcterms):/, '$1.');

const attributes: Readonly<Record<string, string>> = { a: 'href', link: 'href', time: 'datetime' };

const isName = (node: TreeElement): boolean =>
  node.getAttribute('itemprop') === 'name' || (node.getAttribute('property')?.endsWith('name') ?? false);

/** An item that is a value is known by its name: an author by that of the person. */
const statedValue = (node: TreeElement, name: string): string => {
  const stated = node.getAttribute('content') ?? node.getAttribute('datetime');
  if (stated !== null) return cleanText(stated);
  const inner = node.elements(isName)[0];
  if (inner !== undefined) return cleanText(inner.getAttribute('content') ?? inner.textContent);
  const isAddress = /^(?:url|mainentityofpage)$/.test(name);
  const attribute = isAddress ? node.getAttribute(attributes[node.localName] ?? 'content') : null;
  return cleanText(attribute ?? node.textContent);
};

const wanted =
  /^(?:headline|alternativeheadline|description|datepublished|datecreated|author|creator|publisher|url|inlanguage|dc\.(?:title|date|creator|publisher)|dcterms\.(?:created|issued|date|creator))$/;

interface Property extends Fact {
  readonly name: string;
  readonly scope: TreeElement | null;
}

/** In the head, `property` is Open Graph, which is read with the other meta elements. */
const isHeadMeta = (node: TreeElement, scope: TreeElement | null): boolean =>
  node.localName === 'meta' && scope === null;

/** In characters: a longer value is a text. */
const LONGEST_VALUE = 2000;

const propertiesIn = (node: TreeElement): readonly Property[] => {
  const scope = scopeOf(node);
  if (isHeadMeta(node, scope)) return [];
  const item = node.getAttribute('itemprop');
  const names = (item ?? node.getAttribute('property') ?? '').split(/\s+/).map(nameOf);
  return names
    .filter((name) => wanted.test(name))
    .map(
      (name): Property => ({
        name,
        value: statedValue(node, name),
        source: item === null ? 'rdfa' : 'microdata',
        scope,
      }),
    )
    .filter(({ value }) => value !== '' && value.length < LONGEST_VALUE);
};

const propertiesOf = (page: PageTree): readonly Property[] =>
  page.elements((node) => node.hasAttribute('itemprop') || node.hasAttribute('property')).flatMap(propertiesIn);

const isAbout = (scope: TreeElement | null): boolean =>
  scope === null || articleType.test(typeOf(scope) ?? '') || aloneTypes.test(typeOf(scope) ?? '');

const telling: ReadonlySet<string> = new Set(['headline', 'datepublished', 'author']);

/** The item that says most of a report; of several alike, the first. */
const bestScope = (properties: readonly Property[]): TreeElement | null => {
  const told = new Map<TreeElement, Set<string>>();
  for (const { name, scope } of properties)
    if (scope !== null && articleType.test(typeOf(scope) ?? '') && telling.has(name))
      told.set(scope, (told.get(scope) ?? new Set()).add(name));
  return [...told].toSorted(([, a], [, b]) => b.size - a.size)[0]?.[0] ?? null;
};

/** What a page says of its report in microdata and RDFa: of several items, that of the report comes first, and others of articles are left out. */
export const readItems = (page: PageTree): Facts => {
  const properties = propertiesOf(page).filter(({ scope }) => isAbout(scope));
  const best = bestScope(properties);
  const chosen = properties.filter(
    ({ scope }) => best === null || scope === best || !articleType.test(scopeType(scope)),
  );
  const facts = new Map<string, Fact[]>();
  for (const { name, value, source } of chosen) facts.set(name, [...(facts.get(name) ?? []), { value, source }]);
  return facts;
};

const scopeType = (scope: TreeElement | null): string => (scope === null ? '' : (typeOf(scope) ?? ''));
