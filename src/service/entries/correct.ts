import type { Transaction } from 'kysely';
import type { LedgerNode, NodeKind, RecordRef } from '../../ledger/index.ts';
import { type Entry, FOREVER, storable, type Tables, toJson } from '../../store/index.ts';
import type { Change, CorrectEntry, MergeCorrection, SplitCorrection, UndoEntry } from './entry.ts';
import { merge, unmerge } from './merge.ts';
import { nodeName, nodesById } from './node-lookup.ts';
import { remake } from './remake.ts';
import { reproject } from './reproject.ts';
import { nodesBefore, writeAlone } from './write-alone.ts';

type Database = Transaction<Tables>;

/** Records on the two sides of a merge or a split, by which it holds when reports are placed anew. */
interface Sides {
  readonly here: readonly RecordRef[];
  readonly there: readonly RecordRef[];
}

/** Records that stand for the rest of a node. */
const SAMPLE = 20;
const isSame = (a: RecordRef, b: RecordRef): boolean => a.document === b.document && a.record === b.record;

const someMembers = (database: Database, kind: NodeKind, node: string, most: number): Promise<readonly RecordRef[]> =>
  database
    .selectFrom('members')
    .select(['document', 'record'])
    .where('kind', '=', kind)
    .where('node', '=', node)
    .where('until', '=', FOREVER)
    .orderBy('since')
    .orderBy('record')
    .limit(most)
    .execute();

const sidesOf = async (database: Database, change: SplitCorrection | MergeCorrection): Promise<Sides> => {
  if (change.action === 'merge') {
    const { kind, into, from } = change;
    return {
      here: await someMembers(database, kind, into, SAMPLE),
      there: await someMembers(database, kind, from, SAMPLE),
    };
  }
  const { kind, node, members } = change;
  const all = await someMembers(database, kind, node, SAMPLE + members.length);
  return { here: members, there: all.filter((one) => !members.some((member) => isSame(one, member))) };
};

const nodesOf = async (database: Database, kind: NodeKind, refs: readonly RecordRef[]): Promise<readonly string[]> => {
  const rows = await database
    .selectFrom('members')
    .select(['document', 'record', 'node'])
    .where('kind', '=', kind)
    .where('document', 'in', ['', ...new Set(refs.map(({ document }) => document))])
    .where('until', '=', FOREVER)
    .execute();
  return [...new Set(rows.filter((row) => refs.some((ref) => isSame(ref, row))).map(({ node }) => node))];
};

/** Makes a split hold, or no longer hold, in the tables. */
const divide = async (
  database: Database,
  { kind, node }: SplitCorrection,
  { here }: Sides,
  seq: number,
): Promise<void> => {
  const nodes = [...new Set([node, ...(await nodesOf(database, kind, here))])];
  const moved = [...new Set(here.map(({ document }) => document))];
  await remake(database, kind, nodes, moved, seq);
};

const rewrite = async (database: Database, kind: NodeKind, node: string, seq: number): Promise<void> => {
  const nodes = await nodesById(database, kind, [node]);
  await writeAlone(database, new Map(nodes.map((one) => [nodeName(kind, one.id), one])), seq);
};

const subjectOf = (change: Change): { kind: string; document: string | null; record: string } => {
  if ('anchor' in change)
    return { kind: change.anchor.kind, document: change.anchor.document, record: change.anchor.record };
  return { kind: change.kind, document: null, record: 'into' in change ? change.into : change.node };
};

/** A person decided something: it is kept, and holds from now on. */
export const correct = async (database: Database, entry: Entry, made: CorrectEntry): Promise<void> => {
  const { id, author, why, change } = made;
  const { seq } = entry;
  const isRuling = change.action === 'split' || change.action === 'merge';
  const sides = isRuling ? await sidesOf(database, change) : null;
  await database
    .insertInto('corrections')
    .values({
      id,
      since: seq,
      author: storable(author),
      why: why === null ? null : storable(why),
      action: change.action,
      ...subjectOf(change),
      target: toJson(sides ?? {}),
      change: toJson(change),
      undone_by: null,
      state: 'applied',
    })
    .execute();
  if (change.action === 'merge') await merge(database, change, seq);
  else if (change.action === 'split' && sides !== null) await divide(database, change, sides, seq);
  else if ('anchor' in change) await reproject(database, change.anchor.document, seq);
  else if ('node' in change) await rewrite(database, change.kind, change.node, seq);
};

/** A person took a decision back: what the engine found, and the other decisions, hold again. */
export const undo = async (database: Database, { seq }: Entry, undone: UndoEntry): Promise<void> => {
  const row = await database
    .selectFrom('corrections')
    .select(['change', 'target', 'since'])
    .where('id', '=', undone.correction)
    .where('undone_by', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return;
  await database
    .updateTable('corrections')
    .where('id', '=', undone.correction)
    .set({
      undone_by: undone.id,
      undone_at: seq,
      undone_author: storable(undone.author),
      undone_why: undone.why === null ? null : storable(undone.why),
      state: 'undone',
    })
    .execute();
  // The tables hold what `correct` wrote.
  const change = row.change as Change;
  if (change.action === 'merge') await unmerge(database, change, row.since, seq);
  else if (change.action === 'split') await divide(database, change, row.target as Sides, seq);
  else if ('anchor' in change) await reproject(database, change.anchor.document, seq);
  else await unedit(database, change.kind, change.node, row.since, seq);
};

/** An edit of a node is taken back: the fields that it set are as they were before it. */
const unedit = async (database: Database, kind: NodeKind, node: string, since: number, seq: number): Promise<void> => {
  const [now] = await nodesById(database, kind, [node]);
  const [before] = await nodesBefore(database, kind, [node], since);
  if (now === undefined) return;
  const rows = await database
    .selectFrom('corrections')
    .select('change')
    .where('since', '=', since)
    .where('record', '=', node)
    .execute();
  const fields = new Set(rows.flatMap(({ change }) => Object.keys((change as { change?: object }).change ?? {})));
  const old = Object.fromEntries(Object.entries(before?.node.summary ?? {}).filter(([field]) => fields.has(field)));
  const restored = { ...now, summary: { ...now.summary, ...old } } as LedgerNode;
  await writeAlone(database, new Map([[nodeName(kind, node), restored]]), seq);
};
