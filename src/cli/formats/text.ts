import { type Page, pageOf } from '../page/page.ts';
import type { Reason } from '../page/reason.ts';
import { type Row, rowCount, type Section } from '../page/row.ts';
import type { Excerpt } from '../page/view.ts';
import type { Format, PageOptions } from './format.ts';
import { type Paint, paintFor } from './paint.ts';
import { flow, type Part, pad, shorten } from './wrap.ts';

/** Lines longer than this tire the eye, however wide the screen. */
const WIDEST = 100;
const NARROWEST = 40;
const INDENT = '     ';

interface Sheet {
  readonly width: number;
  readonly paint: Paint;
}

const indentedBy = (indent: string, lines: readonly string[]): string[] => lines.map((line) => indent + line);

const excerptLines = ({ before, words, after }: Excerpt, { width, paint }: Sheet): string[] => {
  const alone = before === '' && after === '';
  const parts: Part[] = [
    { text: before, paint: paint.faint },
    alone ? { text: words } : { text: words, paint: paint.mark },
    { text: after, paint: paint.faint },
  ];
  return indentedBy(INDENT, flow(parts, width - INDENT.length));
};

const reasonLines = ({ rule, tree }: Reason, { width, paint }: Sheet): string[] => {
  const relations = Math.max(0, ...tree.map(({ relation }) => relation.length));
  const lines = tree.map(({ relation, words }, index) => {
    const branch = index === 0 ? '' : index === tree.length - 1 ? '└ ' : '├ ';
    return shorten(`${branch}${pad(relation, relations)}  ${words}`, width - INDENT.length - 2);
  });
  return [`rule  ${rule}`, ...lines].map((line) => INDENT + paint.faint(line));
};

const rowLines = (row: Row, sheet: Sheet): string[] => {
  const { paint, width } = sheet;
  const notes = row.notes.join(' · ');
  const parts: Part[] = [
    { text: row.title, paint: paint.strong },
    { text: ` ${row.label}`, paint: paint.head },
    ...(notes === '' ? [] : [{ text: ` · ${notes}`, paint: paint.faint }]),
  ];
  const [first = '', ...others] = flow(parts, width - INDENT.length);
  return [
    `${String(row.number).padStart(3)}  ${first}`,
    ...indentedBy(INDENT, others),
    ...row.excerpts.flatMap((excerpt) => excerptLines(excerpt, sheet)),
    ...(row.reason === null ? [] : reasonLines(row.reason, sheet)),
  ];
};

const sectionLines = (section: Section, sheet: Sheet): string[] => {
  const { paint, width } = sheet;
  const title = ` ${section.title.toUpperCase()} `;
  const number = rowCount(section);
  const rule = `──${title}${'─'.repeat(Math.max(0, width - title.length - 2))}`;
  if (number === 0) return [paint.head(rule), '', INDENT + paint.faint(section.empty), ''];
  const body = section.groups.flatMap(({ title: heading, rows }) => [
    ...(heading === null ? [] : [`  ${paint.strong(heading)}`]),
    ...rows.flatMap((row) => rowLines(row, sheet)),
    '',
  ]);
  return [paint.head(rule), '', ...body];
};

const headLines = ({ head }: Page, { width, paint }: Sheet): string[] => [
  paint.faint('═'.repeat(width)),
  ...flow([{ text: head.title, paint: paint.strong }], width),
  ...(head.dek === null ? [] : flow([{ text: head.dek }], width)),
  ...flow([{ text: head.origin.join(' · '), paint: paint.faint }], width),
  ...(head.url === null ? [] : [paint.faint(shorten(head.url, width))]),
  ...flow([{ text: head.counts, paint: paint.faint }], width),
  '',
];

const warningLines = ({ warnings }: Page, { width, paint }: Sheet): string[] =>
  warnings.flatMap((message) => flow([{ text: `! ${message}`, paint: paint.alarm }], width));

/** A page as lines for a terminal. */
export const textPage = (page: Page, { output, env }: PageOptions): string => {
  const sheet: Sheet = {
    width: Math.max(NARROWEST, Math.min(WIDEST, output.columns)),
    paint: paintFor(output, env),
  };
  const warnings = warningLines(page, sheet);
  return [
    ...headLines(page, sheet),
    ...(warnings.length > 0 ? [...warnings, ''] : []),
    ...page.sections.flatMap((section) => sectionLines(section, sheet)),
  ]
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
};

/** A page that an analyst reads in a terminal. */
export const textFormat: Format = (options) => ({
  open: '',
  page: (view) => textPage(pageOf(view, options.explain), options),
  close: () => '',
});
