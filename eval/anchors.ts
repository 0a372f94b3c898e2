import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findInPage, openPage, ReadoutError, readInput, toSelectors } from '../src/intake/index.ts';
import type { Engine } from '../src/readout/index.ts';
import { type Document, segment } from '../src/text/index.ts';
import { type GoldPage, readFundus, readScrapinghub } from './pages.ts';
import { type EvalContext, shareFigure, type Table } from './report.ts';

/** A sentence of a report, and where it was found in the report's page. */
interface Anchored {
  readonly page: string;
  readonly sentence: string;
  readonly found: string | null;
  /** Whether it stands behind the sentence before it. */
  readonly isInOrder: boolean;
}

const letters = (text: string): string => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');

const documentOf = ({ name, html }: GoldPage): Document | null => {
  try {
    return readInput({ name, bytes: html });
  } catch (error) {
    if (error instanceof ReadoutError) return null;
    throw error;
  }
};

const anchorsOf = (gold: GoldPage, textModel: Engine['textModel']): readonly Anchored[] => {
  const document = documentOf(gold);
  const page = openPage(gold.html);
  if (document === null || page === null) return [];
  let last = -1;
  return segment(document, textModel).map((sentence) => {
    const place = findInPage(page, toSelectors(document, sentence).quote);
    const isInOrder = place !== null && place.start > last;
    last = place?.start ?? last;
    return {
      page: gold.name,
      sentence: document.text.slice(sentence.start, sentence.end),
      found: place === null ? null : page.text.slice(place.start, place.end),
      isInOrder,
    };
  });
};

const isRight = ({ sentence, found }: Anchored): boolean => found !== null && letters(found) === letters(sentence);

const tableOf = (set: string, pages: readonly GoldPage[], textModel: Engine['textModel'], errors: boolean): Table => {
  const all = pages.flatMap((page) => anchorsOf(page, textModel));
  const right = all.filter(isRight);
  return {
    task: 'anchors',
    title: `${set}: ${all.length} sentences of ${pages.length} pages`,
    figures: [
      shareFigure(`anchors/${set}/found`, 'found again in the page, letter for letter', right.length, all.length),
      shareFigure(
        `anchors/${set}/order`,
        'of those, behind the sentence before',
        right.filter(({ isInOrder }) => isInOrder).length,
        right.length,
      ),
    ],
    errors: errors
      ? all
          .filter((one) => !isRight(one) || !one.isInOrder)
          .map(
            ({ page, sentence, found }) =>
              `${page}: "${sentence.slice(0, 80)}" ${found === null ? 'not found' : `at "${found.slice(0, 80)}"`}`,
          )
      : [],
  };
};

/** Sentences that intake reads from pages, found again in the pages' own text by their selectors. */
export const scoreAnchors = async ({ gold, split, errors }: EvalContext, { textModel }: Engine): Promise<Table[]> => {
  const home = join(gold, split === 'test' ? 'pages-test' : 'pages');
  const sets = [
    ['scrapinghub', 'aeb', readScrapinghub],
    ['fundus', 'fundus', readFundus],
  ] as const;
  return sets
    .filter(([, folder]) => existsSync(join(home, folder)))
    .map(([set, folder, read]) => tableOf(set, read(join(home, folder)), textModel, errors));
};
