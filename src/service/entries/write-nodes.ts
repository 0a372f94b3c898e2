import { isDeepStrictEqual } from 'node:util';
import { sql, type Transaction } from 'kysely';
import { type Counts, countTellings, type LedgerNode } from '../../ledger/index.ts';
import { FOREVER, insertOf, type Review, type Tables } from '../../store/index.ts';
import { keyHash } from './key-hash.ts';
import { correctionsOfNodes, type NodeCorrections, uncorrected } from './node-corrections.ts';
import { nodeName, type Stored, storedNodes } from './node-lookup.ts';

/** What is written: who takes part in this, and from which entry on. */
export interface Written {
  readonly seq: number;
  readonly document: string;
  /** The report's time, for the order of nodes. */
  readonly at: string;
}

/** In how many reports, of how many houses and origins, a node stands: a dispute in those in which one of its sides does. */
const countsOf = ({ summary }: LedgerNode): Counts =>
  'counters' in summary ? countTellings([summary.claim, ...summary.counters]) : summary.counts;

/** Disputes and what is planned have no name of their own: they go by whom they are about, who may be named anew. */
const nameOf = ({ summary }: LedgerNode): string => {
  if ('name' in summary) return summary.name;
  if ('title' in summary) return summary.title;
  if ('words' in summary) return summary.words.join(' ');
  return '';
};

/** The nodes of some names as they stand, of which some are known. */
const standing = async (
  transaction: Transaction<Tables>,
  names: readonly string[],
  known: ReadonlyMap<string, Stored>,
): Promise<ReadonlyMap<string, Stored>> => {
  const others = names.filter((name) => !known.has(name));
  if (others.length === 0) return known;
  const found = await storedNodes(
    transaction,
    sql`select split_part(name, ' ', 1) as kind, substr(name, strpos(name, ' ') + 1) as id from unnest(${others}::text[]) as name`,
  );
  return new Map([...known, ...found.map((stored): [string, Stored] => [nameIn(stored), stored])]);
};

const nameIn = ({ node: { kind, id } }: Stored): string => nodeName(kind, id);

/** Which nodes a write ends, and which versions it begins, by name. */
interface Versions {
  readonly ended: Stored[];
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
  isDeepStrictEqual([...version.keys], old.node.keys) &&
  isDeepStrictEqual(JSON.parse(JSON.stringify(version.summary)), old.node.summary);

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
    if (old !== undefined) versions.ended.push(old);
    if (node === null || version === null) continue;
    versions.begun.push(node);
    versions.rows.push(version);
  }
  return versions;
};

/** Versions that began with this very entry were never seen. */
const forget = async (transaction: Transaction<Tables>, ended: readonly Stored[], seq: number): Promise<void> => {
  const unseen = ended.filter(({ since }) => since === seq).map(nameIn);
  if (unseen.length === 0) return;
  await sql`delete from nodes n using unnest(${unseen}::text[]) as ended(name)
    where n.kind = split_part(ended.name, ' ', 1) and n.id = substr(ended.name, strpos(ended.name, ' ') + 1) and n.since = ${seq}::bigint`.execute(
    transaction,
  );
};

/**
 * Ends versions of nodes and begins others, with the keys that lead to them, in one statement. What begins waits for what ends: a node
 * never has two versions that stand.
 */
const write = async (
  transaction: Transaction<Tables>,
  { ended, begun, rows }: Versions,
  seq: number,
): Promise<void> => {
  const keys = begun.flatMap(({ kind, id, keys: of }) =>
    [...new Set(of)].map((key) => [keyHash(kind, key), id] as const),
  );
  const kinds = ended.map(({ node }) => node.kind);
  const ids = ended.map(({ node }) => node.id);
  await sql`
    with old as (
      update nodes n set until = ${seq}::bigint from unnest(${kinds}::text[], ${ids}::text[]) as ended(kind, id)
      where n.kind = ended.kind and n.id = ended.id and n.until = ${sql.lit(FOREVER)}::bigint returning n.id),
    old_keys as (delete from node_keys where node = any(${ids}::text[])),
    new_keys as (
      insert into node_keys (key, node, since) select key, node, ${seq}::bigint
      from unnest(${keys.map(([key]) => key)}::bigint[], ${keys.map(([, id]) => id)}::text[]) as begun(key, node))
    ${insertOf('nodes', rows)} where (select count(*) from old) >= 0`.execute(transaction);
};

/** What is known before nodes are written. */
interface Before {
  /** Nodes as they stand, by name: some of those that are written, or none. */
  readonly known: ReadonlyMap<string, Stored>;
  /** Whether people have corrected anything in the ledger. */
  readonly isCorrected: boolean;
}

const nothingKnown: Before = { known: new Map(), isCorrected: true };

/** Writes nodes, by name, as they are now; versions that changed stay, with the entry that ended them. */
export const writeNodes = async (
  transaction: Transaction<Tables>,
  nodes: ReadonlyMap<string, LedgerNode | null>,
  written: Written,
  { known, isCorrected }: Before = nothingKnown,
): Promise<void> => {
  const names = [...nodes.keys()];
  if (names.length === 0) return;
  const before = await standing(transaction, names, known);
  const edits = isCorrected ? await correctionsOfNodes(transaction, [...nodes.values()]) : uncorrected;
  const versions = compare(nodes, before, edits, written);
  await forget(transaction, versions.ended, written.seq);
  if (versions.ended.length > 0 || versions.begun.length > 0) await write(transaction, versions, written.seq);
};
