import type { Arrival, Member, Placement, Rulings } from './arrival.ts';
import type { LedgerNode, Lookup, NodeKind } from './node.ts';
import { placeReport } from './place-report.ts';

/** A ledger that lives in memory: for tests, scorers and one run over a folder. */
export interface MemoryLedger {
  readonly lookup: Lookup;
  /** Places a report and keeps what that changes. */
  readonly add: (arrival: Arrival, rulings?: Rulings) => Promise<Placement>;
  /** Keeps what a placement changes. */
  readonly keep: (placement: Placement) => void;
  readonly nodes: <K extends NodeKind>(kind: K) => readonly LedgerNode<K>[];
  /** The node of a record of a report, now. */
  readonly nodeOf: (kind: NodeKind, document: string, record: string) => string | undefined;
  readonly members: () => readonly Member[];
}

class Nodes {
  readonly byId = new Map<string, LedgerNode>();
  readonly #byKey = new Map<string, Set<string>>();

  drop(id: string): void {
    for (const key of this.byId.get(id)?.keys ?? []) this.#byKey.get(key)?.delete(id);
    this.byId.delete(id);
  }

  put(node: LedgerNode): void {
    this.drop(node.id);
    this.byId.set(node.id, node);
    for (const key of node.keys) {
      const ids = this.#byKey.get(key);
      if (ids === undefined) this.#byKey.set(key, new Set([node.id]));
      else ids.add(node.id);
    }
  }

  find(keys: readonly string[], most: number): readonly LedgerNode[] {
    const ids = new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])].slice(-most)));
    return [...ids].flatMap((id) => this.byId.get(id) ?? []);
  }
}

const KINDS: readonly NodeKind[] = ['actor', 'event', 'statement', 'dispute', 'agenda', 'situation'];

/** A new ledger in memory, empty. */
export const createMemoryLedger = (): MemoryLedger => {
  const kinds = new Map(KINDS.map((kind) => [kind, new Nodes()]));
  const members = new Map<string, Member>();
  const redirects = new Map<string, string>();
  const of = (kind: NodeKind): Nodes => kinds.get(kind) ?? new Nodes();
  const now = (id: string): string => redirects.get(id) ?? id;
  const lookup: Lookup = async <K extends NodeKind>(kind: K, keys: readonly string[], most = Number.MAX_SAFE_INTEGER) =>
    of(kind).find(keys, most) as readonly LedgerNode<K>[];
  const keep = (placement: Placement): void => {
    for (const { kind, from, to } of placement.redirects) {
      of(kind).drop(from);
      for (const [old, target] of redirects) if (target === from) redirects.set(old, to);
      redirects.set(from, to);
    }
    for (const node of placement.nodes) of(node.kind).put(node);
    for (const member of placement.members) members.set(`${member.kind}|${member.document}|${member.record}`, member);
  };
  return {
    lookup,
    keep,
    add: async (arrival, rulings = []) => {
      const placement = await placeReport(arrival, lookup, rulings);
      keep(placement);
      return placement;
    },
    nodes: <K extends NodeKind>(kind: K) => [...of(kind).byId.values()] as unknown as readonly LedgerNode<K>[],
    nodeOf: (kind, document, record) => {
      const member = members.get(`${kind}|${document}|${record}`);
      return member === undefined ? undefined : now(member.node);
    },
    members: () => [...members.values()].map((member) => ({ ...member, node: now(member.node) })),
  };
};
