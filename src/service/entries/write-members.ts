import { sql, type Transaction } from 'kysely';
import type { LedgerNode, Member, Placement } from '../../ledger/index.ts';
import { FOREVER, insertRows, type Tables, toJson } from '../../store/index.ts';
import type { Written } from './write-nodes.ts';

const memberName = ({ kind, node, record }: Pick<Member, 'kind' | 'node' | 'record'>): string =>
  `${kind} ${node} ${record}`;

/** Ends that records of a report belong to nodes; what began with this very entry was never seen. */
const endMembers = async (
  transaction: Transaction<Tables>,
  document: string,
  gone: readonly { readonly kind: string; readonly node: string; readonly record: string }[],
  seq: number,
): Promise<void> => {
  if (gone.length === 0) return;
  const named = sql`members.document = ${document} and members.until = ${FOREVER}::bigint
    and members.kind = gone.kind and members.node = gone.node and members.record = gone.record`;
  const list = sql`jsonb_to_recordset(${toJson(gone)}::jsonb) as gone(kind text, node text, record text)`;
  await sql`delete from members using ${list} where ${named} and members.since = ${seq}`.execute(transaction);
  await sql`update members set until = ${seq} from ${list} where ${named}`.execute(transaction);
};

const membersNow = (transaction: Transaction<Tables>, document: string) =>
  transaction
    .selectFrom('members')
    .select(['kind', 'node', 'record'])
    .where('document', '=', document)
    .where('until', '=', FOREVER)
    .execute();

/** Writes which records of a report, that may have been placed before, belong to which nodes. What stayed as it was keeps its row. */
export const writeMembers = async (
  transaction: Transaction<Tables>,
  members: readonly Member[],
  { seq, document }: Written,
  isKnown: boolean,
): Promise<void> => {
  const before = isKnown ? await membersNow(transaction, document) : [];
  const old = new Set(before.map((row) => memberName(row as Member)));
  const now = new Set(members.map(memberName));
  const gone = before.filter((row) => !now.has(memberName(row as Member)));
  await endMembers(transaction, document, gone, seq);
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

/** Ends redirects by where they lead from; what began with this very entry was never seen. */
export const endRedirects = async (
  transaction: Transaction<Tables>,
  kind: string,
  sources: readonly string[],
  seq: number,
): Promise<void> => {
  const named = sql`kind = ${kind} and source = any(${[...sources]}::text[]) and until = ${FOREVER}::bigint`;
  await sql`delete from redirects where ${named} and since = ${seq}`.execute(transaction);
  await sql`update redirects set until = ${seq} where ${named}`.execute(transaction);
};

/** A node that is there again stands for itself. */
export const endRedirectsOfLiving = async (
  transaction: Transaction<Tables>,
  nodes: ReadonlyMap<string, LedgerNode | null>,
  seq: number,
): Promise<void> => {
  const living = [...nodes.values()].filter((node) => node !== null);
  if (living.length === 0) return;
  const kinds = [...new Set(living.map(({ kind }) => kind))];
  const { rows } = await sql<{ kind: string; source: string }>`
    select kind, source from redirects
    where kind = any(${kinds}::text[]) and source = any(${living.map(({ id }) => id)}::text[]) and until = ${FOREVER}::bigint`.execute(
    transaction,
  );
  const isLiving = new Set(living.map(({ kind, id }) => `${kind} ${id}`));
  const back = rows.filter(({ kind, source }) => isLiving.has(`${kind} ${source}`));
  for (const [kind, ofKind] of Map.groupBy(back, (row) => row.kind))
    await endRedirects(
      transaction,
      kind,
      ofKind.map(({ source }) => source),
      seq,
    );
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
      .select(['source', 'reason'])
      .where('kind', '=', kind)
      .where('target', '=', from)
      .where('until', '=', FOREVER)
      .execute();
    await endRedirects(transaction, kind, [...before.map(({ source }) => source), from], seq);
    const rows = [...before.filter(({ source }) => source !== to), { source: from, reason }].map((row) => ({
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
