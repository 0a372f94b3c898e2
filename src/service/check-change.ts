import type { Kysely } from 'kysely';
import type { NodeKind } from '../ledger/index.ts';
import { FOREVER, type Tables } from '../store/index.ts';
import { ReadoutError } from '../text/index.ts';
import { withAliases } from './ask/aliases.ts';
import { findReport } from './ask/reports.ts';
import { findAnchored } from './entries/active-corrections.ts';
import { checkEdit, checkNodeEdit } from './entries/edits.ts';
import type { Change } from './entries/entry.ts';
import { nodesById } from './entries/node-lookup.ts';

const missing = (what: string, data: Record<string, unknown>): ReadoutError =>
  new ReadoutError(
    'no-such-record',
    `${what} is not in this ledger. Look it up again: it may have been merged or read anew.`,
    data,
  );

const checkNodes = async (database: Kysely<Tables>, kind: NodeKind, ids: readonly string[]): Promise<void> => {
  const found = await nodesById(database, kind, ids);
  for (const id of ids) if (!found.some((node) => node.id === id)) throw missing(`The ${kind} "${id}"`, { kind, id });
};

/** The actors that an edit gives to a field must be in the ledger. */
const checkActors = async (database: Kysely<Tables>, change: Readonly<Record<string, unknown>>): Promise<void> => {
  const actors = ['speakers', 'actors', 'recipients'].flatMap((field) => {
    const ids = change[field];
    return Array.isArray(ids) ? ids.map(String) : [];
  });
  await checkNodes(database, 'actor', [...new Set(actors)]);
};

const checkMembers = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  node: string,
  members: readonly { readonly document: string; readonly record: string }[],
): Promise<void> => {
  const rows = await database
    .selectFrom('members')
    .select(['document', 'record', 'node'])
    .where('kind', '=', kind)
    .where('node', 'in', [...(await withAliases(database, kind, [node], null))])
    .where('until', '=', FOREVER)
    .execute();
  for (const { document, record } of members) {
    const row = rows.find((one) => one.document === document && one.record === record);
    if (row === undefined)
      throw missing(`Record "${record}" of the ${kind} "${node}"`, { kind, node, document, record });
    if (row.node !== node)
      throw new ReadoutError(
        'bad-correction',
        `Some of this came here when another ${kind} was merged into it, and is split off by undoing that merge.`,
        { kind, node, document, record },
      );
  }
  if (members.length === 0 || members.length >= rows.length)
    throw new ReadoutError(
      'bad-correction',
      'A split takes some of the records out of a node, not none and not all of them.',
    );
};

/** Checks that what a person decides can be: its record or node is there, its fields exist. Throws `bad-correction`, `no-such-record`. */
export const checkChange = async (database: Kysely<Tables>, change: Change): Promise<void> => {
  if ('anchor' in change) {
    const { kind, document, record } = change.anchor;
    const report = await findReport(database, document, null);
    if (report === null) throw missing(`The report "${document}"`, { document });
    const found = findAnchored(report.readout, change.anchor);
    if (found === null) throw missing(`The ${kind} "${record}"`, { kind, document, record });
    if (change.action !== 'edit') return;
    checkEdit(kind, found, change.change, report.readout);
    return checkActors(database, change.change);
  }
  if (change.action === 'merge') {
    if (change.into === change.from) throw new ReadoutError('bad-correction', 'A node cannot be merged into itself.');
    return checkNodes(database, change.kind, [change.into, change.from]);
  }
  if (change.action === 'split') return checkMembers(database, change.kind, change.node, change.members);
  await checkNodes(database, change.kind, [change.node]);
  if (change.action === 'edit-node') checkNodeEdit(change.kind, change.change);
};
