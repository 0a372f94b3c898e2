import type { RuledRecord, Ruling, Rulings } from './arrival.ts';
import type { NodeKind, RecordRef } from './node.ts';

const isOf = (ref: RecordRef, record: RuledRecord): boolean =>
  ref.document === record.document && ref.record === record.record;

/** What people ruled about one record: the verdict and the other record. */
interface Verdict {
  readonly verdict: Ruling['verdict'];
  readonly other: RuledRecord;
}

/** The rulings as they are asked for while a report is placed. */
export class RuledBy {
  readonly #rulings: Rulings;
  /** The nodes of records that were placed since. */
  readonly #placed = new Map<string, string>();

  constructor(rulings: Rulings) {
    this.#rulings = rulings;
  }

  /** Tells where a record was put. */
  placed({ document, record }: RecordRef, node: string): void {
    if (this.#rulings.length > 0) this.#placed.set(`${document}|${record}`, node);
  }

  /** The ids of nodes that rulings name, to be looked up. */
  nodes(kind: NodeKind): readonly string[] {
    return this.#rulings
      .filter((each) => each.kind === kind)
      .flatMap(({ a, b }) => [a.node ?? [], b.node ?? []].flat());
  }

  nodeOf(record: RuledRecord): string | null {
    return this.#placed.get(`${record.document}|${record.record}`) ?? record.node;
  }

  #of(kind: NodeKind, ref: RecordRef): readonly Verdict[] {
    return this.#rulings.flatMap((ruling) => {
      if (ruling.kind !== kind) return [];
      if (isOf(ref, ruling.a)) return [{ verdict: ruling.verdict, other: ruling.b }];
      return isOf(ref, ruling.b) ? [{ verdict: ruling.verdict, other: ruling.a }] : [];
    });
  }

  /** For a record: the nodes it was ruled to belong to, and those it was ruled not to; a later ruling undoes an earlier one. */
  for(kind: NodeKind, ref: RecordRef): { readonly in: readonly string[]; readonly notIn: ReadonlySet<string> } {
    const last = new Map<string, Ruling['verdict']>();
    for (const { verdict, other } of this.#of(kind, ref)) {
      const node = this.nodeOf(other);
      if (node !== null) last.set(node, verdict);
    }
    const of = (wanted: Ruling['verdict']) =>
      [...last].filter(([, verdict]) => verdict === wanted).map(([node]) => node);
    return { in: of('together'), notIn: new Set(of('apart')) };
  }

  /** What the last ruling says of two nodes; null where none speaks of them. */
  between(kind: NodeKind, one: string, other: string): Ruling['verdict'] | null {
    const found = this.#rulings.findLast((ruling) => {
      if (ruling.kind !== kind) return false;
      const [a, b] = [this.nodeOf(ruling.a), this.nodeOf(ruling.b)];
      return (a === one && b === other) || (a === other && b === one);
    });
    return found?.verdict ?? null;
  }

  /** Pairs of nodes ruled to be one. */
  together(kind: NodeKind): readonly (readonly [string, string])[] {
    return this.#rulings.flatMap((ruling) => {
      if (ruling.kind !== kind || ruling.verdict !== 'together') return [];
      const [a, b] = [this.nodeOf(ruling.a), this.nodeOf(ruling.b)];
      return a === null || b === null || a === b ? [] : [[a, b] as const];
    });
  }
}
