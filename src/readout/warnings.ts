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

/** Whether Readout can read the language of a report: English, as yet. */
export const isReadable = ({ language }: Pick<Document, 'language'>): boolean => /^en\b/i.test(language);

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

const named = (language: string): string => {
  try {
    return languageNames.of(language) ?? language;
  } catch {
    return language;
  }
};

const languageWarnings = (document: Document): Warning[] => {
  if (isReadable(document)) return [];
  const what =
    document.language === 'und'
      ? 'The report is not in English, and its language cannot be told'
      : `The report is in another language than English: ${named(document.language)} (${document.language})`;
  return [
    warning(
      'unsupported-language',
      `${what}. Readout reads English only: text and metadata are kept as they are, and no rows are made.`,
    ),
  ];
};

/** What the reader of a readout should know about the report before trusting its rows. */
export const findWarnings = (document: Document, asOf: string | null): Warning[] => [
  ...(isReadable(document) ? dateWarnings(document, asOf) : []),
  ...languageWarnings(document),
];
