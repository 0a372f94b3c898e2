import { createMemoryLedger } from '../src/ledger/index.ts';
import type { Readout } from '../src/readout/index.ts';
import { type Document, documentId, toEvidence } from '../src/text/index.ts';
import { type BasilReport, basilDocument, basilReports } from './basil.ts';
import { bcubed, type Clustered } from './bcubed.ts';
import type { EvalContext, Figure, Table } from './report.ts';

/** A readout without rows: situations are formed by words and days. */
const bareReadout = ({ text, blocks, ...document }: Document): Readout => ({
  readout: 1,
  engine: { version: '', model: '', codebook: '' },
  document: {
    ...document,
    id: documentId(text),
    blocks: blocks.map(({ kind, span }) => ({ kind, span: toEvidence(text, span) })),
  },
  text,
  actors: [],
  times: [],
  places: [],
  statements: [],
  events: [],
  agenda: [],
  disputes: [],
  warnings: [],
});

/** The situation of each report, the reports coming in the order given. */
const cluster = async (reports: readonly BasilReport[], isDated: boolean): Promise<readonly Clustered[]> => {
  const ledger = createMemoryLedger();
  const ids: string[] = [];
  for (const report of reports) {
    const document = { ...basilDocument(report), published: isDated ? report.date : null };
    const readout = bareReadout(document);
    ids.push(readout.document.id);
    await ledger.add({ readout, publisher: report.source, origin: readout.document.id, added: '2026-01-01T00:00:00Z' });
  }
  return reports.map((report, at) => ({
    gold: report['triplet-uuid'],
    system: ledger.nodeOf('situation', ids[at] ?? '', ids[at] ?? '') ?? '',
  }));
};

const figureOf = (id: string, label: string, items: readonly Clustered[]): Figure => {
  const { precision, recall, f1 } = bcubed(items);
  const clusters = new Set(items.map(({ system }) => system)).size;
  return { id, label, value: f1, detail: `P ${precision.toFixed(1)} R ${recall.toFixed(1)} (${clusters} situations)` };
};

const mixed = (items: readonly Clustered[], reports: readonly BasilReport[]): readonly string[] => {
  const titles = Map.groupBy(items.keys(), (at) => items[at]?.system ?? '');
  return [...titles.values()]
    .filter((ats) => new Set(ats.map((at) => items[at]?.gold)).size > 1)
    .map((ats) => ats.map((at) => `${reports[at]?.date} ${reports[at]?.title}`).join(' | '));
};

/** Reports of one event are one situation. As they came by their dates, and without dates in the order of their files. */
export const scoreStories = async (context: EvalContext): Promise<Table[]> => {
  const reports = basilReports(context);
  if (reports.length === 0) return [];
  const byDate = reports.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const dated = await cluster(byDate, true);
  const undated = await cluster(reports, false);
  return [
    {
      task: 'stories',
      title: `BASIL: ${reports.length} reports, ${new Set(dated.map(({ gold }) => gold)).size} events (BCubed F1)`,
      figures: [
        figureOf('stories/basil/dated', 'with dates', dated),
        figureOf('stories/basil/undated', 'without dates', undated),
      ],
      errors: context.errors ? mixed(dated, byDate) : [],
    },
  ];
};
