import type { Count, EventItem, Filter, Ledger } from '../../service/index.ts';
import type { Call, Command, Option, Terminal } from '../command.ts';
import { checkedDate } from '../dates.ts';
import { type Cells, csvLine } from '../export/csv.ts';
import { shortCells } from '../export/record-cells.ts';
import { asOfOption, filterOf, filterOptions, itemsOf } from './asked.ts';
import { limitOption, numberOf } from './numbers.ts';
import { ledgerOption, withLedger } from './open-ledger.ts';
import { asList, listFormatOption, printLists } from './print-list.ts';
import { dayOf, recordEntry } from './record-entry.ts';
import { type Sheet, sheetFor, tableLines } from './sheet.ts';

const stretches = ['day', 'week', 'month', 'year'] as const;
type Stretch = (typeof stretches)[number];

const countOption: Option = {
  name: 'count',
  value: 'BY',
  choices: stretches,
  description: 'Count instead of listing: events and statements by the day, week, month or year of their reports.',
};

/** When an event was, or else when it was told. */
const momentOf = ({ when, report }: EventItem): string => when?.start ?? report.published ?? '';

/** Each event once, however many reports tell it: the newest telling stands for it. */
const distinctEvents = async (
  ledger: Ledger,
  filter: Filter,
  asOf: string | null,
  limit: number,
): Promise<readonly EventItem[]> => {
  const events = new Map<string, EventItem>();
  for await (const item of itemsOf((page) => ledger.events({ filter, asOf, ...page }))) {
    if (!events.has(item.node)) events.set(item.node, item);
    if (events.size >= limit) break;
  }
  return [...events.values()].toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1));
};

interface Bar {
  readonly start: string;
  readonly statements: number;
  readonly events: number;
}

const barsOf = (statements: readonly Count[], events: readonly Count[]): readonly Bar[] => {
  const sum = (counts: readonly Count[], start: string): number =>
    counts.filter((count) => count.start === start).reduce((all, { records }) => all + records, 0);
  const starts = [...new Set([...statements, ...events].map(({ start }) => start))].sort();
  return starts.map((start) => ({ start, statements: sum(statements, start), events: sum(events, start) }));
};

const barLines = (bars: readonly Bar[], sheet: Sheet): readonly string[] => {
  const most = Math.max(1, ...bars.map(({ statements, events }) => statements + events));
  const room = Math.max(10, sheet.width - 44);
  const rows = bars.map(({ start, statements, events }) => [
    dayOf(start),
    String(statements).padStart(10),
    String(events).padStart(8),
    '█'.repeat(Math.max(1, Math.round(((statements + events) / most) * room))),
  ]);
  return tableLines([['from', 'statements', '  events', ''], ...rows], sheet);
};

const printCounts = async (
  call: Call,
  terminal: Terminal,
  { ledger, filter, asOf }: { readonly ledger: Ledger; readonly filter: Filter; readonly asOf: string | null },
): Promise<number> => {
  const by = call.value('count') as Stretch;
  const counts = (kind: 'statement' | 'event') => ledger.counts(kind, by, { filter, asOf });
  const bars = barsOf(await counts('statement'), await counts('event'));
  const { out } = terminal;
  const format = call.value('format');
  if (format === 'json') await out.write(`${JSON.stringify(bars, null, 2)}\n`);
  else if (format === 'jsonl') await out.write(bars.map((bar) => `${JSON.stringify(bar)}\n`).join(''));
  else if (format === 'csv')
    await out.write(
      [['start', 'statements', 'events'], ...bars.map((bar) => Object.values(bar))].map(csvLine).join(''),
    );
  else
    await out.write(
      barLines(bars, sheetFor(terminal))
        .map((line) => `${line}\n`)
        .join(''),
    );
  return 0;
};

const run = (call: Call, terminal: Terminal): Promise<number> =>
  withLedger({ call, terminal, command: 'timeline' }, async (ledger) => {
    const asOf = checkedDate(call, 'as-of', 'timeline');
    const words = call.operands.join(' ');
    const filter = { ...(await filterOf(ledger, call, 'timeline')), ...(words === '' ? {} : { text: words }) };
    if (call.value('count') !== null) return printCounts(call, terminal, { ledger, filter, asOf });
    const items = await distinctEvents(ledger, filter, asOf, numberOf(call, 'limit', 'timeline') ?? 50);
    const list = {
      heading: null,
      items,
      empty: 'No event of this kind is in the ledger.',
      // The day of the event leads; where the reports leave it open, that of the report does.
      entry: (item: EventItem) => ({
        ...recordEntry(item),
        lead: item.when === null ? `(${item.report.published?.slice(0, 10) ?? 'no date'})` : dayOf(item.when.start),
      }),
      cells: (item: EventItem): Cells => ({
        start: item.when?.start ?? null,
        end: item.when?.end ?? null,
        ...shortCells(item),
      }),
    };
    return printLists(call, terminal, [asList(list)]);
  });

/** `readout timeline`: what happened, in its order. */
export const timelineCommand: Command = {
  name: 'timeline',
  operands: '[WORDS...]',
  summary: 'List events in the order in which they happened, each once however many reports tell it; or count them.',
  atLeast: 0,
  atMost: Number.POSITIVE_INFINITY,
  options: [ledgerOption, ...filterOptions, countOption, asOfOption, limitOption, listFormatOption],
  details: [
    'The events of the newest reports, up to --limit, the oldest first. A day in brackets is that of the report: the event itself has none.',
    'With words, events whose sentence has them.',
  ],
  run,
};
