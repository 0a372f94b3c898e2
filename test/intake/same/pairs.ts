import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readInput } from '../../../src/intake/index.ts';
import type { Document } from '../../../src/text/index.ts';

interface Written {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly dateline?: string;
  readonly agency?: string;
  readonly publisher?: string;
}

interface Story {
  readonly event: string;
  readonly wire: Written;
  readonly condensed?: Written;
  readonly rewritten: Written;
  readonly independent: Written;
  readonly later?: Written;
}

/** The invented reports, by event. */
export const stories: readonly Story[] = parse(readFileSync(new URL('reports.yaml', import.meta.url), 'utf8'));

/** What a pair of reports is; all but the last four are copies. */
export type PairKind =
  | 'verbatim'
  | 're-headlined'
  | 'cut'
  | 'edited'
  | 'condensed'
  | 'rewritten'
  | 'independent'
  | 'later'
  | 'other event';

/** Two reports in the order in which they came. */
export interface Pair {
  readonly name: string;
  readonly kind: PairKind;
  readonly first: Document;
  readonly second: Document;
}

const fromText = (text: string): Document => readInput({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
const fromPage = (html: string): Document => readInput({ name: 'a.html', bytes: new TextEncoder().encode(html) });

const withDateline = ({ dateline, paragraphs }: Written): readonly string[] =>
  dateline === undefined ? paragraphs : [`${dateline} ${paragraphs[0]}`, ...paragraphs.slice(1)];

/** As an agency's own page prints it, with who wrote it underneath. */
const onWire = (report: Written): Document =>
  fromText(
    [
      report.title,
      `By Jane Doe, ${report.agency ?? report.publisher}\nMarch 4, 2026`,
      ...withDateline(report),
      '(Reporting by Jane Doe; Additional reporting by John Roe; Editing by Amina Oduya)',
    ].join('\n\n'),
  );

/** As a paper's page prints it, typed by another program: straight quotation marks, other dashes, and the paper's own lines around it. */
const inPaper = (report: Written): Document => {
  const typed = withDateline(report).map((text) => text.replace(/[“”]/g, '&quot;').replace(/[’]/g, "'"));
  return fromPage(`<html lang="en"><head><title>${report.title} | The Daily Post</title></head><body>
    <nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>${report.title}</h1>
    <p class="byline">By ${report.agency ?? 'our reporter'}</p><time datetime="2026-03-04">4 March 2026</time>
    ${typed.map((text) => `<p>${text}</p>`).join('\n')}
    <p>This material may not be published, broadcast, rewritten or redistributed. All rights reserved.</p></article>
    <footer>The Daily Post is a member of the press council. Subscribe to our newsletter.</footer></body></html>`);
};

/** What a desk changes without thinking: spelling, figures, titles. */
const houseStyle = (text: string): string =>
  text
    .replace(/\bpercent\b/g, 'per cent')
    .replace(/\bon (Mon|Tues|Wednes|Thurs|Fri)day\b/g, '$1day')
    .replace(/\beuros\b/g, 'EUR')
    .replace(/\bPrime Minister\b/g, 'PM')
    .replace(/, a spokes(?:wo)?man said\b/g, '')
    .replace(/\bshortly before\b/g, 'just before');

/** What an editor changes: words for shorter ones, and the last clause of long sentences. */
const edited = (text: string): string =>
  houseStyle(text)
    .replace(/, (?:which|where|whom|who) [^.”]{10,80}(?=\.)/g, '')
    .replace(/\bsaid that\b/g, 'said')
    .replace(/\babout\b/g, 'some')
    .replace(/\bwould\b/g, 'will')
    .replace(/\bagainst\b/g, 'opposed to');

const part = (report: Written, indices: readonly number[]): Written => ({
  ...report,
  paragraphs: indices.flatMap((index) => report.paragraphs[index] ?? []),
});

const changed = (report: Written, change: (text: string) => string, title = report.title): Written => ({
  ...report,
  title,
  paragraphs: report.paragraphs.map(change),
});

const variants = (story: Story): readonly (readonly [string, PairKind, Document])[] => {
  const { wire, condensed, rewritten, independent, later } = story;
  const renamed = { ...wire, title: rewritten.title };
  const own = independent.paragraphs.slice(-2).map((text) => text.replace(/“[^”]*”/g, 'so'));
  const withOwn = { ...renamed, paragraphs: [...wire.paragraphs.slice(0, 5), ...own] };
  return [
    ['as printed by a paper', 'verbatim', inPaper(wire)],
    ['without its dateline', 'verbatim', onWire(changed({ ...wire, dateline: '' }, (text) => text))],
    ['under another headline', 're-headlined', inPaper(renamed)],
    ['in a house style, under another headline', 're-headlined', inPaper(changed(renamed, houseStyle))],
    ['its first four paragraphs', 'cut', inPaper(part(wire, [0, 1, 2, 3]))],
    ['its first two paragraphs', 'cut', onWire(part(wire, [0, 1]))],
    ['every other paragraph, in a house style', 'cut', inPaper(changed(part(renamed, [0, 2, 4, 6]), houseStyle))],
    ['cut, with the own words of a paper behind it', 'cut', inPaper(withOwn)],
    ['edited', 'edited', inPaper(changed(renamed, edited))],
    ...(condensed === undefined ? [] : [['sentence by sentence', 'condensed', inPaper(condensed)] as const]),
    ['in other words', 'rewritten', inPaper(rewritten)],
    ['by another who was there', 'independent', inPaper(independent)],
    ...(later === undefined ? [] : [['on the next day', 'later', onWire(later)] as const]),
  ];
};

/** All pairs: each wire report with what became of it, and with the reports of other events. */
export const pairs: readonly Pair[] = stories.flatMap((story, number) => {
  const first = onWire(story.wire);
  const others = stories.slice(number + 1).map((other) => ({
    name: `${story.event} and ${other.event}`,
    kind: 'other event' as const,
    first,
    second: onWire(other.wire),
  }));
  return [
    ...variants(story).map(([how, kind, second]) => ({ name: `${story.event}, ${how}`, kind, first, second })),
    ...others,
  ];
});

/** The kinds that an index has to find. */
export const copies: ReadonlySet<PairKind> = new Set(['verbatim', 're-headlined', 'cut', 'edited', 'condensed']);
