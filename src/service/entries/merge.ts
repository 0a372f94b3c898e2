import type { Transaction } from 'kysely';
import { joinNodes, type LedgerNode, type NodeKind } from '../../ledger/index.ts';
import { FOREVER, insertRows, type Tables } from '../../store/index.ts';
import { redirectsOf } from '../ask/aliases.ts';
import type { MergeCorrection } from './entry.ts';
import { nodeName, nodesById } from './node-lookup.ts';
import { documentsIn, remake } from './remake.ts';
import { reproject } from './reproject.ts';
import { nodesBefore, writeAlone } from './write-alone.ts';
import { endRedirects, writeRedirects } from './write-members.ts';

type Database = Transaction<Tables>;

/** Two nodes become one: the second is found under the first from now on, with all that was known of it. */
export const merge = async (database: Database, { kind, into, from }: MergeCorrection, seq: number): Promise<void> => {
  const [target] = await nodesById(database, kind, [into]);
  const [source] = await nodesById(database, kind, [from]);
  if (target === undefined || source === undefined) return;
  await writeAlone(
    database,
    new Map([
      [nodeName(kind, into), joinNodes(target, source)],
      [nodeName(kind, from), null],
    ]),
    seq,
  );
  await writeRedirects(database, [{ kind, from, to: into, reason: 'merged by hand' }], seq);
};

/** Reports that came to a node after an entry. */
const documentsSince = async (
  database: Database,
  nodes: readonly string[],
  seq: number,
): Promise<readonly string[]> => {
  const rows = await database
    .selectFrom('members')
    .select(['document'])
    .where('node', 'in', nodes)
    .where('since', '>', seq)
    .where('until', '=', FOREVER)
    .groupBy('document')
    .orderBy('document')
    .execute();
  return rows.map(({ document }) => document);
};

/** What led to the second node of a merge before it leads there again. */
const redirectAsBefore = async (
  database: Database,
  { kind, into, from }: MergeCorrection,
  since: number,
  seq: number,
): Promise<void> => {
  const rows = await database
    .selectFrom('redirects')
    .select(['source', 'reason'])
    .where('kind', '=', kind)
    .where('target', '=', from)
    .where('until', '=', since)
    .where('source', '!=', into)
    .execute();
  await endRedirects(database, kind, [from, ...rows.map(({ source }) => source)], seq);
  await insertRows(
    database,
    'redirects',
    rows.map(({ source, reason }) => ({ kind, source, target: from, reason, since: seq, until: FOREVER })),
  );
};

/** Nodes that became part of another after an entry, each as it was before that. */
const joinedSince = async (database: Database, kind: NodeKind, target: string, seq: number) => {
  const rows = await database
    .selectFrom('redirects')
    .select(['source', 'since'])
    .where('kind', '=', kind)
    .where('target', '=', target)
    .where('since', '>', seq)
    .where('until', '=', FOREVER)
    .orderBy('since')
    .orderBy('source')
    .execute();
  const nodes: LedgerNode[] = [];
  for (const { source, since } of rows)
    nodes.push(...(await nodesBefore(database, kind, [source], since)).map(({ node }) => node));
  return nodes;
};

/**
 * A merge is taken back: both nodes are as they were, with the nodes that were merged into them since, and reports that came since
 * are placed anew. Where the first has become part of another meanwhile, all three are made anew.
 */
export const unmerge = async (
  database: Database,
  change: MergeCorrection,
  since: number,
  seq: number,
): Promise<void> => {
  const { kind, into, from } = change;
  const end = (await redirectsOf(database, kind, [into], null)).get(into);
  await redirectAsBefore(database, change, since, seq);
  if (end !== undefined) {
    const moved = await documentsIn(database, kind, [from]);
    return remake(database, kind, [end, into, from], moved, seq);
  }
  for (const { name, node, at } of await nodesBefore(database, kind, [into, from], since)) {
    const joined = node.id === into ? await joinedSince(database, kind, into, since) : [];
    const whole = joined.reduce((one, other) => joinNodes(one, other), node);
    await writeAlone(database, new Map([[name, whole]]), seq, at);
  }
  for (const document of await documentsSince(database, [into, from], since)) await reproject(database, document, seq);
};
