/** A JSON value, as a page's JSON-LD holds it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Whether a JSON value is an object and no list. */
export const isObject = (value: Json | undefined): value is JsonObject =>
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
    ...['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'subjectOf', 'hasPart'].flatMap((key) =>
      nodesOf(value[key] ?? null, depth + 1),
    ),
  ];
};

const typesOf = (node: JsonObject): readonly string[] =>
  [node['@type']].flat().filter((type) => typeof type === 'string');

const articleType = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;
/** A page that says nothing of an article may still say when it was printed. */
const pageType = /WebPage$/;

const telling = ['headline', 'datePublished', 'author'];

/** A value that only refers to a node elsewhere, as that node: `{"@id": "#jane"}`. */
const resolved = (value: Json | undefined, byId: ReadonlyMap<string, JsonObject>): Json | undefined => {
  if (Array.isArray(value)) return value.map((item: Json) => resolved(item, byId) ?? null);
  if (!isObject(value) || value.name !== undefined || typeof value['@id'] !== 'string') return value;
  return byId.get(value['@id']) ?? value;
};

const withReferences = (node: JsonObject, nodes: readonly JsonObject[]): JsonObject => {
  const named = nodes.filter((each) => typeof each['@id'] === 'string' && each.name !== undefined);
  const byId = new Map(named.map((each) => [String(each['@id']), each]));
  const fields = ['author', 'creator', 'publisher'].flatMap((key) => {
    const value = resolved(node[key], byId);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...node, ...Object.fromEntries(fields) };
};

/**
 * The node of a page's JSON-LD scripts that describes the report: of several, the one with most of headline, date and
 * author; else that of the page. What it only refers to is put in its place. Null if there is none.
 */
export const articleNode = (scripts: readonly string[]): JsonObject | null => {
  const nodes = scripts.map(lenient).flatMap((value) => (value === undefined ? [] : nodesOf(value)));
  const ofType = (pattern: RegExp): readonly JsonObject[] =>
    nodes.filter((node) => typesOf(node).some((type) => pattern.test(type)));
  const fields = (node: JsonObject): number => telling.filter((key) => node[key] !== undefined).length;
  const [best] = ofType(articleType).toSorted((a, b) => fields(b) - fields(a));
  const node = best ?? ofType(pageType).find((page) => page.datePublished !== undefined);
  return node === undefined ? null : withReferences(node, nodes);
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
