import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Event, Readout, Statement } from '../../readout/index.ts';
import type { Tables } from '../../store/index.ts';
import { ReadoutError } from '../../text/index.ts';
import { unpack } from '../packed.ts';
import { type Diff, type Difference, tally } from './diff.ts';

const unknown = (name: string, known: readonly string[]): ReadoutError =>
  new ReadoutError(
    'bad-engine',
    `"${name}" is no moment, and not the name of one engine whose readouts are here (or a part that only one has). Moments are written like 2019-04-28T18:00Z; engines here: ${known.join(', ') || 'none'}.`,
    { name, known },
  );

/** The one engine of the ledger that a name or a part of one means. Throws `bad-engine` where none or several could be meant. */
const engineNamed = async (database: Kysely<Tables>, name: string): Promise<string> => {
  const rows = await database.selectFrom('readouts').select('engine').distinct().orderBy('engine').execute();
  const engines = rows.map(({ engine }) => engine);
  const meant = engines.includes(name) ? [name] : engines.filter((engine) => engine.includes(name));
  const [one, ...others] = meant;
  if (one === undefined || others.length > 0) throw unknown(name, engines);
  return one;
};

type RecordOf = Statement | Event;

const recordsOf = ({ statements, events }: Readout): readonly (readonly [Difference['kind'], RecordOf])[] => [
  ...statements.map((one) => ['statement', one] as const),
  ...events.map((one) => ['event', one] as const),
];

/** What two readouts of one report say differently, record by record. */
const between = (document: string, before: Readout, after: Readout): readonly Difference[] => {
  const old = new Map(recordsOf(before).map(([, record]) => [record.id, record]));
  const now = new Set(recordsOf(after).map(([, { id }]) => id));
  const gone = recordsOf(before)
    .filter(([, { id }]) => !now.has(id))
    .map(([kind, record]) => ({
      kind,
      change: 'removed' as const,
      document,
      record: record.id,
      before: record,
      after: null,
    }));
  const others = recordsOf(after)
    .filter(([, record]) => !isDeepStrictEqual(old.get(record.id), record))
    .map(([kind, record]) => {
      const was = old.get(record.id) ?? null;
      return {
        kind,
        change: was === null ? ('added' as const) : ('changed' as const),
        document,
        record: record.id,
        before: was,
        after: record,
      };
    });
  return [...gone, ...others];
};

/** Reports that are unpacked at once. */
const PAGE = 50;

/**
 * What two engines read out of the same reports, without corrections: of each report that both have read, the last readout of
 * each. In the order of the reports' ids.
 */
async function* differencesOfEngines(database: Kysely<Tables>, a: string, b: string): AsyncGenerator<Difference> {
  for (let last = ''; ; ) {
    const { rows } = await sql<{ document: string; before: Uint8Array; after: Uint8Array }>`
      select distinct on (x.document) x.document, x.body as before, y.body as after
      from readouts x join readouts y on y.document = x.document and y.engine = ${b}
      where x.engine = ${a} and x.document > ${last}
      order by x.document, x.since desc, y.since desc limit ${sql.lit(PAGE)}`.execute(database);
    for (const { document, before, after } of rows) yield* between(document, unpack(before), unpack(after));
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.document ?? last;
  }
}

/** What two engines read differently: all of it counted, and the records up to a limit. */
export const diffEngines = async (database: Kysely<Tables>, a: string, b: string, limit = 500): Promise<Diff> => {
  const differences: Difference[] = [];
  const changes: Pick<Difference, 'kind' | 'change'>[] = [];
  const [before, after] = [await engineNamed(database, a), await engineNamed(database, b)];
  for await (const difference of differencesOfEngines(database, before, after)) {
    changes.push({ kind: difference.kind, change: difference.change });
    if (differences.length < limit) differences.push(difference);
  }
  const of = (kind: Difference['kind']) => tally(changes.filter((change) => change.kind === kind));
  return { counts: { statement: of('statement'), event: of('event') }, differences };
};
