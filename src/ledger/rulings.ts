import type { RuledRecord, Ruling, Rulings } from './arrival.ts';
import type { LedgerNode, NodeKind, RecordRef } from './node.ts';
import type { Shelf } from './shelf.ts';

/** What people ruled about one record: the verdict and the other record. */
interface Verdict {
  readonly verdict: Ruling['verdict'];
  readonly other: RuledRecord;
}

/** What rulings say of a record that is placed: the node it belongs to, if any, and those it does not belong to. */
export interface Ruled<K extends NodeKind> {
  readonly onto: LedgerNode<K> | undefined;
  readonly barred: ReadonlySet<string>;
}

const nameOf = (kind: NodeKind, { document, record }: RecordRef): string => `${kind}|${document}|${record}`;

/** The rulings as they are asked for while a report is placed. */
export class RuledBy {
  readonly #rulings: Rulings;
  readonly #byRecord = new Map<string, Verdict[]>();
  /** The nodes of records that were placed since. */
  readonly #placed = new Map<string, string>();

  constructor(rulings: Rulings) {
    this.#rulings = rulings;
    for (const { kind, verdict, a, b } of rulings)
      for (const [own, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const name = nameOf(kind, own);
        this.#byRecord.set(name, [...(this.#byRecord.get(name) ?? []), { verdict, other }]);
      }
  }

  /** Tells where a record was put. */
  placed(kind: NodeKind, ref: RecordRef, node: string): void {
    if (this.#rulings.length > 0) this.#placed.set(nameOf(kind, ref), node);
  }

  /** The ids of nodes that rulings name, to be looked up. */
  nodes(kind: NodeKind): readonly string[] {
    return this.#rulings
      .filter((each) => each.kind === kind)
      .flatMap(({ a, b }) => [a.node ?? [], b.node ?? []].flat());
  }

  #nodeOf(kind: NodeKind, record: RuledRecord): string | null {
    return this.#placed.get(nameOf(kind, record)) ?? record.node;
  }

  /** What was ruled of a record; a later ruling undoes an earlier one. Nodes that it is ruled to belong to become one. */
  about<K extends NodeKind>(shelf: Shelf<K>, ref: RecordRef): Ruled<K> {
    const { kind } = shelf.fold;
    const last = new Map<string, Ruling['verdict']>();
    for (const { verdict, other } of this.#byRecord.get(nameOf(kind, ref)) ?? []) {
      const node = this.#nodeOf(kind, other);
      const now = node === null ? undefined : shelf.get(node);
      if (now !== undefined) last.set(now.id, verdict);
    }
    const ruled = (wanted: Ruling['verdict']) =>
      [...last].filter(([, verdict]) => verdict === wanted).map(([id]) => id);
    const [first, ...others] = ruled('together').flatMap((id) => shelf.get(id) ?? []);
    const onto = others.reduce(
      (joined, other) => (joined === undefined ? other : shelf.unite(joined, other, 'ruled')),
      first,
    );
    return { onto, barred: new Set(ruled('apart')) };
  }

  /** What the last ruling says of two nodes; null where none speaks of them. */
  between(kind: NodeKind, one: string, other: string): Ruling['verdict'] | null {
    const found = this.#rulings.findLast((ruling) => {
      if (ruling.kind !== kind) return false;
      const [a, b] = [this.#nodeOf(kind, ruling.a), this.#nodeOf(kind, ruling.b)];
      return (a === one && b === other) || (a === other && b === one);
    });
    return found?.verdict ?? null;
  }
}
