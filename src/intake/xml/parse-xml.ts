import { decodeHTMLStrict } from 'entities';
import { type Handler, Parser } from 'htmlparser2';
import type { IntakeWarning } from '../decode.ts';
import { ReadoutError } from '../error.ts';
import { resolveAddress } from '../line.ts';
import { readProlog } from './doctype.ts';
import { prefixOf } from './vocabularies.ts';
import type { XmlElement, XmlNode } from './xml-element.ts';

/** How deep elements may nest, and how many there may be. */
const DEEPEST = 200;
const MOST = 600_000;
/** How many characters the entities that a document declares may add to it in all. */
const MOST_ADDED = 100_000;
/** How many attributes an element may have, and how many prefixes may be declared around one. */
const MOST_ATTRIBUTES = 1000;
const MOST_PREFIXES = 500;

/** An XML document: its root, and what was odd about it. */
export interface XmlDocument {
  readonly root: XmlElement;
  readonly warnings: readonly IntakeWarning[];
}

/** How to read XML. */
export interface XmlOptions {
  /** The address that relative ones start from. */
  readonly base?: string | null;
  /** Whether names that differ in case only are one, as writers of feeds think. */
  readonly isCaseless?: boolean;
  /** Is given each element as it ends; one that it takes (returns true) is not kept in the tree. */
  readonly take?: (element: XmlElement, root: XmlElement) => boolean;
}

type Mutable = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlNode[] };

/** A vocabulary as a document names it, and the prefix that Readout knows it by; null for one that it does not know. */
interface Vocabulary {
  readonly name: string;
  readonly known: string | null;
}

/** Which prefixes stand for which vocabulary, where an element stands. */
type Prefixes = ReadonlyMap<string, Vocabulary>;

interface Open {
  readonly element: Mutable;
  readonly prefixes: Prefixes;
}

const none: ReadonlyMap<string, string> = new Map();
const noPrefixes: Prefixes = new Map();
const control = /(?![\t\n\r])\p{Cc}/gu;

/** Replaces "&…;" in texts, within a budget for what a document declares itself. */
const entityReader = (declared: ReadonlyMap<string, string>, name: string): ((text: string) => string) => {
  let added = 0;
  const expand = (reference: string, entity: string): string => {
    const value = declared.get(entity);
    if (value === undefined) return decodeHTMLStrict(reference);
    added += value.length;
    if (added > MOST_ADDED)
      throw new ReadoutError(
        'xml-entities',
        `${name} is XML whose entities blow it up to many times its size, as files made to exhaust a reader do; ask its publisher for one without entities.`,
        { name },
      );
    return decodeHTMLStrict(value);
  };
  return (text) => {
    if (!text.includes('&')) return text;
    return text.replace(/&(#?[\w:.-]+);/g, expand).replace(control, ' ');
  };
};

const declaredIn = (attributes: Record<string, string>, outer: Prefixes): Prefixes => {
  const own = Object.keys(attributes).filter((key) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (own.length === 0) return outer;
  const declared = own.map((key) => {
    const name = attributes[key] ?? '';
    return [key.slice('xmlns:'.length), { name, known: prefixOf(name) }] as const;
  });
  return new Map([...outer, ...declared]);
};

/** CASE 1: a vocabulary that we know, by its name. CASE 2: a prefix that nothing declares means what it always means.
 * CASE 3: no prefix and a name that we do not know: the root's own vocabulary. CASE 4: anything else is foreign. */
const keyOf = (written: string, prefixes: Prefixes, home: string | undefined): string => {
  const colon = written.indexOf(':');
  const prefix = colon < 0 ? '' : written.slice(0, colon);
  const local = written.slice(colon + 1);
  const { name: vocabulary, known } = prefixes.get(prefix) ?? { name: '', known: null };
  if (known !== null) return known === '' ? local : `${known}:${local}`;
  if (vocabulary === '') return written;
  return prefix === '' && vocabulary === home ? local : `?${prefix}:${local}`;
};

/** Builds the tree while the parser reads; a thing with a lifetime of one document. */
class TreeBuilder {
  root: Mutable | null = null;
  readonly #open: Open[] = [];
  readonly #name: string;
  readonly #decode: (text: string) => string;
  readonly #options: XmlOptions;
  /** Whether what is nested too deep is flattened, as browsers do, or refused. */
  readonly #isLenient: boolean;
  #flattened = 0;
  #attributeCount = 0;
  #count = 0;
  #isRaw = false;
  #home: string | undefined;

  constructor(name: string, decode: (text: string) => string, options: XmlOptions, isLenient: boolean) {
    this.#name = name;
    this.#decode = decode;
    this.#options = options;
    this.#isLenient = isLenient;
  }

  get depth(): number {
    return this.#open.length;
  }

  onattribute(): void {
    this.#attributeCount += 1;
    if (this.#attributeCount > MOST_ATTRIBUTES)
      throw this.#refused(`has an element with more than ${MOST_ATTRIBUTES} attributes`);
  }

  onopentag(written: string, attributes: Record<string, string>): void {
    this.#attributeCount = 0;
    this.#count += 1;
    if (this.#count > MOST) throw this.#refused(`has more than ${MOST} elements`);
    if (this.#open.length >= DEEPEST) {
      if (!this.#isLenient) throw this.#refused(`nests elements more than ${DEEPEST} deep`);
      this.#flattened += 1;
      return;
    }
    const parent = this.#open.at(-1);
    const prefixes = declaredIn(attributes, parent?.prefixes ?? noPrefixes);
    if (prefixes.size > MOST_PREFIXES) throw this.#refused(`declares more than ${MOST_PREFIXES} prefixes`);
    if (parent === undefined) this.#home = prefixes.get('')?.name;
    const element = this.#element(written, attributes, prefixes, parent?.element);
    if (parent !== undefined) parent.element.children.push(element);
    else this.root ??= element;
    this.#open.push({ element, prefixes });
  }

  ontext(text: string): void {
    const parent = this.#open.at(-1)?.element;
    if (parent === undefined) return;
    const decoded = this.#isRaw ? text : this.#decode(text);
    const last = parent.children.at(-1);
    // The parser hands over a text in parts; they are one node.
    if (typeof last === 'string') parent.children[parent.children.length - 1] = last + decoded;
    else parent.children.push(decoded);
  }

  onclosetag(): void {
    if (this.#flattened > 0) {
      this.#flattened -= 1;
      return;
    }
    const element = this.#open.pop()?.element;
    const { take } = this.#options;
    if (take === undefined || element === undefined || this.root === null) return;
    if (take(element, this.root)) this.#open.at(-1)?.element.children.pop();
  }

  oncdatastart(): void {
    this.#isRaw = true;
  }

  oncdataend(): void {
    this.#isRaw = false;
  }

  #refused(what: string): ReadoutError {
    const message = `${this.#name} is XML that ${what}; split it, or ask for a sound one.`;
    return new ReadoutError('xml-too-large', message, { name: this.#name });
  }

  #element(written: string, given: Record<string, string>, prefixes: Prefixes, parent: Mutable | undefined): Mutable {
    const attributes = this.#attributes(given, prefixes);
    const base = attributes.get('xml:base')?.trim();
    const outer = parent === undefined ? (this.#options.base ?? null) : parent.base;
    const key = keyOf(written, prefixes, this.#home);
    return {
      key,
      local: written.slice(written.indexOf(':') + 1),
      attributes,
      children: [],
      base: base === undefined ? outer : (resolveAddress(base, outer) ?? outer),
      language: attributes.get('xml:lang')?.trim() || (parent?.language ?? null),
    };
  }

  #attributes(given: Record<string, string>, prefixes: Prefixes): ReadonlyMap<string, string> {
    const own = Object.entries(given).filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'));
    if (own.length === 0) return none;
    // An attribute without a prefix is in no vocabulary, whatever the default is.
    return new Map(
      own.map(([key, value]) => [key.includes(':') ? keyOf(key, prefixes, undefined) : key, this.#decode(value)]),
    );
  }
}

const handlerOf = (builder: TreeBuilder): Partial<Handler> => ({
  onattribute: () => builder.onattribute(),
  onopentag: (written, attributes) => builder.onopentag(written, attributes),
  ontext: (text) => builder.ontext(text),
  onclosetag: () => builder.onclosetag(),
  oncdatastart: () => builder.oncdatastart(),
  oncdataend: () => builder.oncdataend(),
});

/** In characters: how much is parsed before what was taken of it can be handed on. */
const PART = 64_000;

/** As `parseXml`, part by part: what `options.take` was given can be handed on between them. */
export function* parseXmlInParts(
  source: string,
  name: string,
  options: XmlOptions = {},
): Generator<undefined, XmlDocument> {
  const { body, entities, warnings } = readProlog(source, name);
  const builder = new TreeBuilder(name, entityReader(entities, name), options, false);
  const isCaseless = options.isCaseless ?? false;
  const names = { lowerCaseTags: isCaseless, lowerCaseAttributeNames: isCaseless };
  const parser = new Parser(handlerOf(builder), { xmlMode: true, decodeEntities: false, ...names });
  for (let at = 0; at < body.length; at += PART) {
    parser.write(body.slice(at, at + PART));
    yield undefined;
  }
  const isCut = builder.depth > 0;
  parser.end();
  if (builder.root === null)
    throw new ReadoutError('bad-xml', `${name} holds no XML element; get the file again from its source.`, { name });
  const cut = { code: 'xml-truncated', message: `${name} breaks off before its end; what stands before was read.` };
  return { root: builder.root, warnings: isCut ? [...warnings, cut] : warnings };
}

/**
 * Reads XML into a tree, forgiving what is not well formed. Nothing that it names (document types, entities, XInclude) is
 * fetched. Throws a `ReadoutError` if there is no element in it, or if it is made to exhaust a reader.
 */
export const parseXml = (source: string, name: string, options: XmlOptions = {}): XmlDocument => {
  const parts = parseXmlInParts(source, name, options);
  for (;;) {
    const { done, value } = parts.next();
    if (done === true) return value;
  }
};

/** Reads a piece of HTML into the same kind of tree, under an element of no name; tags that HTML leaves out are closed, and what is nested too deep is flattened. */
export const parseMarkup = (html: string, name: string): XmlElement => {
  const builder = new TreeBuilder(name, (text) => text, {}, true);
  builder.onopentag('', {});
  const parser = new Parser(handlerOf(builder), { decodeEntities: true });
  parser.end(html);
  return builder.root ?? { key: '', local: '', attributes: none, children: [], base: null, language: null };
};
