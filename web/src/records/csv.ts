import type { RecordItem } from '../api/record.ts';

const HEADS = ['kind', 'report', 'record', 'published', 'publisher', 'who', 'whom', 'act_or_type', 'realis', 'words'];

/** A cell of CSV (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it. */
export const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const names = (actors: readonly { readonly name: string }[]): string => actors.map(({ name }) => name).join('; ');

const rowOf = (item: RecordItem): readonly string[] => {
  const { kind, id, report } = item;
  const shared = [kind, report.id, id, report.published ?? '', report.publisher ?? ''];
  if (item.kind === 'statement')
    return [
      ...shared,
      names(item.speakers),
      '',
      item.record.act,
      '',
      item.record.content.map(({ text }) => text).join(' … '),
    ];
  return [...shared, names(item.actors), names(item.recipients), item.record.type, item.record.realis, item.sentence];
};

/** Records as CSV, a row each. */
export const toCsv = (items: readonly RecordItem[]): string =>
  [HEADS, ...items.map(rowOf)].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** Records as lines of JSON. */
export const toJsonLines = (items: readonly RecordItem[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join('');
