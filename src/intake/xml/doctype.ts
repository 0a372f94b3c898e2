import type { IntakeWarning } from '../decode.ts';
import { ReadoutError } from '../error.ts';

/** An XML source without its document type, and the words that the type lets it abbreviate. */
export interface Prolog {
  readonly body: string;
  readonly entities: ReadonlyMap<string, string>;
  readonly warnings: readonly IntakeWarning[];
}

/** What may stand before a document type. */
const before = /^(?:\s+|<\?[\s\S]{0,5000}?\?>|<!--[\s\S]{0,100000}?-->){0,50}/;

/** Where a document type ends: the first ">" outside of quotes, brackets and comments; −1 if nowhere. */
const endOf = (source: string, start: number): number => {
  const mark = /"[^"]*"|'[^']*'|<!--[\s\S]*?-->|[[\]>]/g;
  mark.lastIndex = start;
  let depth = 0;
  for (let match = mark.exec(source); match !== null; match = mark.exec(source)) {
    if (match[0] === '[') depth += 1;
    else if (match[0] === ']') depth -= 1;
    else if (match[0] === '>' && depth <= 0) return mark.lastIndex;
  }
  return -1;
};

const declaration = /<!ENTITY\s+(%\s+)?([\w:.-]+)\s+(?:(SYSTEM|PUBLIC)\b[^>]*|"([^"]*)"|'([^']*)')\s*>/g;

/** In characters: an entity that stands for more than this is no abbreviation. */
const LONGEST = 1000;
/** How many entities a document may declare. */
const MOST = 300;

const refused = (name: string, why: string): ReadoutError =>
  new ReadoutError(
    'xml-entities',
    `${name} is XML that ${why}, as files made to exhaust a reader do; ask its publisher for one without entities.`,
    { name },
  );

const readEntities = (type: string, name: string): Pick<Prolog, 'entities' | 'warnings'> => {
  const entities = new Map<string, string>();
  let outside: string | null = null;
  for (const [, parameter, entity = '', external, double, single] of type.matchAll(declaration)) {
    if (external !== undefined) outside ??= entity;
    if (external !== undefined || parameter !== undefined || entities.has(entity)) continue;
    const value = double ?? single ?? '';
    if (value.length > LONGEST) throw refused(name, 'declares an entity of great length');
    entities.set(entity, value);
  }
  if (entities.size > MOST) throw refused(name, `declares ${entities.size} entities`);
  const isNested = [...entities.values()].some((value) =>
    [...value.matchAll(/&([\w:.-]+);/g)].some(([, inner = '']) => entities.has(inner)),
  );
  if (isNested) throw refused(name, 'declares entities made of other entities');
  const message = `${name} names a file outside of itself (entity "${outside}"); it was not fetched.`;
  return { entities, warnings: outside === null ? [] : [{ code: 'xml-external', message }] };
};

/**
 * Takes the document type off an XML source. Plain abbreviations that it declares are kept; what it names elsewhere is never
 * fetched. Throws a `ReadoutError` where it declares entities as attacks do (of entities, very long or very many).
 */
export const readProlog = (source: string, name: string): Prolog => {
  const start = before.exec(source)?.[0].length ?? 0;
  if (!/^<!DOCTYPE\b/i.test(source.slice(start, start + 10)))
    return { body: source, entities: new Map(), warnings: [] };
  const end = endOf(source, start);
  if (end < 0)
    throw new ReadoutError('bad-xml', `${name} breaks off inside its document type; get the whole file.`, { name });
  const type = source.slice(start, end);
  return { body: source.slice(0, start) + source.slice(end), ...readEntities(type, name) };
};
