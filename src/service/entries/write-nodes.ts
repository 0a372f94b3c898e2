import { isDeepStrictEqual } from 'node:util';
import { sql, type Transaction } from 'kysely';
import type { Counts, LedgerNode } from '../../ledger/index.ts';
import { FOREVER, insertRows, type Review, type Tables } from '../../store/index.ts';
import { keyHash } from './key-hash.ts';
import { correctionsOfNodes, type NodeCorrections } from './node-corrections.ts';

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

interface Stored {
  readonly keys: readonly string[];
  readonly summary: unknown;
  readonly at: Date;
  readonly review: string;
}

const storedNodes = async (
  transaction: Transaction<Tables>,
  names: readonly string[],
): Promise<ReadonlyMap<string, Stored>> => {
  const { rows } = await sql<Pick<Stored, 'at' | 'review'> & { name: string; node: string }>`
    select n.kind || ' ' || n.id as name, n.at, n.review, json_build_array(n.keys, n.summary)::text as node
    from unnest(${[...names]}::text[]) as wanted(name)
    join nodes n on n.kind = split_part(wanted.name, ' ', 1) and n.id = substr(wanted.name, strpos(wanted.name, ' ') + 1)
      and n.until = ${sql.lit(FOREVER)}::bigint`.execute(transaction);
  return new Map(
    rows.map(({ name, at, review, node }) => {
      const [keys, summary] = JSON.parse(node);
      return [name, { keys, summary, at, review }];
    }),
  );
};

/** Which nodes a write ends, and which versions it begins, by name. */
interface Versions {
  readonly ended: string[];
  readonly begun: LedgerNode[];
  readonly rows: Record<string, unknown>[];
}

const laterOf = (a: string, b: Date | undefined): string =>
  b === undefined || a > b.toISOString() ? a : b.toISOString();

const versionOf = (node: LedgerNode, at: string, seq: number, review: Review) => ({
  kind: node.kind,
  id: node.id,
  since: seq,
  until: FOREVER,
  name: nameOf(node),
  at,
  ...countsOf(node),
  keys: node.keys,
  review,
  summary: node.summary,
});

const isSame = (version: ReturnType<typeof versionOf>, old: Stored | undefined): boolean =>
  old !== undefined &&
  old.review === version.review &&
  isDeepStrictEqual([...version.keys], old.keys) &&
  isDeepStrictEqual(JSON.parse(JSON.stringify(version.summary)), old.summary);

const compare = (
  nodes: ReadonlyMap<string, LedgerNode | null>,
  before: ReadonlyMap<string, Stored>,
  edits: NodeCorrections,
  { seq, at }: Written,
): Versions => {
  const versions: Versions = { ended: [], begun: [], rows: [] };
  for (const [name, raw] of nodes) {
    const old = before.get(name);
    const node = raw === null ? null : edits.applied(raw);
    const version = node === null ? null : versionOf(node, laterOf(at, old?.at), seq, edits.reviewOf(node));
    if (version !== null && isSame(version, old)) continue;
    if (old !== undefined) versions.ended.push(name);
    if (node === null || version === null) continue;
    versions.begun.push(node);
    versions.rows.push(version);
  }
  return versions;
};

/** Ends versions of nodes; one that began with this very entry was never seen. */
const end = async (transaction: Transaction<Tables>, names: readonly string[], seq: number): Promise<void> => {
  if (names.length === 0) return;
  const named = sql`n.kind = split_part(ended.name, ' ', 1) and n.id = substr(ended.name, strpos(ended.name, ' ') + 1)`;
  const ended = sql`unnest(${[...names]}::text[]) as ended(name)`;
  await sql`delete from nodes n using ${ended} where ${named} and n.since = ${sql.lit(seq)}`.execute(transaction);
  await sql`update nodes n set until = ${sql.lit(seq)} from ${ended} where ${named} and n.until = ${sql.lit(FOREVER)}::bigint`.execute(
    transaction,
  );
  await sql`delete from node_keys n using ${ended} where n.node = substr(ended.name, strpos(ended.name, ' ') + 1)`.execute(
    transaction,
  );
};

/** Writes nodes, by name, as they are now; versions that changed stay, with the entry that ended them. */
export const writeNodes = async (
  transaction: Transaction<Tables>,
  nodes: ReadonlyMap<string, LedgerNode | null>,
  written: Written,
): Promise<void> => {
  const names = [...nodes.keys()];
  if (names.length === 0) return;
  const before = await storedNodes(transaction, names);
  const edits = await correctionsOfNodes(transaction, [...nodes.values()]);
  const { ended, begun, rows } = compare(nodes, before, edits, written);
  await end(transaction, ended, written.seq);
  await insertRows(transaction, 'nodes', rows);
  const keys = begun.flatMap(({ kind, id, keys: of }) =>
    [...new Set(of)].map((key) => ({ key: keyHash(kind, key), node: id, since: written.seq })),
  );
  await insertRows(transaction, 'node_keys', keys);
};
