import type { RecordItem } from '../api/record.ts';
import type { EventItem, Span, StatementItem } from '../api/schema.ts';
import type { Mark } from './segments.ts';

type Part = readonly [Mark['part'], Span | null];

const partsOf = (item: RecordItem): readonly Part[] => {
  if (item.kind === 'event') {
    const { trigger, mentions } = item.record;
    return [['trigger', trigger], ...mentions.map((span): Part => ['mention', span])];
  }
  const { source, cue, content, addressee } = item.record;
  return [
    ['source', source],
    ['cue', cue],
    ...content.map((span): Part => ['content', span]),
    ['addressee', addressee],
  ];
};

/** The words that a row rests on. */
export const marksOf = (item: RecordItem): readonly Mark[] =>
  partsOf(item).flatMap(([part, span]) =>
    span === null ? [] : [{ row: item.id, part, start: span.start, end: span.end }],
  );

const startOf = (item: RecordItem): number => Math.min(...marksOf(item).map(({ start }) => start));

/** Statements and events of a report as they come in its text. */
export const rowsInOrder = (
  statements: readonly StatementItem[],
  events: readonly EventItem[],
): readonly RecordItem[] => [...statements, ...events].toSorted((a, b) => startOf(a) - startOf(b));

/** Where a row's decision is anchored: the words that made it a row. */
export const anchorOf = ({ kind, id, report, record }: RecordItem) => {
  const { start, end, text } = 'trigger' in record ? record.trigger : record.cue;
  return { kind, document: report.id, record: id, evidence: { start, end, text } };
};
