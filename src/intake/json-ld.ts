/** A JSON value, as a page's JSON-LD holds it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Pages hold JSON-LD with raw line breaks, HTML comments, CDATA marks and trailing commas. */
const lenient = (source: string): Json | undefined => {
  if (source.length > 2_000_000) return undefined;
  const bare = source
    .replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)+|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, '')
    .replace(/;\s*$/, '');
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt) as Json;
    } catch {
      // The second attempt mends what the first one stumbled on.
    }
  }
  return undefined;
};

/** The members of a value: itself, what its arrays hold, and what stands in its `@graph`; nesting is followed six deep. */
const nodesOf = (value: Json, depth = 0): readonly JsonObject[] => {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json) => nodesOf(item, depth + 1));
  if (!isObject(value)) return [];
  return [
    value,
    ...['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement'].flatMap((key) =>
      nodesOf(value[key] ?? null, depth + 1),
    ),
  ];
};

const typesOf = (node: JsonObject): readonly string[] =>
  [node['@type']].flat().filter((type) => typeof type === 'string');

const articleType = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;

/** The node of a page's JSON-LD scripts that describes the report: of several, the one with most of headline, date and author; null if none. */
export const articleNode = (scripts: readonly string[]): JsonObject | null => {
  const nodes = scripts.map(lenient).flatMap((value) => (value === undefined ? [] : nodesOf(value)));
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)));
  const fields = (node: JsonObject): number =>
    ['headline', 'datePublished', 'author'].filter((key) => node[key] !== undefined).length;
  return articles.toSorted((a, b) => fields(b) - fields(a))[0] ?? null;
};

/** The text of a value that may be a string, an object with a name, or a list of either. */
export const textOf = (value: Json | undefined): string | null => {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value)) return textOf(value[0]);
  return isObject(value) ? textOf(value.name ?? value['@value'] ?? value.url ?? value['@id']) : null;
};

/** An author as JSON-LD names it. */
export interface LdAuthor {
  readonly name: string;
  readonly isOrganization: boolean;
}

/** The authors of a node: strings, objects, lists of names, in any mixture. */
export const authorsOf = (value: Json | undefined): readonly LdAuthor[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ name: value.trim(), isOrganization: false }];
  if (Array.isArray(value)) return value.flatMap((item: Json) => authorsOf(item));
  if (!isObject(value)) return [];
  const isOrganization = typesOf(value).some((type) => /Organization/.test(type));
  return authorsOf(value.name).map((author) => ({ ...author, isOrganization }));
};
