import { sql, type Transaction } from 'kysely';
import type { Member, Placement } from '../../ledger/index.ts';
import { FOREVER, insertRows, type Tables, toJson } from '../../store/index.ts';
import type { Written } from './write-nodes.ts';

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
      update members set until = ${seq} from jsonb_to_recordset(${toJson(gone)}::jsonb) as gone(kind text, node text, record text)
      where members.document = ${document} and members.until = ${FOREVER}::bigint
        and members.kind = gone.kind and members.node = gone.node and members.record = gone.record`.execute(
      transaction,
    );
  const added = [...new Map(members.map((member) => [memberName(member), member])).values()]
    .filter((member) => !old.has(memberName(member)))
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
