import { isDeepStrictEqual } from 'node:util';
import { sql, type Transaction } from 'kysely';
import type { Counts, LedgerNode, Member, NodeKind, Placement } from '../../ledger/index.ts';
import { FOREVER, insertRows, type Tables } from '../../store/index.ts';
import { correctionsOfNodes, type NodeCorrections } from './node-corrections.ts';
import { nodeName } from './node-lookup.ts';

/** What is written: who takes part in this, and from which entry on. */
export interface Written {
  readonly seq: number;
  readonly document: string;
  /** The report's time, for the order of nodes. */
  readonly at: string;
}

const isWithCounts = (summary: object): summary is { counts: Counts } => 'counts' in summary;

const distinctDocuments = (refs: readonly { readonly document: string }[]): number =>
  new Set(refs.map(({ document }) => document)).size;

/** In how many reports, of how many houses and origins, a node stands, as far as its summary says. */
const countsOf = (node: LedgerNode): Counts => {
  const { summary } = node;
  if (isWithCounts(summary)) return summary.counts;
  if ('steps' in summary) return { reports: distinctDocuments(summary.steps), publishers: 0, origins: 0 };
  if ('counters' in summary)
    return { reports: distinctDocuments([summary.claim, ...summary.counters]), publishers: 0, origins: 0 };
  return { reports: Math.max(1, ...summary.names.map(({ reports }) => reports)), publishers: 0, origins: 0 };
};

const nameOf = ({ summary }: LedgerNode): string => {
  if ('name' in summary) return summary.name;
  if ('title' in summary) return summary.title;
  if ('type' in summary) return summary.words.join(' ');
  return '';
};

type Stored = { readonly id: string; readonly keys: readonly string[]; readonly summary: unknown };

const storedNodes = async (
  transaction: Transaction<Tables>,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored & { at: Date; review: string }>> => {
  const rows = await transaction
    .selectFrom('nodes')
    .select(['id', 'keys', 'summary', 'at', 'review'])
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .where('until', '=', FOREVER)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

/** Which nodes of a kind a write ends, and which versions it begins. */
interface Versions {
  readonly ended: string[];
  readonly begun: Record<string, unknown>[];
}

const laterOf = (a: string, b: Date | undefined): string =>
  b === undefined || a > b.toISOString() ? a : b.toISOString();

const versionOf = (node: LedgerNode, at: string, seq: number, edits: NodeCorrections) => ({
  kind: node.kind,
  id: node.id,
  since: seq,
  until: FOREVER,
  name: nameOf(node),
  at,
  ...countsOf(node),
  keys: node.keys,
  review: edits.reviewOf(node),
  summary: node.summary,
});

const writeKind = async (
  transaction: Transaction<Tables>,
  kind: NodeKind,
  nodes: ReadonlyMap<string, LedgerNode | null>,
  { seq, at }: Written,
): Promise<void> => {
  const ids = [...nodes.keys()];
  const before = await storedNodes(transaction, kind, ids);
  const edits = await correctionsOfNodes(transaction, kind, ids);
  const { ended, begun }: Versions = { ended: [], begun: [] };
  const keyed: LedgerNode[] = [];
  for (const [id, raw] of nodes) {
    const old = before.get(id);
    const node = raw === null ? null : edits.applied(raw);
    if (node === null) {
      if (old !== undefined) ended.push(id);
      continue;
    }
    const version = versionOf(node, laterOf(at, old?.at), seq, edits);
    const isSame =
      old !== undefined &&
      old.review === version.review &&
      isDeepStrictEqual(JSON.parse(JSON.stringify(version.summary)), old.summary) &&
      isDeepStrictEqual([...version.keys], old.keys);
    if (isSame) continue;
    if (old !== undefined) ended.push(id);
    begun.push(version);
    keyed.push(node);
  }
  const changed = [...new Set([...ended, ...keyed.map(({ id }) => id)])];
  if (changed.length === 0) return;
  await endNodes(transaction, kind, ended, seq);
  await insertRows(transaction, 'nodes', begun);
  await transaction.deleteFrom('node_keys').where('kind', '=', kind).where('node', 'in', changed).execute();
  const keys = keyed.flatMap(({ id, keys: of }) =>
    [...new Set(of)].map((key) => ({ kind, key, node: id, since: seq })),
  );
  await insertRows(transaction, 'node_keys', keys);
};

const endNodes = async (
  transaction: Transaction<Tables>,
  kind: NodeKind,
  ids: readonly string[],
  seq: number,
): Promise<void> => {
  if (ids.length === 0) return;
  const ending = transaction.updateTable('nodes').where('kind', '=', kind).where('id', 'in', ids);
  // A version that began with this very entry was never seen.
  await transaction
    .deleteFrom('nodes')
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .where('since', '=', seq)
    .execute();
  await ending.where('until', '=', FOREVER).set({ until: seq }).execute();
};

/** Writes nodes as they are now; versions that changed stay, with the entry that ended them. */
export const writeNodes = async (
  transaction: Transaction<Tables>,
  nodes: ReadonlyMap<string, LedgerNode | null>,
  written: Written,
): Promise<void> => {
  const byKind = new Map<NodeKind, Map<string, LedgerNode | null>>();
  for (const [name, node] of nodes) {
    const space = name.indexOf(' ');
    const kind = name.slice(0, space) as NodeKind;
    const ofKind = byKind.get(kind) ?? new Map<string, LedgerNode | null>();
    byKind.set(kind, ofKind.set(name.slice(space + 1), node));
  }
  for (const [kind, ofKind] of byKind) await writeKind(transaction, kind, ofKind, written);
};

const memberName = ({ kind, node, record }: Pick<Member, 'kind' | 'node' | 'record'>): string =>
  `${kind} ${node} ${record}`;

/** Writes which records of a report belong to which nodes. What stayed as it was keeps its row. */
export const writeMembers = async (
  transaction: Transaction<Tables>,
  members: readonly Member[],
  { seq, document }: Written,
): Promise<void> => {
  const before = await transaction
    .selectFrom('members')
    .select(['kind', 'node', 'record'])
    .where('document', '=', document)
    .where('until', '=', FOREVER)
    .execute();
  const old = new Set(before.map((row) => memberName(row as Member)));
  const now = new Set(members.map(memberName));
  const gone = before.filter((row) => !now.has(memberName(row as Member)));
  if (gone.length > 0)
    await sql`
      update members set until = ${seq} from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as gone(kind text, node text, record text)
      where members.document = ${document} and members.until = ${FOREVER}::bigint
        and members.kind = gone.kind and members.node = gone.node and members.record = gone.record`.execute(
      transaction,
    );
  const added = members
    .filter(
      (member, index) =>
        !old.has(memberName(member)) && members.findIndex((one) => memberName(one) === memberName(member)) === index,
    )
    .map(({ kind, node, document: of, record, reason }) => ({
      kind,
      node,
      document: of,
      record,
      reason,
      since: seq,
      until: FOREVER,
    }));
  await insertRows(transaction, 'members', added);
};

/** Writes that nodes turned out to be others; whatever pointed at them points at the others from now on. */
export const writeRedirects = async (
  transaction: Transaction<Tables>,
  redirects: Placement['redirects'],
  seq: number,
): Promise<void> => {
  for (const { kind, from, to, reason } of redirects) {
    const before = await transaction
      .selectFrom('redirects')
      .select(['source', 'reason', 'since'])
      .where('kind', '=', kind)
      .where('target', '=', from)
      .where('until', '=', FOREVER)
      .execute();
    const sources = before.map(({ source }) => source);
    if (sources.length > 0)
      await transaction
        .updateTable('redirects')
        .set({ until: seq })
        .where('kind', '=', kind)
        .where('source', 'in', sources)
        .where('until', '=', FOREVER)
        .execute();
    const rows = [...before, { source: from, reason }].map((row) => ({
      kind,
      source: row.source,
      target: to,
      reason: row.reason,
      since: seq,
      until: FOREVER,
    }));
    await insertRows(transaction, 'redirects', rows);
  }
};

export { nodeName };
