import type { Readout } from '../src/readout/index.ts';
import type { Span } from '../src/text/index.ts';
import { type ClassedSentence, type EventRow, isClass, toClassed } from './event-class.ts';
import type { Read } from './event-reader.ts';
import type { Figure, Table } from './report.ts';

type Found = Pick<Readout, 'actors' | 'events'>;

/** What of a sentence's source and target was found: right of those predicted. */
export interface SpanCount {
  /** 1, or 0 where the gold leaves the side empty. */
  readonly gold: number;
  readonly right: number;
  readonly predicted: number;
  /** Is the gold span overlapped by any of those predicted? */
  readonly found: boolean;
}

const isEmpty = ({ start, end }: Span): boolean => start === end;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * Who does it and to whom, by the events of the gold class, or by all where none is of it: each actor and each recipient counts
 * once, and is right where a mention of it overlaps the gold span; where the gold has none, nobody is right. The parties of a meeting, or of anything mutual that has no
 * recipient, are sources where they overlap the gold source and targets else.
 */
export const countSpans = (
  { gold, source, target }: ClassedSentence,
  { actors, events }: Found,
): { readonly source: SpanCount; readonly target: SpanCount } => {
  const mentions = new Map(actors.map(({ id, mentions }) => [id, mentions]));
  const touches = (id: string, span: Span): boolean => mentions.get(id)?.some((each) => overlaps(each, span)) === true;
  const told = events.filter(({ type }) => type !== 'OCCASION');
  const own = told.filter((event) => isClass(event, gold));
  const sources = new Set<string>();
  const targets = new Set<string>();
  for (const event of own.length > 0 ? own : told) {
    const isMutual = event.recipients.length === 0 && event.actors.length > 1;
    for (const id of event.actors) (isMutual && !touches(id, source) ? targets : sources).add(id);
    for (const id of event.recipients) targets.add(id);
  }
  const count = (ids: ReadonlySet<string>, span: Span): SpanCount => {
    const right = [...ids].filter((id) => touches(id, span)).length;
    return { gold: isEmpty(span) ? 0 : 1, right, predicted: ids.size, found: right > 0 };
  };
  return { source: count(sources, source), target: count(targets, target) };
};

/** A text by its letters and digits alone: two sets write apostrophes and spaces differently. */
const keyOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The sentences with a class and parties that the file of CAMEO classes holds as well; that file has no spans of its own. */
export const inCameo = (rows: readonly EventRow[]): ClassedSentence[] => {
  const cameo = new Set(rows.filter(({ set }) => set === 'cameo_class_train').map(({ text }) => keyOf(text)));
  return rows.flatMap(toClassed).filter(({ text }) => cameo.has(keyOf(text)));
};

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

/** F1 of a side: P is the share of its actors that overlap the gold span, R the share of gold spans overlapped. */
export const spanFigure = (id: string, label: string, counts: readonly SpanCount[]): Figure => {
  const sum = (of: (count: SpanCount) => number): number => counts.reduce((all, count) => all + of(count), 0);
  const [found, gold] = [sum((count) => Number(count.found)), sum((count) => count.gold)];
  const [p, r] = [
    percent(
      sum(({ right }) => right),
      sum(({ predicted }) => predicted),
    ),
    percent(found, gold),
  ];
  const value = p + r === 0 ? 0 : (2 * p * r) / (p + r);
  const detail = `P ${p.toFixed(1)} R ${r.toFixed(1)} (${found} of ${gold})`;
  return { id: `events/spans/${id}`, label, value, detail, cases: gold };
};

/** Spans of source and target in the sentences that the file of CAMEO classes holds too. */
export const scoreSpans = async (rows: readonly EventRow[], read: Read, wanted: boolean): Promise<Table[]> => {
  const sentences = inCameo(rows);
  if (sentences.length === 0) return [];
  const sources: SpanCount[] = [];
  const targets: SpanCount[] = [];
  const errors: string[] = [];
  for (const sentence of sentences) {
    const { text, gold } = sentence;
    const { source, target } = countSpans(sentence, await read(text));
    sources.push(source);
    targets.push(target);
    const isMissed = ({ found, gold }: SpanCount): boolean => !found && gold > 0;
    const missed = [...(isMissed(source) ? ['source'] : []), ...(isMissed(target) ? ['target'] : [])];
    const [s, t] = [sentence.source, sentence.target].map(({ start, end }) => text.slice(start, end));
    if (missed.length > 0) errors.push(`${missed.join(' and ')} of ${gold}, ${s} → ${t}: ${text}`);
  }
  const figures = [
    spanFigure('source', 'source overlapped', sources),
    spanFigure('target', 'target overlapped', targets),
    spanFigure('both', 'both', [...sources, ...targets]),
  ];
  const title = `spans of source and target: ${sentences.length} sentences of CAMEO classes`;
  return [{ task: 'events', title, figures, errors: wanted ? errors : [] }];
};
