import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, visit } from 'yaml';

/** No file of a codebook is nested deeper than this. */
export const DEEPEST = 24;
/** No file holds more values than this, those that aliases repeat counted each time. */
const MOST_VALUES = 200_000;

/** What makes a part of a file unfit to be read. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly node: unknown;

  constructor(message: string, node: unknown) {
    super(message);
    this.node = node;
  }
}

/** What the parts of one file share. */
export interface Plainness {
  /** What each alias stands for. */
  readonly sources: ReadonlyMap<Alias, Node>;
  /** Values that the file may still hold. */
  values: number;
}

/** A document made ready: aliases are looked up all at once, as the package seeks each through the whole file. */
export const plainnessOf = (document: Document): Plainness => {
  const anchors = new Map<string, Node>();
  const sources = new Map<Alias, Node>();
  visit(document, {
    Alias: (_, alias) => {
      const source = anchors.get(alias.source);
      if (source !== undefined) sources.set(alias, source);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return { sources, values: MOST_VALUES };
};

interface Walk {
  readonly file: Plainness;
  readonly path: readonly unknown[];
}

const keyOf = ({ key }: Pair): string => {
  const plain = isScalar(key) ? key.value : key;
  if (typeof plain === 'string') return plain;
  if (typeof plain === 'number' || typeof plain === 'boolean') return String(plain);
  throw new Unreadable('a key must be a word', key);
};

const plainMap = (items: readonly Pair[], walk: Walk): Record<string, unknown> => {
  const entries = new Map<string, unknown>();
  for (const pair of items) {
    const key = keyOf(pair);
    if (entries.has(key)) throw new Unreadable(`"${key}" stands twice in one mapping; keep one of them`, pair.key);
    entries.set(key, plainNode(pair.value, walk));
  }
  return Object.fromEntries(entries);
};

const aliased = (node: Alias, { file }: Walk): Node => {
  const source = file.sources.get(node);
  if (source === undefined) throw new Unreadable('an alias of no anchor', node);
  return source;
};

const plainNode = (node: unknown, walk: Walk): unknown => {
  walk.file.values -= 1;
  if (walk.file.values < 0) throw new Unreadable(`more than ${MOST_VALUES} values, aliases counted`, node);
  if (walk.path.includes(node)) throw new Unreadable('an alias of what it stands in, without end', node);
  if (walk.path.length >= DEEPEST) throw new Unreadable(`nested more than ${DEEPEST} deep`, node);
  const inside: Walk = { ...walk, path: [...walk.path, node] };
  if (isAlias(node)) return plainNode(aliased(node, walk), inside);
  if (isMap(node)) return plainMap(node.items, inside);
  if (isSeq(node)) return node.items.map((item) => plainNode(item, inside));
  return isScalar(node) ? node.value : node;
};

/** A part of a YAML document as plain data; throws `Unreadable` where it is too deep, too large, circular, or says a key twice. */
export const toPlain = (node: unknown, file: Plainness): unknown => plainNode(node, { file, path: [] });
