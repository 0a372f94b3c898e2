import { sql, type Transaction } from 'kysely';
import { canonicalUrl } from '../../intake/index.ts';
import type { Readout } from '../../readout/index.ts';
import { type Entry, FOREVER, insertRows, storable, type Tables } from '../../store/index.ts';
import { pack } from '../packed.ts';
import { reportId } from '../report-id.ts';
import type { ReadEntry } from './entry.ts';
import { findOrigin } from './find-origin.ts';
import { projectReport } from './project-report.ts';

/** What made a readout, in one word. */
export const engineName = ({ engine: { version, model, codebook } }: Pick<Readout, 'engine'>): string =>
  `${version}/${model}/${codebook}`;

const day = /^\d{4}-\d\d-\d\d$/;
/** Read as UTC, on whatever machine the tables are made. */
const withoutZone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;

/** The moment by which a report is ordered: when it was published, as far as it says so, or when it was taken in. */
const momentOf = (published: string | null, added: string): string => {
  if (published === null) return added;
  const instant = Date.parse(
    day.test(published) ? `${published}T00:00:00Z` : withoutZone.test(published) ? `${published}Z` : published,
  );
  return Number.isNaN(instant) ? added : new Date(instant).toISOString();
};

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

const keep = (text: string | null): string | null => (text === null ? null : storable(text));

const writeDocument = async (
  transaction: Transaction<Tables>,
  id: string,
  { name, readout }: ReadEntry,
  { seq, at: added }: Entry,
): Promise<void> => {
  const { document, text } = readout;
  const { origin, likeness, family, sketch } = await findOrigin(transaction, id, readout);
  const words = `${document.title ?? ''} ${text}`;
  await sql`
    insert into documents (id, since, name, url, title, publisher, family, agency, language, published, at, origin, likeness, words, search)
    values (${id}, ${seq}, ${storable(name)}, ${document.url === null ? null : canonicalUrl(document.url)}, ${keep(document.title)}, ${keep(document.publisher)},
      ${family}, ${keep(document.agency)}, ${document.language}, ${document.published}, ${momentOf(document.published, added)}, ${origin},
      ${likeness}, ${countWords(text)}, to_tsvector('english', ${storable(words)}))`.execute(transaction);
  await insertRows(
    transaction,
    'fingerprints',
    sketch.map((value) => ({ value, document: id })),
  );
};

const writeReadout = async (
  transaction: Transaction<Tables>,
  document: string,
  readout: Readout,
  seq: number,
): Promise<void> => {
  await transaction
    .updateTable('readouts')
    .set({ until: seq })
    .where('document', '=', document)
    .where('until', '=', FOREVER)
    .execute();
  await transaction
    .insertInto('readouts')
    .values({ document, engine: engineName(readout), since: seq, until: FOREVER, body: pack(readout) })
    .execute();
};

/** A report as the tables have it, by its id. */
export const knownReport = (transaction: Transaction<Tables>, id: string) =>
  transaction
    .selectFrom('documents')
    .innerJoin('moments', 'moments.seq', 'documents.since')
    .select(['documents.id', 'documents.origin', 'documents.family', 'documents.at', 'moments.at as added'])
    .where('documents.id', '=', id)
    .executeTakeFirst();

/**
 * A report was read: it and its readout are kept, and what it says is written. The same readout of the same report again
 * changes nothing; a readout by another engine takes the place of the one before.
 */
export const addReport = async (transaction: Transaction<Tables>, entry: Entry, read: ReadEntry): Promise<void> => {
  const id = reportId(read.readout);
  const before = await transaction
    .selectFrom('readouts')
    .select('engine')
    .where('document', '=', id)
    .where('until', '=', FOREVER)
    .executeTakeFirst();
  await transaction
    .updateTable('failures')
    .set({ until: entry.seq })
    .where('name', '=', storable(read.name))
    .where('until', '=', FOREVER)
    .execute();
  if (before?.engine === engineName(read.readout)) return;
  if (before === undefined) await writeDocument(transaction, id, read, entry);
  await writeReadout(transaction, id, read.readout, entry.seq);
  const known = await knownReport(transaction, id);
  if (known === undefined) return;
  await projectReport(
    transaction,
    {
      id,
      readout: read.readout,
      origin: known.origin,
      family: known.family,
      at: known.at.toISOString(),
      added: known.added.toISOString(),
      isKnown: before !== undefined,
    },
    entry.seq,
  );
};
