import type { Filter, Ledger, RecordItem, ReportItem } from '../../service/index.ts';
import type { Call, Command, Option, Terminal } from '../command.ts';
import { checkedDate } from '../dates.ts';
import { recordCells, reportItemCells, shortCells } from '../export/record-cells.ts';
import { oneLine } from '../page/words.ts';
import { asOfOption, filterOf, filterOptions, listItems } from './asked.ts';
import { limitOption, numberOf } from './numbers.ts';
import { ledgerOption, withLedger } from './open-ledger.ts';
import { asList, type Listed, listFormatOption, printLists } from './print-list.ts';
import { dayOf, recordEntry } from './record-entry.ts';
import type { Entry } from './sheet.ts';

const kinds = ['statements', 'events', 'reports'] as const;
type Kind = (typeof kinds)[number];

/** Which rows are searched. */
const kindOption: Option = {
  name: 'kind',
  value: 'KIND',
  choices: kinds,
  description: 'Search only these; all three unless told.',
};

const isEmpty = (filter: Filter): boolean => Object.values(filter).every((value) => value === undefined);

/** A report as a row of a list. */
export const reportEntry = (report: ReportItem): Entry => ({
  lead: dayOf(report.published),
  title: oneLine(report.title ?? report.name),
  label: '',
  notes: [
    ...[report.publisher, report.agency].flatMap((part) => (part === null ? [] : [oneLine(part)])),
    ...(report.likeness === null ? [] : [`repeats ${report.origin.slice(0, 12)} (${report.likeness})`]),
    report.id.slice(0, 12),
  ],
  quotes: [],
});

/** Records as a list under a heading. */
export const recordList = (
  heading: string | null,
  items: readonly RecordItem[],
  empty: string,
): Listed<RecordItem> => ({
  heading,
  items,
  empty,
  entry: recordEntry,
  cells: shortCells,
});

/** Reports as a list under a heading. */
export const reportList = (
  heading: string | null,
  items: readonly ReportItem[],
  empty: string,
): Listed<ReportItem> => ({
  heading,
  items,
  empty,
  entry: reportEntry,
  cells: reportItemCells,
});

interface Search {
  readonly ledger: Ledger;
  readonly filter: Filter;
  readonly asOf: string | null;
  readonly limit: number;
  readonly only: string | null;
}

const searchOne = async (kind: Kind, { ledger, filter, asOf, limit, only }: Search): Promise<Listed<never>> => {
  if (kind === 'reports') {
    const { text, from, until } = filter;
    const items = await listItems((page) => ledger.reports({ filter: { text, from, until }, asOf, ...page }), limit);
    return asList(reportList('Reports', items, 'No report has these words.'));
  }
  const pages = (page: { limit: number; cursor: string | null }) =>
    kind === 'statements' ? ledger.statements({ filter, asOf, ...page }) : ledger.events({ filter, asOf, ...page });
  const items: readonly RecordItem[] = await listItems<RecordItem>(pages, limit);
  const list = recordList(kind, items, `No ${kind} of this kind have these words.`);
  return asList(only === null ? list : { ...list, cells: recordCells });
};

const run = (call: Call, terminal: Terminal): Promise<number> =>
  withLedger({ call, terminal, command: 'search' }, async (ledger) => {
    const asOf = checkedDate(call, 'as-of', 'search');
    const limit = numberOf(call, 'limit', 'search') ?? 50;
    const asked = await filterOf(ledger, call, 'search');
    const filter = { ...asked, text: call.operands.join(' ') };
    const only = call.value('kind');
    // What is asked of records cannot be asked of reports: they are left out then.
    const { from: _, until: __, ...ofRecords } = asked;
    // Reports come by themselves only where nothing but words and days is asked; CSV has one set of columns.
    const withReports = isEmpty(ofRecords) && call.value('format') !== 'csv';
    const wanted = kinds.filter((kind) => (only === null ? kind !== 'reports' || withReports : kind === only));
    const lists: Listed<never>[] = [];
    for (const kind of wanted) lists.push(await searchOne(kind, { ledger, filter, asOf, limit, only }));
    const shown =
      only === null && call.value('format') === 'text' ? lists.filter(({ items }) => items.length > 0) : lists;
    return printLists(call, terminal, shown.length > 0 ? shown : lists.slice(0, 1));
  });

/** `readout search`: records and reports by their words. */
export const searchCommand: Command = {
  name: 'search',
  operands: 'WORDS...',
  summary: 'Find statements, events and reports of a ledger by their words.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [ledgerOption, kindOption, ...filterOptions, asOfOption, limitOption, listFormatOption],
  details: [
    'Words are searched as a search engine does it: all of them, in any form; "exact words", or, and -without.',
    'Statements are searched in what is said and by whom, events in their sentence, reports in headline and text; the newest first.',
    'csv has the columns that statements and events share; with --kind those of the kind.',
  ],
  run,
};
