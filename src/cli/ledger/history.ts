import type { CorrectionItem, Diff, Difference, Ledger, MemberItem, VersionItem } from '../../service/index.ts';
import type { Call, Command, Terminal } from '../command.ts';
import { checkedDate } from '../dates.ts';
import type { Cells } from '../export/csv.ts';
import { sayTime } from '../page/when.ts';
import { count, oneLine } from '../page/words.ts';
import { asOfOption, listItems } from './asked.ts';
import { findThing, nameOfThing } from './find-thing.ts';
import { limitOption, numberOf } from './numbers.ts';
import { ledgerOption, withLedger } from './open-ledger.ts';
import { asList, type Listed, listFormatOption, printLists } from './print-list.ts';
import { type Entry, entryLines, headingLine, sheetFor } from './sheet.ts';

const minute = (moment: string): string => sayTime(`${moment.slice(0, 16)}Z`);

/** What a correction says: "edit statement act=deny". */
const changeWords = ({ change }: CorrectionItem): string => {
  if ('anchor' in change) {
    const { kind, document, record, evidence } = change.anchor;
    return `${kind} “${oneLine(evidence.text)}” ${document.slice(0, 12)}/${record}`;
  }
  if (change.action === 'merge') return `${change.from} is ${change.into}`;
  if (change.action === 'split') return `${change.node} without ${count(change.members.length, 'record')}`;
  return change.node;
};

const valueWords = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(valueWords).join(' … ');
  if (typeof value === 'object' && value !== null && 'start' in value && 'end' in value)
    return `${value.start}-${value.end}`;
  return value === null ? '–' : oneLine(String(value));
};

const fieldsOf = ({ change }: CorrectionItem): readonly string[] =>
  'change' in change ? Object.entries(change.change).map(([field, value]) => `${field}=${valueWords(value)}`) : [];

/** `undone by ann, 2 Mar 2026, 18:00, because: it was right` */
const undoneWords = ({ undoneBy, undoneAt, undoneWhy }: CorrectionItem): string =>
  [
    ['undone', ...(undoneBy === null ? [] : [`by ${oneLine(undoneBy)}`])].join(' '),
    ...(undoneAt === null ? [] : [`, ${minute(undoneAt)}`]),
    ...(undoneWhy === null ? [] : [`, because: ${oneLine(undoneWhy)}`]),
  ].join('');

const correctionEntry = (item: CorrectionItem): Entry => ({
  lead: item.at.slice(0, 10),
  title: oneLine(item.author),
  label: item.change.action,
  notes: [
    changeWords(item),
    ...fieldsOf(item),
    ...(item.why === null ? [] : [`because: ${oneLine(item.why)}`]),
    ...(item.state === 'unanchored' ? ['unanchored: the engine in use finds no such record'] : []),
    ...(item.state === 'undone' ? [undoneWords(item)] : []),
    item.id,
  ],
  quotes: [],
});

const correctionCells = (item: CorrectionItem): Cells => ({
  id: item.id,
  at: item.at,
  author: item.author,
  action: item.change.action,
  what: changeWords(item),
  fields: fieldsOf(item).join('; '),
  why: item.why,
  state: item.state,
  undoneBy: item.undoneBy,
  undoneAt: item.undoneAt,
  undoneWhy: item.undoneWhy,
});

const correctionList = (items: readonly CorrectionItem[], heading: string | null): Listed<CorrectionItem> => ({
  heading,
  items,
  empty: 'Nothing was corrected.',
  entry: correctionEntry,
  cells: correctionCells,
});

/** `readout corrections`: what people decided. */
export const correctionsCommand: Command = {
  name: 'corrections',
  operands: '',
  summary: 'List what people decided: who, when, why, and whether it holds.',
  atLeast: 0,
  atMost: 0,
  options: [
    ledgerOption,
    {
      name: 'state',
      value: 'STATE',
      choices: ['applied', 'unanchored', 'undone'],
      description: 'Only those that hold, that wait for an engine that finds their record, or that were taken back.',
    },
    { name: 'by', value: 'NAME', description: 'Only those of this person.' },
    asOfOption,
    limitOption,
    listFormatOption,
  ],
  details: ['The newest first.'],
  run: (call, terminal) =>
    withLedger({ call, terminal, command: 'corrections' }, async (ledger) => {
      const filter = { state: call.value('state') ?? undefined, author: call.value('by') ?? undefined };
      const limit = numberOf(call, 'limit', 'corrections') ?? 50;
      const asOf = checkedDate(call, 'as-of', 'corrections');
      const items = await listItems((page) => ledger.corrections({ filter, asOf, ...page }), limit);
      return printLists(call, terminal, [asList(correctionList(items, null))]);
    }),
};

/** The fields in which two versions of a record differ, as "act: say → deny". */
const changesBetween = (before: unknown, after: unknown): readonly string[] => {
  const [a, b] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((field) => {
    const [old, now] = [a.get(field), b.get(field)];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [`${field}: ${wordsOf(old)} → ${wordsOf(now)}`];
  });
};

const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(wordsOf).join(' … ');
  if (typeof value === 'object' && value !== null && 'text' in value) return `“${oneLine(String(value.text))}”`;
  return value === null || value === undefined
    ? '–'
    : oneLine(typeof value === 'object' ? JSON.stringify(value) : String(value));
};

const versionEntries = (versions: readonly VersionItem[]): readonly Entry[] =>
  versions.map((version, index) => {
    const before = versions[index - 1];
    const changes = before === undefined ? [] : changesBetween(before.record, version.record);
    return {
      lead: version.from.slice(0, 10),
      title: before === undefined ? 'read' : version.review === 'none' ? 'changed' : version.review,
      label: '',
      notes: [minute(version.from), ...changes, ...(version.until === null ? ['holds'] : [])],
      quotes: [],
    };
  });

const historyOf = async (ledger: Ledger, words: string, limit: number) => {
  const thing = await findThing(ledger, words, null);
  const name = nameOfThing(thing);
  if (thing.kind === 'report') {
    const { items } = await ledger.corrections({ filter: { document: thing.report.id }, limit: 1000 });
    return { name, versions: [], members: [], corrections: items };
  }
  if (thing.kind === 'record') {
    const { kind, id, report } = thing.item;
    const { items } = await ledger.corrections({ filter: { document: report.id, record: id }, limit: 1000 });
    return { name, versions: await ledger.versions(kind, report.id, id), members: [], corrections: items };
  }
  const { kind, id } = thing.node;
  const { items } = await ledger.corrections({ filter: { record: id }, limit: 1000 });
  const members = await listItems((page) => ledger.members(kind, id, page), limit + 1);
  return { name, versions: [], members, corrections: items };
};

const memberLines = (members: readonly MemberItem[], limit: number): readonly string[] => [
  ...members
    .slice(0, limit)
    .map(({ document, record, reason }) => `${document.slice(0, 12)}/${record}  ${oneLine(reason)}`),
  ...(members.length > limit ? [`and more: --limit N shows N of them`] : []),
];

const runHistory = (call: Call, terminal: Terminal): Promise<number> =>
  withLedger({ call, terminal, command: 'history' }, async (ledger) => {
    const limit = numberOf(call, 'limit', 'history') ?? 50;
    const { name, versions, members, corrections } = await historyOf(ledger, call.operands.join(' '), limit);
    if (call.value('format') === 'json') {
      const shown = { name, versions, members: members.slice(0, limit), corrections };
      await terminal.out.write(`${JSON.stringify(shown, null, 2)}\n`);
      return 0;
    }
    const sheet = sheetFor(terminal);
    const part = (title: string, lines: readonly string[]): readonly string[] =>
      lines.length === 0 ? [] : [headingLine(title, sheet), '', ...lines, ''];
    const lines = [
      sheet.paint.strong(name),
      '',
      ...part(
        'Versions',
        versionEntries(versions).flatMap((entry) => entryLines(entry, sheet)),
      ),
      ...part('Records', memberLines(members, limit)),
      ...part(
        'Corrections',
        corrections.flatMap((item) => entryLines(correctionEntry(item), sheet)),
      ),
    ];
    await terminal.out.write(lines.map((line) => `${line}\n`).join(''));
    return 0;
  });

/** `readout history`: all that a record or a node has been. */
export const historyCommand: Command = {
  name: 'history',
  operands: 'ID|NAME',
  summary: 'Show all that a record has been, which records make a node and why, and what people decided about it.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [
    ledgerOption,
    { name: 'limit', value: 'N', fallback: '50', description: 'Print so many records of a node at most.' },
    { name: 'format', value: 'FORMAT', choices: ['text', 'json'], fallback: 'text', description: 'What to print.' },
  ],
  details: ['The oldest version first.'],
  run: runHistory,
};

const differenceEntry = ({ kind, change, document, record, before, after }: Difference): Entry => {
  const fields = change === 'changed' ? changesBetween(before, after) : [];
  const said = (change === 'removed' ? before : after) as Readonly<Record<string, unknown>> | null;
  const evidence = wordsOf(said?.content ?? said?.trigger ?? null);
  return {
    lead: change,
    title: kind,
    label: wordsOf(said?.act ?? said?.type ?? null),
    notes: [...(fields.length > 0 ? fields : [evidence]), `${document.slice(0, 12)}/${record}`],
    quotes: [],
  };
};

const differenceCells = ({ kind, change, document, record, before, after }: Difference): Cells => ({
  kind,
  change,
  report: document,
  record,
  fields: change === 'changed' ? changesBetween(before, after).join('; ') : '',
});

const sumOf = (counts: NonNullable<Diff['counts']>): string =>
  (['statement', 'event'] as const)
    .map((kind) => {
      const { added, removed, changed } = counts[kind];
      return `${kind}s: ${added} added, ${removed} removed, ${changed} changed`;
    })
    .join('; ');

/** `readout diff`: what changed between two moments, or between two engines. */
export const ledgerDiffCommand: Command = {
  name: 'diff',
  operands: 'MOMENT|ENGINE MOMENT|ENGINE',
  summary: 'Show which records came, went or changed between two moments: by new reports, a newer engine, or people.',
  atLeast: 2,
  atMost: 2,
  options: [ledgerOption, limitOption, listFormatOption],
  details: [
    'Moments are days (the end of them) or times: 2026-03-02, 2026-03-02T18:00Z. The numbers of all are told on standard error.',
    'Engines are named as readouts name them (version/model/codebook) or by a part of that: compared is what both read out of the',
    'same reports, without corrections.',
  ],
  run: (call, terminal) =>
    withLedger({ call, terminal, command: 'diff' }, async (ledger) => {
      const [a = '', b = ''] = call.operands;
      let counts: Diff['counts'] = null;
      const items = await listItems(
        async (page) => {
          const diff = await ledger.diff(a, b, page);
          counts ??= diff.counts;
          return { items: diff.differences, next: diff.next };
        },
        numberOf(call, 'limit', 'diff') ?? 50,
      );
      if (counts !== null) await terminal.err.write(`readout: ${sumOf(counts)}.\n`);
      const list = { heading: null, items, empty: 'Nothing changed.', entry: differenceEntry, cells: differenceCells };
      return printLists(call, terminal, [asList(list)]);
    }),
};
