import { type Page, pageOf } from '../page/page.ts';
import type { Reason } from '../page/reason.ts';
import { type Group, type Row, rowCount, type Section } from '../page/row.ts';
import type { Excerpt } from '../page/view.ts';
import type { Format } from './format.ts';

/** Words of a report, so that no Markdown reader takes them for marks, HTML or a cell's end. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+]/, '\\$&')
    .replace(/(https?):\/\//gi, '$1&#58;//');

const excerptCell = ({ before, words, after }: Excerpt): string => {
  if (before === '' && after === '') return escaped(words);
  const tail = /\s*$/.exec(words)?.[0] ?? '';
  return `${escaped(before)}**${escaped(words.trim())}**${tail}${escaped(after)}`;
};

const reasonCell = ({ rule, tree }: Reason): string =>
  [rule, ...tree.map(({ relation, words }) => `${relation}: ${words}`)].map(escaped).join('<br>');

const rowLine = (row: Row, explain: boolean): string => {
  const cells = [
    String(row.number),
    escaped(row.title),
    escaped(row.label),
    escaped(row.notes.join(' · ')),
    row.excerpts.map(excerptCell).join('<br>'),
    ...(explain ? [row.reason === null ? '' : reasonCell(row.reason)] : []),
  ];
  return `| ${cells.join(' | ')} |`;
};

const groupLines = ({ title, rows }: Group, explain: boolean): string[] => {
  const heads = ['', 'Who', 'What', 'Notes', 'Words of the report', ...(explain ? ['Why'] : [])];
  return [
    ...(title === null ? [] : [`### ${title}`, '']),
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => ' --- |').join('')}`,
    ...rows.map((row) => rowLine(row, explain)),
    '',
  ];
};

const sectionLines = (section: Section, explain: boolean): string[] => [
  `## ${section.title}`,
  '',
  ...(rowCount(section) === 0 ? [section.empty, ''] : section.groups.flatMap((group) => groupLines(group, explain))),
];

const pageLines = ({ head, sections, warnings }: Page, explain: boolean): string[] => [
  `# ${escaped(head.title)}`,
  '',
  ...(head.dek === null ? [] : [`**${escaped(head.dek)}**`, '']),
  escaped(head.origin.join(' · ')),
  '',
  ...(head.url === null ? [] : [escaped(head.url), '']),
  head.counts,
  '',
  ...warnings.flatMap((message) => [`> ${escaped(message)}`, '']),
  ...sections.flatMap((section) => sectionLines(section, explain)),
];

/** Tables for a note, a wiki or an issue. */
export const markdownFormat: Format = ({ explain }) => {
  let written = 0;
  const lead = (): string => (written++ > 0 ? '\n---\n\n' : '');
  return {
    open: '',
    page: (view) => `${lead()}${pageLines(pageOf(view, explain), explain).join('\n').trimEnd()}\n`,
    close: () => '',
  };
};
