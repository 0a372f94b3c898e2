import type { RecordItem } from '../api/record.ts';
import type { Span } from '../api/schema.ts';
import type { Mark } from './segments.ts';

type Stretch = Pick<Span, 'start' | 'end'>;
type Part = readonly [Mark['part'], Stretch | null];

/** Fields of a row that are words of its report, as the row has them or as they are being edited. */
export interface WordFields {
  readonly trigger?: Stretch;
  readonly mentions?: readonly Stretch[];
  readonly source?: Stretch | null;
  readonly cue?: Stretch;
  readonly content?: readonly Stretch[];
  readonly addressee?: Stretch | null;
}

const partsOf = ({ trigger, mentions = [], source, cue, content = [], addressee }: WordFields): readonly Part[] => [
  ['trigger', trigger ?? null],
  ...mentions.map((span): Part => ['mention', span]),
  ['source', source ?? null],
  ['cue', cue ?? null],
  ...content.map((span): Part => ['content', span]),
  ['addressee', addressee ?? null],
];

/** The words of some fields, as marks of a row. */
export const marksIn = (row: string, fields: WordFields): readonly Mark[] =>
  partsOf(fields).flatMap(([part, span]) => (span === null ? [] : [{ row, part, start: span.start, end: span.end }]));

/** The words that a row rests on. */
export const marksOf = (item: RecordItem): readonly Mark[] => marksIn(item.id, item.record);

/** Where a row's words begin. */
export const startOf = (item: RecordItem): number => Math.min(...marksOf(item).map(({ start }) => start));

/** Where a row's decision is anchored: the words that made it a row. */
export const anchorOf = ({ kind, id, report, record }: RecordItem) => {
  const { start, end, text } = 'trigger' in record ? record.trigger : record.cue;
  return { kind, document: report.id, record: id, evidence: { start, end, text } };
};
