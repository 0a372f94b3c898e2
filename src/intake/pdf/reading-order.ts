import type { PdfPage, PdfRun } from './pdf-page.ts';

/** A line of a column, in the order in which a person reads the page. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  /** The bounds of its column. */
  readonly column: { readonly left: number; readonly right: number };
}

/** Fewer lines than this beside each other are no columns. */
const LEAST_LINES = 4;
/** In font sizes: the narrowest white strip between two columns. */
const GUTTER = 0.8;
/** In font sizes: a wider space than this between two runs parts two words. */
const SPACE = 0.15;
/** Deeper than this no page is divided; more rows than this have no page of a report. */
const DEEPEST = 12;
const MOST_ROWS = 400;

/** The middle one of values, 0 of none. */
export const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

interface Strip {
  readonly from: number;
  readonly to: number;
}

/** Runs on one line across the whole page, and where on it nothing stands. */
interface Row {
  readonly runs: readonly PdfRun[];
  readonly free: readonly Strip[];
}

/** The strips between two bounds that no run covers. */
const freeStrips = (runs: readonly PdfRun[], bounds: PdfLine['column'], narrowest: number): readonly Strip[] => {
  const strips: Strip[] = [];
  let reach = bounds.left;
  for (const { left, right } of runs.toSorted((a, b) => a.left - b.left)) {
    if (left - reach >= narrowest) strips.push({ from: reach, to: left });
    reach = Math.max(reach, right);
  }
  if (bounds.right - reach >= narrowest) strips.push({ from: reach, to: bounds.right });
  return strips;
};

const shared = (a: readonly Strip[], b: readonly Strip[], narrowest: number): readonly Strip[] =>
  a.flatMap((one) =>
    b
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter(({ from, to }) => to - from >= narrowest),
  );

const lineCount = (runs: readonly PdfRun[]): number => new Set(runs.map(({ base }) => Math.round(base))).size;

/** Both sides are tall, and stand beside each other. */
const areColumns = (left: readonly PdfRun[], right: readonly PdfRun[]): boolean => {
  if (lineCount(left) < LEAST_LINES || lineCount(right) < LEAST_LINES) return false;
  const [a, b] = [left, right].map((side) => ({
    from: least(side.map((run) => run.base)),
    to: most(side.map((run) => run.base)),
  }));
  if (a === undefined || b === undefined) return false;
  const both = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return both > Math.min(a.to - a.from, b.to - b.from) * 0.5;
};

/** Rows that two columns stand in, and what stands in each. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly left: readonly PdfRun[];
  readonly right: readonly PdfRun[];
}

const bandOf = (rows: readonly Row[], from: number, to: number, strips: readonly Strip[]): Band | null => {
  const runs = rows.slice(from, to).flatMap((row) => row.runs);
  for (const strip of strips) {
    const left = runs.filter((run) => run.right <= strip.from);
    const right = runs.filter((run) => run.left >= strip.to);
    if (areColumns(left, right)) return { from, to, left, right };
  }
  return null;
};

/** The longest stretch of rows with one white strip through all of them. */
const longestBand = (rows: readonly Row[], narrowest: number): Band | null => {
  let best: Band | null = null;
  for (let from = 0; from < rows.length; from += 1) {
    let strips = rows[from]?.free ?? [];
    let to = from + 1;
    for (; to < rows.length; to += 1) {
      const next = shared(strips, rows[to]?.free ?? [], narrowest);
      if (next.length === 0) break;
      strips = next;
    }
    const isLonger = best === null || to - from > best.to - best.from;
    if (strips.length > 0 && to - from >= LEAST_LINES && isLonger) best = bandOf(rows, from, to, strips) ?? best;
  }
  return best;
};

const rowsOf = (runs: readonly PdfRun[]): readonly (readonly PdfRun[])[] => {
  const rows: PdfRun[][] = [];
  for (const run of runs.toSorted((a, b) => b.base - a.base || a.left - b.left)) {
    const first = rows.at(-1)?.[0];
    // Letters set a little higher or lower belong to the line beside them.
    if (first === undefined || first.base - run.base > Math.max(first.size, run.size) * 0.4) rows.push([run]);
    else rows.at(-1)?.push(run);
  }
  return rows;
};

const joinRuns = (runs: readonly PdfRun[]): string => {
  let text = '';
  let last: PdfRun | null = null;
  for (const run of runs) {
    const isApart = last !== null && run.left - last.right > Math.max(run.size, last.size) * SPACE;
    text += (isApart && !/\s$/.test(text) && !/^\s/.test(run.text) ? ' ' : '') + run.text;
    last = run;
  }
  return text.replace(/\s+/g, ' ').trim();
};

const lineOf = (row: readonly PdfRun[], page: number, column: PdfLine['column']): PdfLine => {
  const ordered = row.toSorted((a, b) => a.left - b.left);
  const main = ordered.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const { left, right } = boundsOf(ordered);
  return { text: joinRuns(ordered), page, left, right, base: main.base, size: main.size, column };
};

const boundsOf = (runs: readonly PdfRun[]): PdfLine['column'] => ({
  left: least(runs.map((run) => run.left)),
  right: most(runs.map((run) => run.right)),
});

const order = (runs: readonly PdfRun[], page: number, column: PdfLine['column'], depth: number): readonly PdfLine[] => {
  const rows = rowsOf(runs);
  const narrowest = middle(runs.map((run) => run.size)) * GUTTER;
  const isDivided = rows.length >= LEAST_LINES && rows.length <= MOST_ROWS && depth < DEEPEST;
  const band = isDivided
    ? longestBand(
        rows.map((row) => ({ runs: row, free: freeStrips(row, column, narrowest) })),
        narrowest,
      )
    : null;
  if (band === null) return rows.map((row) => lineOf(row, page, column));
  const { from, to, left, right } = band;
  return [
    ...order(rows.slice(0, from).flat(), page, column, depth + 1),
    ...[left, right].flatMap((side) => order(side, page, boundsOf(side), depth + 1)),
    ...order(rows.slice(to).flat(), page, column, depth + 1),
  ];
};

/**
 * The lines of a page in reading order: where a white strip runs through at least four rows, what stands left of it is read
 * before what stands right of it.
 */
export const readingOrder = ({ runs, number }: PdfPage): readonly PdfLine[] => order(runs, number, boundsOf(runs), 0);
