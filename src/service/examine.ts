import { type Kysely, sql } from 'kysely';
import type { Store, Tables } from '../store/index.ts';
import type { ReadEntry } from './entries/entry.ts';
import { reportId } from './report-id.ts';

/** What was looked at, whether it is well, and what to do where it is not. */
export interface Finding {
  readonly what: string;
  readonly state: 'good' | 'notice' | 'bad';
  readonly message: string;
  readonly advice: string | null;
}

const finding = (what: string, isGood: boolean, message: string, advice: string): Finding => ({
  what,
  state: isGood ? 'good' : 'bad',
  message,
  advice: isGood ? null : advice,
});

const MAKE_ANEW =
  'Move the folder pg inside the ledger away and run any command: the tables are made again from the journal, which holds everything.';

const TRY_AGAIN =
  'They stay in the journal. With a newer Readout, move the folder pg inside the ledger away: the tables are made again, and they are tried again.';

/** Entries that are named one by one. */
const SHOWN = 5;

const said = ({ seq, kind, message }: { seq: number; kind: string; message: string }): string =>
  `${seq} (${kind}): ${message}`;

/** What the journal holds, counted by reading all of it. */
interface Journaled {
  readonly entries: number;
  readonly reports: ReadonlySet<string>;
  readonly corrections: number;
  readonly undone: number;
}

const readJournal = async (
  store: Store,
  passedOver: ReadonlySet<number>,
  progress: (entries: number) => void,
): Promise<Journaled> => {
  const reports = new Set<string>();
  let [entries, corrections, undone] = [0, 0, 0];
  for await (const { seq, kind, data } of store.entriesAfter(0)) {
    entries += 1;
    progress(entries);
    if (passedOver.has(seq)) continue;
    // The journal holds what this room put there.
    if (kind === 'read') reports.add(reportId((data as ReadEntry).readout));
    if (kind === 'correct') corrections += 1;
    if (kind === 'undo') undone += 1;
  }
  return { entries, reports, corrections, undone };
};

const numberIn = async (database: Kysely<Tables>, query: ReturnType<typeof sql<{ n: number }>>): Promise<number> =>
  Number((await query.execute(database)).rows[0]?.n ?? 0);

/** Rows that should not be: of reports that are not there, of nodes that are not there, without those who take part in them. */
const strays = async (database: Kysely<Tables>): Promise<number> => {
  const now = sql.raw('until = 9223372036854775807');
  const counts = await Promise.all([
    numberIn(
      database,
      sql`select count(*)::int as n from statements t where not exists (select 1 from documents d where d.id = t.document)`,
    ),
    numberIn(
      database,
      sql`select count(*)::int as n from events t where not exists (select 1 from documents d where d.id = t.document)`,
    ),
    numberIn(
      database,
      sql`select count(*)::int as n from documents d where not exists (select 1 from readouts r where r.document = d.id and r.${now})`,
    ),
    numberIn(
      database,
      sql`select count(*)::int as n from members m where m.${now} and not exists (select 1 from nodes n where n.kind = m.kind and n.id = m.node)`,
    ),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
};

/** Looks whether a ledger's journal and tables are whole and agree. Reads everything that was ever taken in. */
export const examine = async (store: Store, progress: (entries: number) => void): Promise<readonly Finding[]> => {
  const { database } = store;
  const passed = await database.selectFrom('passed_over').selectAll().orderBy('seq').execute();
  const journaled = await readJournal(store, new Set(passed.map(({ seq }) => seq)), progress);
  const applied = await numberIn(database, sql`select count(*)::int as n from moments`);
  const documents = await numberIn(database, sql`select count(*)::int as n from documents`);
  const corrections = await numberIn(database, sql`select count(*)::int as n from corrections`);
  const lost = await strays(database);
  const { entries, reports } = journaled;
  return [
    { what: 'journal', state: 'good', message: `${entries} entries, each whole and in order`, advice: null },
    finding('tables', applied === entries, `hold ${applied} of ${entries} entries`, MAKE_ANEW),
    finding(
      'entries',
      passed.length === 0,
      passed.length === 0
        ? 'each was applied'
        : `${passed.length} could not be applied and were passed over: ${passed.slice(0, SHOWN).map(said).join('; ')}`,
      TRY_AGAIN,
    ),
    finding(
      'reports',
      documents === reports.size,
      `${documents} in the tables, ${reports.size} in the journal`,
      MAKE_ANEW,
    ),
    finding(
      'corrections',
      corrections === journaled.corrections,
      `${corrections} in the tables, ${journaled.corrections} in the journal, ${journaled.undone} taken back`,
      MAKE_ANEW,
    ),
    finding(
      'rows',
      lost === 0,
      lost === 0 ? 'each has its report and its place' : `${lost} belong to nothing`,
      MAKE_ANEW,
    ),
  ];
};
