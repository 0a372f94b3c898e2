import type { Warning } from '../extraction/index.ts';
import type { Document } from '../text/index.ts';

const warning = (code: string, message: string): Warning => ({ code, message, span: null });

const dateWarnings = (document: Document, asOf: string | null): Warning[] => {
  if (asOf === null && document.published !== null) return [];
  if (asOf === null)
    return [
      warning('no-date', 'The report gives no date of publication, so days such as “Wednesday” stay unresolved.'),
    ];
  if (document.published === null)
    return [warning('as-of', `The report gives no date; times are resolved as of ${asOf}, as asked.`)];
  if (document.published === asOf) return [];
  const own = `the report’s own date (${document.published})`;
  return [warning('as-of', `Times are resolved as of ${asOf}, as asked, and not against ${own}.`)];
};

const languageWarnings = ({ language }: Document): Warning[] =>
  /^(en|und)\b/i.test(language)
    ? []
    : [warning('language', `The report seems to be in another language (${language}); Readout reads English only.`)];

/** What the reader of a readout should know about the report before trusting its rows. */
export const findWarnings = (document: Document, asOf: string | null): Warning[] => [
  ...dateWarnings(document, asOf),
  ...languageWarnings(document),
];
