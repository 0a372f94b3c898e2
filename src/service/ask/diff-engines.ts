import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Event, Readout, Statement } from '../../readout/index.ts';
import type { Tables } from '../../store/index.ts';
import { ReadoutError } from '../../text/index.ts';
import { unpack } from '../packed.ts';
import { badCursor, fromCursor, limitOf, type PageRequest, toCursor } from './cursor.ts';
import { type Diff, type Difference, noTally } from './diff.ts';

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

/** A difference, and which of its report it is. */
interface Placed {
  readonly difference: Difference;
  readonly index: number;
}

type Both = { readonly document: string; readonly before: Uint8Array; readonly after: Uint8Array };

/** The last readouts that two engines made of the same reports, in the order of the reports' ids, from one on. */
async function* readByBoth(
  database: Kysely<Tables>,
  [a, b]: readonly [string, string],
  from: string,
): AsyncGenerator<Both> {
  for (let behind = sql`x.document >= ${from}`; ; ) {
    const { rows } = await sql<Both>`
      select distinct on (x.document) x.document, x.body as before, y.body as after
      from readouts x join readouts y on y.document = x.document and y.engine = ${b}
      where x.engine = ${a} and ${behind}
      order by x.document, x.since desc, y.since desc limit ${sql.lit(PAGE)}`.execute(database);
    yield* rows;
    if (rows.length < PAGE) return;
    behind = sql`x.document > ${rows.at(-1)?.document}`;
  }
}

/** What two engines read out of the same reports, without corrections, behind a place. */
async function* differencesOfEngines(
  database: Kysely<Tables>,
  engines: readonly [string, string],
  from: { readonly document: string; readonly index: number },
): AsyncGenerator<Placed> {
  for await (const { document, before, after } of readByBoth(database, engines, from.document))
    for (const [index, difference] of between(document, unpack(before), unpack(after)).entries())
      if (document !== from.document || index > from.index) yield { difference, index };
}

/** Where a page ended: the report of its last difference, and which of the report's it was. */
const placeIn = (cursor: string): { readonly document: string; readonly index: number } => {
  const [document, index] = fromCursor(cursor, 2);
  if (typeof document !== 'string' || typeof index !== 'number') throw badCursor(cursor);
  return { document, index };
};

/** What two engines read differently. With the first page all of it is counted, report by report, in the memory of one page. */
export const diffEngines = async (
  database: Kysely<Tables>,
  a: string,
  b: string,
  request: PageRequest,
): Promise<Diff> => {
  const limit = limitOf(request);
  const cursor = request.cursor ?? null;
  const from = cursor === null ? { document: '', index: -1 } : placeIn(cursor);
  const engines = [await engineNamed(database, a), await engineNamed(database, b)] as const;
  const counts = { statement: { ...noTally }, event: { ...noTally } };
  const page: Placed[] = [];
  for await (const placed of differencesOfEngines(database, engines, from)) {
    if (page.length <= limit) page.push(placed);
    else if (cursor !== null) break;
    const { kind, change } = placed.difference;
    counts[kind][change] += 1;
  }
  const shown = page.slice(0, limit);
  const last = shown.at(-1);
  return {
    counts: cursor === null ? counts : null,
    differences: shown.map(({ difference }) => difference),
    next: page.length > limit && last !== undefined ? toCursor([last.difference.document, last.index]) : null,
  };
};
