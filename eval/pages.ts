import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { agencyNamed, ReadoutError, readInput } from '../src/intake/index.ts';
import type { Document } from '../src/text/index.ts';
import { type EvalContext, type Figure, shareFigure, type Table } from './report.ts';

/** A page and what gold says of it; null where it says nothing. */
export interface GoldPage {
  readonly name: string;
  readonly html: Uint8Array;
  readonly body: string;
  readonly title: string | null;
  readonly authors: readonly string[] | null;
  readonly published: string | null;
}

/** Runs of four words, by which two bodies are compared; a shorter text is one run. Words are what Python's `\w+` finds, as in the benchmark of scrapinghub. */
export const shinglesOf = (text: string): ReadonlyMap<string, number> => {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (let at = 0; at < Math.max(1, words.length - 3); at += 1) {
    const run = words.slice(at, at + 4).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
};

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, each) => all + each, 0);

/** Precision and recall of one body against another; null where nothing was predicted, or nothing is gold. */
export interface BodyScore {
  readonly precision: number | null;
  readonly recall: number | null;
}

/** Compares a body with its gold by the runs of four words that they share. */
export const scoreBody = (predicted: string, gold: string): BodyScore => {
  const [own, right] = [shinglesOf(predicted), shinglesOf(gold)];
  const shared = sum([...own].map(([run, count]) => Math.min(count, right.get(run) ?? 0)));
  const [all, wanted] = [sum(own.values()), sum(right.values())];
  return { precision: all === 0 ? null : shared / all, recall: wanted === 0 ? null : shared / wanted };
};

const mean = (values: readonly (number | null)[]): number => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? 0 : sum(known) / known.length;
};

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

/** Without regard to how a text is encoded: compatible characters, quotation marks, dashes, case and white space. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether two dates name one day: as written, or as the same instant. */
export const isSameDay = (own: string | null, gold: string): boolean =>
  own !== null &&
  (own.slice(0, 10) === gold.slice(0, 10) ||
    (own.length > 19 && Date.parse(own) === Date.parse(gold.replace(' ', 'T').replace(/\.\d+/, ''))));

const isSameSet = (own: readonly string[], gold: readonly string[]): boolean => {
  const [a, b] = [new Set(own.map(folded)), new Set(gold.map(folded))];
  return a.size === b.size && [...a].every((name) => b.has(name));
};

/** Whether the authors are those of gold, which counts an agency that signs among them, under any of its names. */
export const isSignedBy = (
  { byline, agency }: Pick<Document, 'byline' | 'agency'>,
  gold: readonly string[],
): boolean => {
  // "AFP, MANILA" is an agency and where it wrote from.
  const named = gold.map((name) => agencyNamed(name.replace(/,\s\p{Lu}[\p{Lu} ]+$/u, '')) ?? name);
  return isSameSet(byline, gold) || (agency !== null && isSameSet([...byline, agency], named));
};

/** The body of a report as gold counts it: all that is neither its headline nor set beside the text. */
const bodyOf = (document: Document, withDek: boolean): string =>
  document.blocks
    .filter(({ kind }, index) => !(index === 0 && kind === 'heading') && !isBeside.has(kind))
    .filter(({ kind }) => withDek || kind !== 'dek')
    .map(({ span }) => document.text.slice(span.start, span.end))
    .join('\n');

const isBeside: ReadonlySet<string> = new Set(['caption', 'credit', 'related', 'pull-quote']);

const read = ({ name, html }: GoldPage): Document | null => {
  try {
    return readInput({ name, bytes: html });
  } catch (error) {
    if (error instanceof ReadoutError) return null;
    throw error;
  }
};

const unzipped = (path: string): Uint8Array => gunzipSync(readFileSync(path));
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Pages of the scrapinghub benchmark, which has gold for the body alone. */
export const readScrapinghub = (folder: string): readonly GoldPage[] =>
  Object.entries(json(join(folder, 'ground-truth.json')) as Record<string, { articleBody: string }>).map(
    ([id, { articleBody: body }]) => ({
      name: id,
      html: unzipped(join(folder, 'html', `${id}.html.gz`)),
      body,
      title: null,
      authors: null,
      published: null,
    }),
  );

/** What a parser of fundus reads in a page. */
interface FundusGold {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly publishing_date?: string;
  readonly body?: {
    readonly summary: readonly string[];
    readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[];
  };
}

const goldLines = ({ body }: FundusGold): readonly string[] => [
  ...(body?.summary ?? []),
  ...(body?.sections ?? []).flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs]),
];

const squeezed = (text: string): string => text.replace(/<[^>]*>|[^\p{L}\p{N}]/gu, '');

/** Of the pages of a publisher, the one that holds most of a version's paragraphs; the file does not say which it is. */
const pageOf = (gold: FundusGold, paths: readonly string[]): string | undefined => {
  if (paths.length < 2) return paths[0];
  const starts = goldLines(gold).map((line) => squeezed(line).slice(0, 30));
  const held = (path: string): number => {
    const text = squeezed(new TextDecoder().decode(unzipped(path)));
    return starts.filter((start) => text.includes(start)).length;
  };
  return paths.map((path) => ({ path, held: held(path) })).toSorted((a, b) => b.held - a.held)[0]?.path;
};

/** Pages of fundus: a folder for each country, in it a file of gold for each publisher and pages named after it. */
export const readFundus = (folder: string): readonly GoldPage[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const stem = join(folder, file.slice(0, -'.json'.length));
      const paths = readdirSync(join(stem, '..'))
        .filter((page) => page.startsWith(`${basename(stem)}_`) && page.endsWith('.html.gz'))
        .map((page) => join(stem, '..', page));
      return Object.entries(json(join(folder, file)) as Record<string, FundusGold>).flatMap(([version, gold]) => {
        const path = pageOf(gold, paths);
        return path === undefined ? [] : [toGoldPage(`${file} ${version}`, unzipped(path), gold)];
      });
    });

const toGoldPage = (name: string, html: Uint8Array, gold: FundusGold): GoldPage => ({
  name,
  html,
  body: goldLines(gold).join('\n'),
  title: gold.title ?? null,
  authors: gold.authors === undefined || gold.authors.length === 0 ? null : gold.authors,
  published: gold.publishing_date ?? null,
});

/** A page as it was read, beside its gold. */
interface ReadPage {
  readonly gold: GoldPage;
  readonly document: Document | null;
  readonly score: BodyScore;
}

const readPage = (gold: GoldPage): ReadPage => {
  const document = read(gold);
  // Where gold has a dek it is part of the body, as in fundus; scrapinghub leaves it out.
  const body = document === null ? '' : bodyOf(document, gold.title !== null);
  return { gold, document, score: scoreBody(body, gold.body) };
};

const bodyFigure = (id: string, label: string, pages: readonly ReadPage[]): Figure => {
  const precision = mean(pages.map(({ score }) => score.precision));
  const recall = mean(pages.map(({ score }) => score.recall));
  const detail = `P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)} (${pages.length} pages)`;
  return { id, label, value: 100 * harmonic(precision, recall), detail, cases: pages.length };
};

interface Field {
  readonly name: string;
  readonly label: string;
  readonly goldOf: (gold: GoldPage) => unknown;
  readonly ownOf: (document: Document) => unknown;
  readonly isRight: (document: Document, gold: GoldPage) => boolean;
}

const FIELDS: readonly Field[] = [
  {
    name: 'title',
    label: 'headline exact',
    goldOf: ({ title }) => title,
    ownOf: ({ title }) => title,
    isRight: (document, { title }) => folded(document.title ?? '') === folded(title ?? ''),
  },
  {
    name: 'title-recorded',
    label: 'headline among those recorded',
    goldOf: ({ title }) => title,
    ownOf: ({ title, otherTitles }) => [title, ...otherTitles.map((other) => other.title)],
    isRight: (document, { title }) =>
      [document.title ?? '', ...document.otherTitles.map((other) => other.title)].some(
        (own) => folded(own) === folded(title ?? ''),
      ),
  },
  {
    name: 'day',
    label: 'publication day',
    goldOf: ({ published }) => published,
    ownOf: ({ published }) => published,
    isRight: (document, { published }) => isSameDay(document.published, published ?? ''),
  },
  {
    name: 'authors',
    label: 'authors exact, where gold has some',
    goldOf: ({ authors }) => authors,
    ownOf: ({ byline, agency }) => [...byline, agency],
    isRight: (document, { authors }) => isSignedBy(document, authors ?? []),
  },
];

const fieldFigures = (set: string, pages: readonly ReadPage[], suffix = ''): readonly Figure[] =>
  FIELDS.flatMap(({ name, label, goldOf, isRight }) => {
    const asked = pages.filter(({ gold }) => goldOf(gold) !== null);
    const right = asked.filter(({ gold, document }) => document !== null && isRight(document, gold));
    return asked.length === 0
      ? []
      : [
          shareFigure(
            `pages/${set}/${name}${suffix}`,
            `${label}${suffix === '' ? '' : ', English'}`,
            right.length,
            asked.length,
          ),
        ];
  });

const percent = (value: number | null): string => (value === null ? '–' : (100 * value).toFixed(0));

const errorsOf = ({ gold, document, score }: ReadPage): readonly string[] => {
  if (document === null) return [`${gold.name}: refused`];
  const wrong = FIELDS.filter(({ goldOf, isRight }) => goldOf(gold) !== null && !isRight(document, gold)).map(
    ({ name, goldOf, ownOf }) =>
      `${gold.name}: ${name} ${JSON.stringify(ownOf(document))}, gold ${JSON.stringify(goldOf(gold))}`,
  );
  const isPoor = harmonic(score.precision ?? 0, score.recall ?? 0) < 0.9;
  return isPoor ? [`${gold.name}: body P ${percent(score.precision)} R ${percent(score.recall)}`, ...wrong] : wrong;
};

/** Whether a body is English, by its share of "the". */
const isEnglish = ({ gold }: ReadPage): boolean => {
  const words = gold.body.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => word === 'the').length > words.length * 0.02;
};

const scoreSet = (set: string, gold: readonly GoldPage[]): Table => {
  const pages = gold.map(readPage);
  const english = pages.filter(isEnglish);
  const figures = [
    bodyFigure(`pages/${set}/body`, 'body F1', pages),
    ...(english.length === pages.length || set === 'scrapinghub'
      ? []
      : [bodyFigure(`pages/${set}/body-en`, 'body F1, English', english)]),
    ...fieldFigures(set, pages),
    ...(english.length === pages.length ? [] : fieldFigures(set, english, '-en')),
  ];
  return { task: 'pages', title: `${set}: ${pages.length} web pages`, figures, errors: pages.flatMap(errorsOf) };
};

const SETS: readonly (readonly [set: string, folder: string, read: (folder: string) => readonly GoldPage[]])[] = [
  ['scrapinghub', 'aeb', readScrapinghub],
  ['fundus', 'fundus', readFundus],
];

/** Web pages read by intake: the body that it finds, and what it takes for headline, day and authors. */
export const scorePages = async ({ gold, split, errors }: EvalContext): Promise<Table[]> => {
  const home = join(gold, split === 'test' ? 'pages-test' : 'pages');
  return SETS.filter(([, folder]) => existsSync(join(home, folder))).map(([set, folder, readGold]) => {
    const table = scoreSet(set, readGold(join(home, folder)));
    return errors ? table : { ...table, errors: [] };
  });
};
