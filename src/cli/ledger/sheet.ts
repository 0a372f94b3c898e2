import type { Terminal } from '../command.ts';
import { type Paint, paintFor } from '../formats/paint.ts';
import { flow, type Part, pad, widthOf } from '../formats/wrap.ts';

/** What a page for the terminal is set on: as wide as the screen, up to 100 columns. */
export interface Sheet {
  readonly width: number;
  readonly paint: Paint;
}

const [NARROWEST, WIDEST] = [40, 100];

export const sheetFor = ({ out, env }: Pick<Terminal, 'out' | 'env'>): Sheet => ({
  width: Math.max(NARROWEST, Math.min(WIDEST, out.columns)),
  paint: paintFor(out, env),
});

/** Words of a report, with those that carry the row. */
export interface Quote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Who printed it, and how it is called in commands. */
  readonly source: readonly string[];
}

/** A row of a list, ready to be set: what leads it (a day), who or what, what more is known, and the words that it rests on. */
export interface Entry {
  readonly lead: string;
  readonly title: string;
  readonly label: string;
  readonly notes: readonly string[];
  readonly quotes: readonly Quote[];
}

/** What leads a row takes so many columns: "Tue 2026-09-15". */
const LEAD = 16;

const quoteLines = ({ before, words, after, source }: Quote, { width, paint }: Sheet): readonly string[] => {
  const alone = before === '' && after === '';
  // Words that are a quotation already need no second pair of marks.
  const [open, close] = alone && /^["“«]/.test(words) ? ['', ''] : ['“', '”'];
  const parts: Part[] = [
    { text: `${open}${before}`, paint: paint.faint },
    alone ? { text: words } : { text: words, paint: paint.mark },
    { text: `${after}${close}`, paint: paint.faint },
  ];
  const from = source.filter((part) => part !== '').join(' · ');
  return [
    ...flow(parts, width - LEAD),
    ...(from === '' ? [] : flow([{ text: from, paint: paint.faint }], width - LEAD)),
  ];
};

/** The lines of a row. */
export const entryLines = (entry: Entry, sheet: Sheet): readonly string[] => {
  const { paint, width } = sheet;
  const { lead, title, label, notes, quotes } = entry;
  const parts: Part[] = [
    { text: title, paint: paint.strong },
    ...(label === '' ? [] : [{ text: ` ${label}`, paint: paint.head }]),
    ...(notes.length === 0 ? [] : [{ text: ` · ${notes.join(' · ')}`, paint: paint.faint }]),
  ];
  const body = [...flow(parts, width - LEAD), ...quotes.flatMap((quote) => quoteLines(quote, sheet))];
  return body.map((line, index) => `${pad(index === 0 ? lead : '', LEAD)}${line}`.trimEnd());
};

/** A heading over rows, as wide as the sheet. */
export const headingLine = (title: string, { width, paint }: Sheet): string => {
  const words = ` ${title.toUpperCase()} `;
  return paint.head(`──${words}${'─'.repeat(Math.max(0, width - widthOf(words) - 2))}`);
};

/** Cells in columns, the last one wrapped. */
export const tableLines = (rows: readonly (readonly string[])[], sheet: Sheet): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
  return rows.flatMap((row) => {
    const cells = row.slice(0, -1).map((cell, column) => `${pad(cell, widths[column] ?? 0)}  `);
    const last = flow([{ text: row.at(-1) ?? '' }], Math.max(20, sheet.width - before));
    return last.map((line, index) => `${index === 0 ? cells.join('') : ' '.repeat(before)}${line}`.trimEnd());
  });
};
