import { type Kysely, sql } from 'kysely';
import { canonicalUrl, type Origin, SameIndex, sketchOf } from '../../intake/index.ts';
import type { Readout } from '../../readout/index.ts';
import type { Tables } from '../../store/index.ts';
import { documentOf } from '../document-of.ts';
import { unpack } from '../packed.ts';

/** Earlier reports that are compared with a new one. */
const MOST = 24;
/** Fingerprints that two reports must share to be compared: a phrase in common is nothing. */
const SHARED = 2;

/** Where a report comes from, and the fingerprints that it is to be found by. */
export interface Found {
  readonly origin: string;
  readonly likeness: Origin['likeness'];
  readonly family: string | null;
  readonly sketch: readonly number[];
}

const candidates = async (
  database: Kysely<Tables>,
  sketch: readonly number[],
  url: string | null,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ document: string }>`
    select document from (
      select document, count(*) as shared from fingerprints where value = any(${[...sketch]}::bigint[])
      group by document having count(*) >= ${sql.lit(Math.max(1, Math.min(SHARED, sketch.length)))}
      union all select id, 100 from documents where url = ${url}
    ) as found group by document order by max(shared) desc, document limit ${sql.lit(MOST)}`.execute(database);
  return rows.map(({ document }) => document);
};

/** Which earlier report of the ledger this one repeats, if any. Reports are compared in the order in which they came. */
export const findOrigin = async (database: Kysely<Tables>, id: string, readout: Readout): Promise<Found> => {
  const document = documentOf(readout);
  const sketch = sketchOf(document);
  const url = document.url === null ? null : canonicalUrl(document.url);
  const ids = await candidates(database, sketch, url);
  const index = new SameIndex();
  const origins = new Map<string, string>();
  if (ids.length > 0) {
    const known = await database
      .selectFrom('documents')
      .innerJoin('readouts', 'readouts.document', 'documents.id')
      .distinctOn('documents.since')
      .select(['documents.id', 'documents.origin', 'readouts.body'])
      .where('documents.id', 'in', ids)
      .orderBy('documents.since')
      .execute();
    for (const earlier of known) {
      index.add(earlier.id, documentOf(unpack(earlier.body)));
      origins.set(earlier.id, earlier.origin);
    }
  }
  const { of, likeness, family } = index.add(id, document);
  return { origin: of === null ? id : (origins.get(of) ?? id), likeness, family, sketch };
};
