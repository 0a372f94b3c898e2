import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Filter, Ledger, RecordItem } from '../../service/index.ts';
import { ReadoutError } from '../../text/index.ts';
import { type Call, type Command, type Terminal, UsageError } from '../command.ts';
import { checkedDate } from '../dates.ts';
import { agendaCalendar } from '../export/agenda-calendar.ts';
import { leftWords, Sifted } from '../export/coded-events.ts';
import { type Coding, gdeltRows, polecatRows } from '../export/coded-rows.ts';
import { type Cells, csvLine } from '../export/csv.ts';
import { recordAnnotation } from '../export/record-annotation.ts';
import { recordCells, recordColumns, reportColumns, reportItemCells } from '../export/record-cells.ts';
import { count, oneLine } from '../page/words.ts';
import { progressOn } from '../progress.ts';
import { version } from '../version.ts';
import { agendaItems, calendarItems } from './agenda.ts';
import { asOfOption, filterOf, filterOptions, itemsOf } from './asked.ts';
import { agendaList } from './node-lists.ts';
import { ledgerOption, withLedger } from './open-ledger.ts';

/** What an export is made of. */
interface Exporting {
  readonly ledger: Ledger;
  readonly filter: Filter;
  readonly asOf: string | null;
  /** Is told of each row. */
  readonly told: () => Promise<void>;
  /** Fails where the export is to stop. */
  readonly check: () => void;
  /** Keeps which events are no rows of other codings. */
  readonly sifted: Sifted;
}

type Piece = string | Uint8Array;
type Of = 'statements' | 'events' | 'reports';

async function* records(of: Of, { ledger, filter, asOf, told, check }: Exporting): AsyncGenerator<RecordItem> {
  const items = itemsOf<RecordItem>((page) =>
    of === 'statements' ? ledger.statements({ filter, asOf, ...page }) : ledger.events({ filter, asOf, ...page }),
  );
  for await (const item of items) {
    check();
    await told();
    yield item;
  }
}

async function* rowsOf(of: Of, exporting: Exporting): AsyncGenerator<Cells> {
  if (of !== 'reports') {
    for await (const item of records(of, exporting)) yield recordCells(item);
    return;
  }
  const { ledger, filter, asOf, told, check } = exporting;
  const { from, until } = filter;
  for await (const item of itemsOf((page) => ledger.reports({ filter: { from, until }, asOf, ...page }))) {
    check();
    await told();
    yield reportItemCells(item);
  }
}

const columnsOf = (of: Of): readonly string[] => (of === 'reports' ? reportColumns : recordColumns[of]);

/** All events, for codings that leave out what did not happen, and count it. */
const codingOf = (exporting: Exporting): Coding => {
  const { ledger, asOf, filter, told, sifted } = exporting;
  const all = { ...exporting, filter: { ...filter, realis: undefined }, told: async () => {} };
  return { ledger, asOf, items: records('events', all), realis: filter.realis ?? null, told, sifted };
};

type Format = (of: Of, exporting: Exporting) => AsyncGenerator<Piece>;

async function* asCsv(of: Of, exporting: Exporting): AsyncGenerator<Piece> {
  const columns = columnsOf(of);
  yield csvLine(columns);
  for await (const row of rowsOf(of, exporting)) yield csvLine(columns.map((column) => row[column] ?? null));
}

async function* asJsonLines(of: Of, exporting: Exporting): AsyncGenerator<Piece> {
  if (of === 'reports') {
    for await (const row of rowsOf(of, exporting)) yield `${JSON.stringify(row)}\n`;
    return;
  }
  for await (const item of records(of, exporting)) yield `${JSON.stringify(item)}\n`;
}

async function* asAnnotations(of: Of, exporting: Exporting): AsyncGenerator<Piece> {
  if (of === 'reports') throw new UsageError('Annotations are of statements or events: --of events.', 'export');
  for await (const item of records(of, exporting)) yield `${JSON.stringify(recordAnnotation(item))}\n`;
}

const asPolecat: Format = (_of, exporting) => polecatRows(codingOf(exporting), `readout-${version()}`);

const asGdelt: Format = (_of, exporting) => gdeltRows(codingOf(exporting));

async function* asCalendar(_of: Of, { ledger, filter, asOf }: Exporting): AsyncGenerator<Piece> {
  const wanted = { from: filter.from ?? null, until: filter.until ?? null, state: null };
  const [actor] = filter.actor ?? [];
  const items = await agendaItems(ledger, wanted, { actor }, asOf, Number.POSITIVE_INFINITY);
  yield agendaCalendar(calendarItems(await agendaList(ledger, items, asOf))).text;
}

const formats: Readonly<Record<string, Format | null>> = {
  csv: asCsv,
  jsonl: asJsonLines,
  // Its writer pushes; see `writeAll`.
  parquet: null,
  ics: asCalendar,
  polecat: asPolecat,
  gdelt: asGdelt,
  annotations: asAnnotations,
};

type Write = (piece: Piece) => Promise<void>;

const writeAll = async (format: string, of: Of, exporting: Exporting, write: Write): Promise<void> => {
  const make = formats[format] ?? null;
  if (make !== null) {
    for await (const piece of make(of, exporting)) await write(piece);
    return;
  }
  const { writeParquet } = await import('../export/parquet.ts');
  await writeParquet(rowsOf(of, exporting), columnsOf(of), write);
};

/** Writes into a file beside the one that is wanted, which takes its place once it is whole. */
const intoFile = async (path: string, fill: (write: Write) => Promise<void>): Promise<void> => {
  const unfinished = `${path}.unfinished`;
  const file = createWriteStream(unfinished);
  const ended = new Promise<void>((done, failed) => {
    file.on('error', failed);
    file.on('close', done);
  });
  ended.catch(() => {});
  try {
    await fill(async (piece) => {
      if (!file.write(piece)) await Promise.race([once(file, 'drain'), ended]);
    });
    file.end();
    await ended;
    await rename(unfinished, path);
  } catch (error) {
    file.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
};

const stopped = (): ReadoutError => new ReadoutError('stopped', 'The export was stopped before its end.');

const run = (call: Call, terminal: Terminal): Promise<number> => {
  const format = call.value('format') ?? 'csv';
  const of = (call.value('of') ?? 'events') as Of;
  const out = call.value('out');
  if (format === 'parquet' && out === null)
    throw new UsageError('Parquet is no text: name a file with --out FILE.', 'export');
  return withLedger({ call, terminal, command: 'export' }, async (ledger, { signal }) => {
    const asOf = checkedDate(call, 'as-of', 'export');
    const filter = await filterOf(ledger, call, 'export');
    const progress = progressOn(terminal.err, Number.POSITIVE_INFINITY, 'exporting');
    let rows = 0;
    const told = async (): Promise<void> => {
      rows += 1;
      if (out !== null && rows % 500 === 0) await progress.at(rows, `row ${rows}`, 0);
    };
    const check = (): void => {
      if (signal.aborted) throw stopped();
    };
    const sifted = new Sifted();
    const exporting = { ledger, filter, asOf, told, check, sifted };
    const fill = (write: Write): Promise<void> => writeAll(format, of, exporting, write);
    if (out === null) await fill((piece) => terminal.out.write(String(piece)));
    else await intoFile(out, fill);
    await progress.clear();
    if (out !== null) await terminal.err.write(`readout: ${count(rows, 'row')} in ${oneLine(out)}.\n`);
    const left = leftWords(sifted.left());
    if (left !== null) await terminal.err.write(`readout: ${left}\n`);
    return 0;
  });
};

/** `readout export`: a ledger's rows for other programs. */
export const exportCommand: Command = {
  name: 'export',
  operands: '',
  summary:
    'Write the rows of a ledger for other programs: tables, Parquet, calendars, and the shapes of POLECAT and GDELT.',
  atLeast: 0,
  atMost: 0,
  options: [
    ledgerOption,
    { name: 'format', value: 'FORMAT', choices: Object.keys(formats), fallback: 'csv', description: 'What to write.' },
    {
      name: 'of',
      value: 'KIND',
      choices: ['events', 'statements', 'reports'],
      fallback: 'events',
      description: 'Rows of these (csv, jsonl, parquet, annotations).',
    },
    { name: 'out', value: 'FILE', description: 'Write into this file; it is there once it is whole.' },
    ...filterOptions,
    asOfOption,
  ],
  details: [
    'Rows are written page by page, the newest first, whatever their number.',
    'polecat and gdelt write events that happened, each once, tab-separated with the names of their columns, and say how many others are no rows.',
    'With --realis, polecat marks what did not happen by its contexts; gdelt has a code only for cooperation that is planned.',
    'annotations writes W3C Web Annotations (JSON-LD), one a line; ics the agenda, of which --actor, --from and --until choose.',
  ],
  run,
};
