import { sql, type Transaction } from 'kysely';
import type { Readout } from '../../readout/index.ts';
import { FOREVER, type Tables } from '../../store/index.ts';
import { recordRows } from '../rows/record-rows.ts';
import { type Corrected, correctionsOf, withCorrections } from './active-corrections.ts';
import { findPlace, nodeByRecord } from './place-report.ts';
import { endRedirectsOfLiving, writeMembers, writeRedirects } from './write-members.ts';
import { writeNodes } from './write-nodes.ts';
import { writeRows } from './write-rows.ts';

/** A report as the tables know it. */
export interface KnownReport {
  /** What the ledger calls it (`reportId`). */
  readonly id: string;
  readonly readout: Readout;
  readonly origin: string;
  readonly family: string | null;
  /** The moment by which it is ordered: its publication, or else when it was taken in. */
  readonly at: string;
  readonly added: string;
  /** Whether it has rows already. */
  readonly isKnown: boolean;
  /** Whether people have corrected anything in the ledger. */
  readonly isCorrected: boolean;
}

/** Keeps which corrections found their records, and from when to when they did not. */
const settle = async (
  transaction: Transaction<Tables>,
  { unanchored, anchored }: Pick<Corrected, 'unanchored' | 'anchored'>,
  seq: number,
): Promise<void> => {
  const open = sql`correction = any(${[...anchored]}::text[]) and until = ${FOREVER}::bigint`;
  await sql`delete from unanchored where ${open} and since = ${seq}`.execute(transaction);
  await sql`update unanchored set until = ${seq} where ${open}`.execute(transaction);
  await sql`insert into unanchored (correction, since) select id, ${seq}::bigint from unnest(${[...unanchored]}::text[]) as id
    where not exists (select 1 from unanchored u where u.correction = id and u.until = ${FOREVER}::bigint)`.execute(
    transaction,
  );
  for (const [ids, state] of [
    [unanchored, 'unanchored'],
    [anchored, 'applied'],
  ] as const)
    if (ids.length > 0) await transaction.updateTable('corrections').where('id', 'in', ids).set({ state }).execute();
};

/** What people rejected is shown as rejected, and tells the ledger nothing. */
const withoutRejected = (readout: Readout, isRejected: (record: string) => boolean): Readout => ({
  ...readout,
  statements: readout.statements.filter(({ id }) => !isRejected(id)),
  events: readout.events.filter(({ id }) => !isRejected(id)),
  agenda: readout.agenda.filter(({ event }) => !isRejected(event)),
  disputes: readout.disputes.filter(({ claim, counter }) => !isRejected(claim) && !isRejected(counter)),
});

/** Writes everything that one report says into the tables: its rows, corrected, and its place in the ledger. */
export const projectReport = async (
  transaction: Transaction<Tables>,
  report: KnownReport,
  seq: number,
): Promise<void> => {
  const { id, origin, family, at, added, isKnown, isCorrected } = report;
  const own = { ...report.readout, document: { ...report.readout.document, id } };
  const corrections = isCorrected ? await correctionsOf(transaction, id) : [];
  const corrected = withCorrections(own, corrections);
  if (corrections.length > 0) await settle(transaction, corrected, seq);
  const told = withoutRejected(corrected.readout, (record) => corrected.reviewOf(record) === 'rejected');
  const arrival = { readout: told, publisher: family, origin, added };
  const { nodes, placement, known } = await findPlace(transaction, arrival, report);
  const written = { seq, document: id, at };
  await writeNodes(transaction, nodes, written, { known, isCorrected });
  await writeMembers(transaction, placement.members, written, isKnown);
  await writeRedirects(transaction, placement.redirects, seq);
  await endRedirectsOfLiving(transaction, nodes, seq);
  const byRecord = nodeByRecord(placement.members);
  const situation = placement.members.find(({ kind }) => kind === 'situation')?.node ?? null;
  const rows = recordRows(
    corrected.readout,
    { document: id, at, origin, family, situation },
    { nodeOf: (record) => byRecord.get(record) ?? record, reviewOf: corrected.reviewOf, given: corrected.given },
  );
  await writeRows(transaction, rows, { document: id, seq, isKnown });
};
