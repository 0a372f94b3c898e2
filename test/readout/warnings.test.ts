import { expect, test } from 'vitest';
import { findWarnings } from '../../src/readout/warnings.ts';
import type { Document } from '../../src/text/index.ts';

const document = (published: string | null, language = 'en'): Document => ({
  title: null,
  dek: null,
  byline: [],
  agency: null,
  publisher: null,
  published,
  dateline: null,
  language,
  url: null,
  images: [],
  related: [],
  corrections: [],
  otherTitles: [],
  sources: {},
  blocks: [],
  text: '',
});

test.each([
  ['a date of its own', '2026-03-04', 'en', null, []],
  ['no date', null, 'en', null, ['no-date']],
  ['no date, but one was given', null, 'en', '2026-03-04', ['as-of']],
  ['another date than was given', '2026-03-04', 'en', '2026-03-05', ['as-of']],
  ['the date that was given', '2026-03-04', 'en', '2026-03-04', []],
  ['another language', '2026-03-04', 'es', null, ['unsupported-language']],
  ['a kind of English', '2026-03-04', 'en-GB', null, []],
  ['a language that begins like English', '2026-03-04', 'enm', null, ['unsupported-language']],
  ['an unknown language', null, 'und', null, ['unsupported-language']],
  ['a language that no tag names', '2026-03-04', 'x', null, ['unsupported-language']],
])('a report with %s', (_what, published, language, asOf, codes) => {
  expect(findWarnings(document(published, language), asOf).map(({ code }) => code)).toEqual(codes);
});
