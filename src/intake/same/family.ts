import { canonicalUrl } from './canonical-url.ts';

const secondLevel = new Set(['co', 'com', 'org', 'net', 'gov', 'gob', 'gouv', 'ac', 'edu', 'or', 'ne', 'go']);

/** The label of a host that its owner chose: "news.paper.co.example" → "paper". */
const ownLabel = (host: string): string => {
  const labels = host.split('.');
  const isCountry = (labels.at(-1) ?? '').length === 2;
  const tail = isCountry && labels.length > 2 && secondLevel.has(labels.at(-2) ?? '') ? 2 : 1;
  return labels.at(-1 - tail) ?? host;
};

const squeezed = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^the\s+|\.(?:com|org|net|co\.\w\w|\w\w)$/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** "BBC News" and bbc.co.uk are one house. */
const bare = (name: string): string => /^(.{3,}?)(?:news|online|digital|tv)$/.exec(name)?.[1] ?? name;

/**
 * The house that published a report, by its address or else its name: "The Norland Courier" and www.norlandcourier.example
 * are both `norlandcourier`. Null where neither is known.
 */
export const familyOf = (report: { readonly url: string | null; readonly publisher: string | null }): string | null => {
  const address = report.url === null ? null : canonicalUrl(report.url);
  const host = address === null ? null : (URL.parse(address)?.hostname ?? null);
  if (host !== null && !/^[\d.]+$|^\[/.test(host)) return bare(squeezed(ownLabel(host)).replace(/^the(?=.{4})/, ''));
  const name = squeezed(report.publisher ?? '');
  return name === '' ? null : bare(name);
};
