import type { Member, Redirect } from './arrival.ts';
import type { LedgerNode, Lookup, NodeKind, RecordRef, SummaryOf } from './node.ts';
import { nodeId } from './node-id.ts';

/** How nodes of one kind are put together. */
export interface Fold<K extends NodeKind> {
  readonly kind: K;
  /** Both in one; what they disagree on is settled the same way whichever comes first. */
  readonly merge: (one: SummaryOf[K], other: SummaryOf[K]) => SummaryOf[K];
  /** What nodes are looked up by, beside their ids. */
  readonly keysOf: (summary: SummaryOf[K]) => readonly string[];
  /** The day it is first told of, to say which of two nodes is the older. */
  readonly since: (summary: SummaryOf[K]) => string | null;
}

/** The nodes of one kind that a report may touch, as they stand while it is placed. */
export class Shelf<K extends NodeKind> {
  readonly fold: Fold<K>;
  readonly members: Member[] = [];
  readonly redirects: Redirect[] = [];
  readonly #nodes = new Map<string, LedgerNode<K>>();
  readonly #byKey = new Map<string, Set<string>>();
  readonly #gone = new Map<string, string>();
  readonly #asked: ReadonlySet<string>;
  readonly #changed = new Set<string>();

  /** `keys`: those that the report asks by; nodes are found by no others. */
  constructor(fold: Fold<K>, keys: ReadonlySet<string>, nodes: readonly LedgerNode<K>[]) {
    this.fold = fold;
    this.#asked = keys;
    for (const node of nodes) this.#keep(node);
  }

  /** The node that an id stands for now. */
  get(id: string): LedgerNode<K> | undefined {
    return this.#nodes.get(this.#gone.get(id) ?? id) ?? this.withKeys([id])[0];
  }

  /** Nodes that have one of some keys; those that share most keys first, at most so many. */
  withKeys(keys: readonly string[], most = Number.POSITIVE_INFINITY): readonly LedgerNode<K>[] {
    const shared = new Map<string, number>();
    for (const key of new Set(keys))
      for (const id of this.#byKey.get(key) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    return [...shared]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, most)
      .flatMap(([id]) => this.#nodes.get(id) ?? []);
  }

  /** Adds a record to a node, or begins one with it. */
  add(ref: RecordRef, summary: SummaryOf[K], onto: LedgerNode<K> | null, reason: string): LedgerNode<K> {
    const node = this.derive(ref, summary, onto);
    this.members.push({ kind: this.fold.kind, node: node.id, document: ref.document, record: ref.record, reason });
    return node;
  }

  /** Adds to a node, or begins one with, what no record states by itself but several together do. */
  derive(ref: RecordRef, summary: SummaryOf[K], onto: LedgerNode<K> | null): LedgerNode<K> {
    return onto === null
      ? this.#made(nodeId(this.fold.kind, ref), [], summary)
      : this.#made(onto.id, onto.keys, this.fold.merge(onto.summary, summary));
  }

  /** Puts a node in place of itself as it was. */
  change(node: LedgerNode<K>, summary: SummaryOf[K]): LedgerNode<K> {
    return this.#made(node.id, node.keys, summary);
  }

  /** Makes one node of two; the older id lives. */
  unite(one: LedgerNode<K>, other: LedgerNode<K>, reason: string): LedgerNode<K> {
    const [older, newer] = this.#isOlder(one, other) ? [one, other] : [other, one];
    this.#drop(newer);
    this.#changed.delete(newer.id);
    this.#gone.set(newer.id, older.id);
    for (const [from, to] of this.#gone) if (to === newer.id) this.#gone.set(from, older.id);
    this.redirects.push({ kind: this.fold.kind, from: newer.id, to: older.id, reason });
    const summary = this.fold.merge(older.summary, newer.summary);
    return this.#made(older.id, [...older.keys, ...newer.keys], summary);
  }

  /** The nodes that are new or changed. */
  changed(): readonly LedgerNode<K>[] {
    return [...this.#changed].sort().flatMap((id) => this.#nodes.get(id) ?? []);
  }

  /** The members, each with the node it belongs to in the end. */
  settled(): readonly Member[] {
    return this.members.map((member) => ({ ...member, node: this.#gone.get(member.node) ?? member.node }));
  }

  #isOlder(one: LedgerNode<K>, other: LedgerNode<K>): boolean {
    const [a, b] = [this.fold.since(one.summary) ?? '~', this.fold.since(other.summary) ?? '~'];
    return a === b ? one.id < other.id : a < b;
  }

  #made(id: string, oldKeys: readonly string[], summary: SummaryOf[K]): LedgerNode<K> {
    const ids = oldKeys.filter((key) => key.startsWith(`${this.fold.kind}:`));
    const keys = [...new Set([id, ...ids, ...this.fold.keysOf(summary)])];
    const node = { kind: this.fold.kind, id, keys, summary };
    const before = this.#nodes.get(id);
    if (before !== undefined) this.#drop(before);
    this.#keep(node);
    this.#changed.add(id);
    return node;
  }

  #keep(node: LedgerNode<K>): void {
    this.#nodes.set(node.id, node);
    for (const key of node.keys) {
      if (!this.#asked.has(key) && !key.startsWith(`${this.fold.kind}:`)) continue;
      const ids = this.#byKey.get(key);
      if (ids === undefined) this.#byKey.set(key, new Set([node.id]));
      else ids.add(node.id);
    }
  }

  #drop(node: LedgerNode<K>): void {
    this.#nodes.delete(node.id);
    for (const key of node.keys) this.#byKey.get(key)?.delete(node.id);
  }
}

/** The shelf with the nodes that have one of some keys: one question to the ledger, or none. */
export const openShelf = async <K extends NodeKind>(
  fold: Fold<K>,
  keys: Iterable<string>,
  lookup: Lookup,
  most?: number,
): Promise<Shelf<K>> => {
  const asked = new Set(keys);
  return new Shelf(fold, asked, asked.size === 0 ? [] : await lookup(fold.kind, [...asked], most));
};
