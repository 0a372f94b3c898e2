import { createHash } from 'node:crypto';
import { type Page, pageOf } from '../page/page.ts';
import type { Reason } from '../page/reason.ts';
import { type Group, type Row, rowCount, type Section } from '../page/row.ts';
import type { Excerpt, View } from '../page/view.ts';
import { escapeHtml } from './escape.ts';
import { reportHtml } from './evidence-text.ts';
import type { Format } from './format.ts';
import { litRule, script, style } from './html-style.ts';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const excerptHtml = ({ before, words, after }: Excerpt): string => {
  if (before === '' && after === '') return `<span class="quote">${escapeHtml(words)}</span>`;
  return `<span class="quote faint">${escapeHtml(before)}<b>${escapeHtml(words)}</b>${escapeHtml(after)}</span>`;
};

const reasonHtml = ({ rule, tree }: Reason): string => {
  const lines = tree.map(({ relation, words }) => `${relation}  ${words}`);
  return `<details><summary>Why</summary><code>${escapeHtml([rule, ...lines].join('\n'))}</code></details>`;
};

const rowHtml = (row: Row, prefix: string): string => {
  const notes = row.notes.length > 0 ? ` <span class="notes">· ${escapeHtml(row.notes.join(' · '))}</span>` : '';
  const label = row.label === '' ? '' : ` <span class="label">${escapeHtml(row.label)}</span>`;
  const head = `<span class="number">${row.number}</span><strong>${escapeHtml(row.title)}</strong>${label}${notes}`;
  const link = `<a class="row" href="#${escapeHtml(prefix + row.id)}">${head}${row.excerpts.map(excerptHtml).join('')}</a>`;
  return `<li>${link}${row.reason === null ? '' : reasonHtml(row.reason)}</li>`;
};

const groupHtml = ({ title, rows }: Group, prefix: string): string =>
  `${title === null ? '' : `<h3>${escapeHtml(title)}</h3>`}<ol>${rows.map((row) => rowHtml(row, prefix)).join('\n')}</ol>`;

const sectionHtml = (section: Section, prefix: string): string => {
  const rows = section.groups.map((group) => groupHtml(group, prefix)).join('\n');
  const body = rowCount(section) === 0 ? `<p class="empty">${escapeHtml(section.empty)}</p>` : rows;
  return `<h2 id="${prefix}${section.id}">${escapeHtml(section.title)}</h2>${body}`;
};

const navHtml = (sections: readonly Section[], prefix: string): string => {
  const links = sections.map(
    (section) => `<a href="#${prefix}${section.id}">${escapeHtml(section.title)} <span>${rowCount(section)}</span></a>`,
  );
  return `<nav class="sections" aria-label="Sections">${links.join(' ')}</nav>`;
};

const headHtml = ({ head, warnings }: Page): string => {
  const dek = head.dek === null ? '' : `<p class="dek">${escapeHtml(head.dek)}</p>`;
  const url = head.url === null ? '' : `<p class="faint">${escapeHtml(head.url)}</p>`;
  const items = warnings.map((message) => `<li>${escapeHtml(message)}</li>`).join('');
  return `<header><h1>${escapeHtml(head.title)}</h1>${dek}<p class="faint">${escapeHtml(head.origin.join(' · '))}</p>${url}
<p class="counts faint">${escapeHtml(head.counts)}</p>${items === '' ? '' : `<ul class="warnings">${items}</ul>`}</header>`;
};

const rowsOf = (page: Page): Row[] => page.sections.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));

interface Built {
  readonly title: string;
  readonly html: string;
  readonly rules: string;
}

const build = (view: View, index: number, explain: boolean): Built => {
  const prefix = `r${index + 1}-`;
  const page = pageOf(view, explain);
  const html = `<section class="readout" id="report-${index + 1}" aria-label="${escapeHtml(page.head.title)}">
${headHtml(page)}
<div class="columns"><article lang="${escapeHtml(view.readout.document.language)}">
${reportHtml(view, page.sections, prefix)}
</article><aside class="rows" aria-label="Rows, each linked to its words in the report">
${navHtml(page.sections, prefix)}
${page.sections.map((section) => sectionHtml(section, prefix)).join('\n')}
</aside></div></section>`;
  return {
    title: page.head.title,
    html,
    rules: rowsOf(page)
      .map(({ id }) => litRule(prefix + id))
      .join('\n'),
  };
};

const shell = (built: readonly Built[]): string => {
  const css = `${style}\n${built.map(({ rules }) => rules).join('\n')}\n`;
  const policy = `default-src 'none'; style-src ${sha256(css)}; script-src ${sha256(script)}; base-uri 'none'; form-action 'none'`;
  const links = built.map(({ title }, index) => `<li><a href="#report-${index + 1}">${escapeHtml(title)}</a></li>`);
  const nav = built.length > 1 ? `<nav class="reports" aria-label="Reports"><ol>${links.join('')}</ol></nav>` : '';
  const title = built.length === 1 ? (built[0]?.title ?? '') : `${built.length} reports`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} · Readout</title><style>${css}</style></head>
<body><a class="skip" href="#report-1">To the report</a>${nav}
<main>${built.map(({ html }) => html).join('\n')}</main>
<footer>Choose a row to see the words of the report that it rests on; choose words to see their rows. Escape lets go.</footer>
<script>${script}</script></body></html>
`;
};

/** One self-contained page: each report beside its rows, which light up their words. Nothing is loaded from elsewhere. */
export const htmlFormat: Format = ({ explain }) => {
  const built: Built[] = [];
  return {
    open: '',
    page: (view) => {
      built.push(build(view, built.length, explain));
      return '';
    },
    close: () => shell(built),
  };
};
