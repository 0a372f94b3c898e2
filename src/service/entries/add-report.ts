import { sql, type Transaction } from 'kysely';
import { canonicalUrl } from '../../intake/index.ts';
import type { Readout } from '../../readout/index.ts';
import { type Entry, FOREVER, storable, type Tables } from '../../store/index.ts';
import { pack } from '../packed.ts';
import { reportId } from '../report-id.ts';
import type { ReadEntry } from './entry.ts';
import { findOrigin } from './find-origin.ts';
import { type KnownReport, projectReport } from './project-report.ts';

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

/** What a new report has from its coming into the ledger. */
type Placed = Pick<KnownReport, 'origin' | 'family' | 'at' | 'added'>;

const writeDocument = async (
  transaction: Transaction<Tables>,
  id: string,
  { name, readout }: ReadEntry,
  { seq, at: added }: Entry,
): Promise<Placed> => {
  const { document, text } = readout;
  const { origin, likeness, family, sketch } = await findOrigin(transaction, id, readout);
  const at = momentOf(document.published, added);
  const words = `${document.title ?? ''} ${text}`;
  await sql`
    with prints as (insert into fingerprints (value, document) select value, ${id} from unnest(${[...sketch]}::bigint[]) as value)
    insert into documents (id, since, name, url, title, publisher, family, agency, language, published, at, origin, likeness, words, search)
    values (${id}, ${seq}, ${storable(name)}, ${document.url === null ? null : canonicalUrl(document.url)}, ${keep(document.title)}, ${keep(document.publisher)},
      ${family}, ${keep(document.agency)}, ${document.language}, ${document.published}, ${at}, ${origin},
      ${likeness}, ${countWords(text)}, to_tsvector('english', ${storable(words)}))`.execute(transaction);
  return { origin, family, at, added };
};

const writeReadout = async (
  transaction: Transaction<Tables>,
  document: string,
  readout: Readout,
  seq: number,
  isKnown: boolean,
): Promise<void> => {
  if (isKnown)
    await transaction
      .updateTable('readouts')
      .set({ until: seq })
      .where('document', '=', document)
      .where('until', '=', FOREVER)
      .execute();
  // Bytes reach the embedded database fastest as base64.
  const body = Buffer.from(pack(readout)).toString('base64');
  await sql`insert into readouts (document, engine, since, body)
    values (${document}, ${engineName(readout)}, ${seq}, decode(${body}, 'base64'))`.execute(transaction);
};

/** What the tables hold of a report before it is added. */
const stateOf = async (transaction: Transaction<Tables>, id: string, name: string) => {
  const { rows } = await sql<{ engine: string | null; failed: boolean; corrected: boolean }>`
    select (select engine from readouts where document = ${id} and until = ${FOREVER}::bigint) as engine,
      exists (select from failures where name = ${name} and until = ${FOREVER}::bigint) as failed,
      exists (select from corrections) as corrected`.execute(transaction);
  return rows[0] ?? { engine: null, failed: false, corrected: true };
};

/** A report as the tables have it, by its id. */
export const knownReport = async (transaction: Transaction<Tables>, id: string): Promise<Placed | undefined> => {
  const row = await transaction
    .selectFrom('documents')
    .innerJoin('moments', 'moments.seq', 'documents.since')
    .select(['documents.origin', 'documents.family', 'documents.at', 'moments.at as added'])
    .where('documents.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? row : { ...row, at: row.at.toISOString(), added: row.added.toISOString() };
};

/**
 * A report was read: it and its readout are kept, and what it says is written. The same readout of the same report again
 * changes nothing; a readout by another engine takes the place of the one before.
 */
export const addReport = async (transaction: Transaction<Tables>, entry: Entry, read: ReadEntry): Promise<void> => {
  const id = reportId(read.readout);
  const { engine, failed, corrected } = await stateOf(transaction, id, storable(read.name));
  if (failed)
    await transaction
      .updateTable('failures')
      .set({ until: entry.seq })
      .where('name', '=', storable(read.name))
      .where('until', '=', FOREVER)
      .execute();
  if (engine === engineName(read.readout)) return;
  const isKnown = engine !== null;
  const placed = isKnown ? await knownReport(transaction, id) : await writeDocument(transaction, id, read, entry);
  await writeReadout(transaction, id, read.readout, entry.seq, isKnown);
  if (placed === undefined) return;
  await projectReport(
    transaction,
    { ...placed, id, readout: read.readout, isKnown, isCorrected: corrected },
    entry.seq,
  );
};
