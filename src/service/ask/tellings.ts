import { type Kysely, sql } from 'kysely';
import type { RecordRef } from '../../ledger/index.ts';
import type { Actor, Readout } from '../../readout/index.ts';
import type { Tables } from '../../store/index.ts';
import type { Evidence } from '../../text/index.ts';
import { unpack } from '../packed.ts';
import { sentenceAt } from '../rows/sentence-at.ts';
import { withAliases } from './aliases.ts';
import { type AsOf, knownAt } from './moment.ts';
import type { ReportName } from './records.ts';

/** What one report says of an actor: what it calls it, and in which words. */
export interface ActorTelling extends RecordRef {
  readonly report: ReportName;
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly code: string | null;
  /** How often the report mentions it, pronouns too. */
  readonly mentions: number;
  /** The sentence that gives it its role, or else that names it first. */
  readonly evidence: Evidence | null;
  /** Why this is the same actor. */
  readonly reason: string;
}

type Row = RecordRef &
  Omit<ReportName, 'id'> & { readonly reason: string; readonly body: Uint8Array; readonly since: number };

/** The sentence that says most of who an actor is. */
const sentenceOn = (readout: Readout, { role, mentions }: Actor): Evidence | null => {
  const sentences = mentions.slice(0, 20).map(({ start }) => sentenceAt(readout, start));
  const telling = sentences.find(({ text }) => role !== null && text.toLowerCase().includes(role.toLowerCase()));
  return telling ?? sentences[0] ?? null;
};

const toTelling = ({ body, record, document, reason, since: _, ...report }: Row): readonly ActorTelling[] => {
  const readout = unpack(body);
  const actor = readout.actors.find(({ id }) => id === record);
  if (actor === undefined) return [];
  const { name, role, affiliation, code, mentions } = actor;
  return [
    {
      document,
      record,
      report: { id: document, ...report },
      name,
      role,
      affiliation,
      code,
      mentions: mentions.length,
      evidence: sentenceOn(readout, actor),
      reason,
    },
  ];
};

/** What reports say of an actor, the newest first; at most so many. */
export const actorTellings = async (
  database: Kysely<Tables>,
  id: string,
  asOf: AsOf,
  limit: number,
): Promise<readonly ActorTelling[]> => {
  const nodes = [...(await withAliases(database, 'actor', [id], asOf))];
  const { rows } = await sql<Row>`
    select m.document, m.record, m.reason, m.since, d.title, d.publisher, d.published, d.url, r.body from members m
    join documents d on d.id = m.document
    join readouts r on r.document = m.document and ${knownAt(asOf, 'r')}
    where m.kind = 'actor' and m.node = any(${nodes}::text[]) and ${knownAt(asOf, 'm')}
    order by d.at desc, m.record limit ${sql.lit(limit)}`.execute(database);
  return rows.flatMap(toTelling);
};
