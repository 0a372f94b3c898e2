import type { SavedQuery } from '../schemas/saved.ts';
import { evidenceOf, type Match, reportOf, titleOf, urnOf } from './matches.ts';

/** The date of a feed without entries. */
const NO_DATE = '1970-01-01T00:00:00.000Z';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 cannot hold even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, '\uFFFD')
    .replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);

const isWeb = (url: string | null | undefined): url is string => /^https?:\/\//.test(url ?? '');

const entryOf = (match: Match): string => {
  const report = reportOf(match);
  const link = isWeb(report?.url) ? `\n    <link rel="alternate" href="${xml(report.url)}"/>` : '';
  const from = [report?.title, report?.publisher, report?.published].filter(
    (part) => part !== null && part !== undefined,
  );
  const source = from.length === 0 ? '' : `\n\n${from.join(', ')}`;
  return `  <entry>
    <id>${xml(urnOf(match))}</id>
    <title>${xml(titleOf(match))}</title>
    <updated>${match.at}</updated>${link}
    <category term="${xml(match.kind)}"/>
    <content type="text">${xml(`“${evidenceOf(match)}”${source}`)}</content>
  </entry>`;
};

/** What a saved query finds as an Atom feed (RFC 4287). The same matches give the same bytes. */
export const writeAtom = (key: string, query: SavedQuery, matches: readonly Match[], self: string): string => {
  const [updated] = [NO_DATE, ...matches.map(({ at }) => at)].sort().reverse();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:readout:query:${xml(key)}</id>
  <title>${xml(query.title)}</title>
  <updated>${updated}</updated>
  <author><name>Readout</name></author>
  <link rel="self" href="${xml(self)}"/>
${matches.map(entryOf).join('\n')}
</feed>
`;
};
