import type { Ledger, MemberItem, NodeItem, RecordItem, RecordRef, ReportDetail } from '../../service/index.ts';
import type { Call, Command, Terminal } from '../command.ts';
import { checkedDate } from '../dates.ts';
import { flow } from '../formats/wrap.ts';
import { sayTime } from '../page/when.ts';
import { oneLine } from '../page/words.ts';
import { asOfOption, listItems } from './asked.ts';
import { findThings, nameOfThing, type Thing } from './find-thing.ts';
import { evidenceOf, isNode, nodeEntry } from './node-entry.ts';
import { limitOption, numberOf } from './numbers.ts';
import { ledgerOption, withLedger } from './open-ledger.ts';
import { asList, type Listed, listPage } from './print-list.ts';
import { dayOf, recordEntry } from './record-entry.ts';
import { recordList, reportEntry, reportList } from './search.ts';
import { entryLines, type Sheet, sheetFor } from './sheet.ts';

/** What is asked, and how much of it is shown. */
interface Showing {
  readonly ledger: Ledger;
  readonly asOf: string | null;
  readonly limit: number;
}

/** Something with the records that it rests on: printed as JSON as it is. */
interface Shown {
  readonly kind: Thing['kind'];
  readonly [part: string]: unknown;
}

/** What is shown of a thing: for programs, and as lines over lists. */
interface Sheets {
  readonly data: Shown;
  readonly head: (sheet: Sheet) => readonly string[];
  readonly lists: readonly Listed<never>[];
}

const factLines = (facts: readonly (readonly [string, string | null])[], sheet: Sheet): readonly string[] =>
  facts.flatMap(([name, words]) => {
    if (words === null || words === '') return [];
    const [first = '', ...others] = flow([{ text: words }], sheet.width - 16);
    return [sheet.paint.faint(name.padEnd(16)) + first, ...others.map((line) => ' '.repeat(16) + line)];
  });

const showReport = async (report: ReportDetail, { ledger, asOf, limit }: Showing): Promise<Sheets> => {
  const review = ['none', 'accepted', 'rejected', 'edited'] as const;
  const query = { filter: { document: report.id, review }, asOf };
  const statements = await listItems((page) => ledger.statements({ ...query, ...page }), limit);
  const events = await listItems((page) => ledger.events({ ...query, ...page }), limit);
  const { readout, members, ...item } = report;
  const inText = (a: RecordItem, b: RecordItem): number => startOf(a) - startOf(b);
  const startOf = ({ record }: RecordItem): number => ('cue' in record ? record.cue : record.trigger).start;
  return {
    data: { kind: 'report', report: item, statements, events },
    head: (sheet) => [
      ...entryLines({ ...reportEntry(report), notes: [] }, sheet),
      ...factLines(
        [
          [
            'by',
            [readout.document.byline.join(', '), item.publisher ?? '', item.agency ?? ''].filter(Boolean).join(' · '),
          ],
          ['at', item.url === null ? null : oneLine(item.url)],
          ['report', item.id],
          ['read from', oneLine(item.name)],
          ['added', sayTime(`${item.added.slice(0, 16)}Z`)],
          ['repeats', item.likeness === null ? null : `${item.origin} (${item.likeness})`],
          ['situation', members.find(({ kind }) => kind === 'situation')?.node ?? null],
        ],
        sheet,
      ),
    ],
    lists: [
      asList(recordList('Said', statements.toSorted(inText), 'Nobody is quoted.')),
      asList(recordList('Events', events.toSorted(inText), 'No political event was found.')),
    ],
  };
};

const showRecord = async (item: RecordItem, { ledger, asOf, limit }: Showing): Promise<Sheets> => {
  // One more than is shown: the record itself is among them.
  const members = await listItems((page) => ledger.members(item.kind, item.node, { asOf, ...page }), limit + 1);
  const others = members.filter(({ document, record }) => document !== item.report.id || record !== item.id);
  const told = await ledger.records(others.slice(0, limit), asOf);
  const { items: corrections } = await ledger.corrections({
    filter: { document: item.report.id, record: item.id },
    limit: 20,
  });
  return {
    data: { kind: 'record', record: item, elsewhere: told, corrections },
    head: (sheet) => [
      ...entryLines(recordEntry(item), sheet),
      ...factLines(
        [
          ['record', `${item.report.id}/${item.id}`],
          [item.kind === 'event' ? 'one event with' : 'told with', item.node],
          ['rule', item.record.rule],
          ['situation', item.situation],
          ...corrections.map(
            ({ id, author, at, why, change, state }) =>
              [
                'corrected',
                `${change.action} by ${oneLine(author)}, ${at.slice(0, 10)}${why === null ? '' : `: ${oneLine(why)}`} (${state}, ${id})`,
              ] as const,
          ),
        ],
        sheet,
      ),
    ],
    lists: told.length === 0 ? [] : [asList(recordList('Also told', told, ''))],
  };
};

/** The records that a node rests on by itself. */
const refsOf = (node: NodeItem, members: readonly MemberItem[]): readonly RecordRef[] => {
  if (isNode(node, 'dispute')) return [node.summary.claim, ...node.summary.counters];
  if (isNode(node, 'agenda')) return node.summary.steps;
  if (isNode(node, 'event') || isNode(node, 'statement')) return node.summary.tellings;
  return isNode(node, 'actor') ? [] : members;
};

const actorLists = async (node: NodeItem, { ledger, asOf, limit }: Showing) => {
  const filter = { actor: [node.id] };
  const statements = await listItems((page) => ledger.statements({ filter, asOf, ...page }), limit);
  const events = await listItems((page) => ledger.events({ filter, asOf, ...page }), limit);
  return { statements, events };
};

const situationReports = async (members: readonly MemberItem[], { ledger, asOf, limit }: Showing) => {
  const ids = [...new Set(members.map(({ document }) => document))].slice(0, limit);
  const found = await Promise.all(ids.map((id) => ledger.report(id, asOf)));
  return found.flatMap((report) => {
    if (report === null) return [];
    const { readout: _, members: __, ...item } = report;
    return [item];
  });
};

const datedFacts = (node: NodeItem): readonly (readonly [string, string])[] => {
  if (!isNode(node, 'actor')) return [];
  const { names, roles, affiliations, codes } = node.summary;
  const words = (values: typeof names): string =>
    values
      .map(({ value, first, last, reports }) => {
        const days =
          first === null ? '' : `, ${[...new Set([first.slice(0, 10), (last ?? first).slice(0, 10)])].join(' – ')}`;
        return `${oneLine(value)} (${reports}${days})`;
      })
      .join('; ');
  return [
    ['names', words(names)],
    ['roles', words(roles)],
    ['affiliations', words(affiliations)],
    ['codes', words(codes)],
  ];
};

const showNode = async (node: NodeItem, showing: Showing): Promise<Sheets> => {
  const { ledger, asOf } = showing;
  const members = isNode(node, 'situation')
    ? await listItems((page) => ledger.members(node.kind, node.id, { asOf, ...page }), showing.limit)
    : [];
  const records = await ledger.records(refsOf(node, members), asOf);
  const ofActor = isNode(node, 'actor') ? await actorLists(node, showing) : null;
  const reports = isNode(node, 'situation') ? await situationReports(members, showing) : null;
  return {
    data: { kind: 'node', node, records, ...ofActor, ...(reports === null ? {} : { reports }) },
    head: (sheet) => [
      ...entryLines(nodeEntry(node, evidenceOf(records)), sheet),
      ...factLines([...datedFacts(node), ['newest report', dayOf(node.at)]], sheet),
    ],
    lists: [
      ...(ofActor === null
        ? []
        : [
            asList(recordList('Said', ofActor.statements, 'Is not quoted.')),
            asList(recordList('Events', ofActor.events, 'Takes part in no event.')),
          ]),
      ...(reports === null ? [] : [asList(reportList('Reports', reports, 'No report.'))]),
    ],
  };
};

const sheetsOf = (thing: Thing, showing: Showing): Promise<Sheets> => {
  if (thing.kind === 'report') return showReport(thing.report, showing);
  return thing.kind === 'record' ? showRecord(thing.item, showing) : showNode(thing.node, showing);
};

const choiceLines = (things: readonly Thing[], sheet: Sheet): string =>
  [
    `${things.length} things could be meant; name one by its id:`,
    '',
    ...things.flatMap((thing) => {
      if (thing.kind !== 'node') return [nameOfThing(thing)];
      return entryLines(
        nodeEntry(thing.node, () => undefined),
        sheet,
      );
    }),
  ]
    .map((line) => `${line}\n`)
    .join('');

const run = (call: Call, terminal: Terminal): Promise<number> =>
  withLedger({ call, terminal, command: 'show' }, async (ledger) => {
    const asOf = checkedDate(call, 'as-of', 'show');
    const showing = { ledger, asOf, limit: numberOf(call, 'limit', 'show') ?? 50 };
    const things = await findThings(ledger, call.operands.join(' '), asOf);
    const [thing, other] = things;
    const { out } = terminal;
    if (call.value('format') === 'json') {
      const all = await Promise.all(things.map(async (one) => (await sheetsOf(one, showing)).data));
      await out.write(`${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`);
      return 0;
    }
    const sheet = sheetFor(terminal);
    if (thing === undefined || other !== undefined) {
      await out.write(choiceLines(things, sheet));
      return 0;
    }
    const { head, lists } = await sheetsOf(thing, showing);
    await out.write(`${head(sheet).join('\n')}\n\n${listPage(lists, sheet)}`);
    return 0;
  });

/** `readout show`: one thing of a ledger, with its evidence. */
export const showCommand: Command = {
  name: 'show',
  operands: 'ID|NAME',
  summary: 'Show one report, record, actor, event, dispute, agenda item or situation of a ledger, with its evidence.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [
    ledgerOption,
    asOfOption,
    limitOption,
    { name: 'format', value: 'FORMAT', choices: ['text', 'json'], fallback: 'text', description: 'What to print.' },
  ],
  details: [
    "ID is the beginning of a report's id (eight letters or more), REPORT/RECORD, or a node such as actor:1f3a...; all lists print them.",
    'NAME is that of an actor or the title of a situation; where several are called so, they are listed.',
  ],
  run,
};
