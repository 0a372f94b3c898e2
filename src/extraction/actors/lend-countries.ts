import type { Finding } from './finding.ts';

const LENDERS = new Set(['head-of-state', 'head-of-government', 'deputy', 'minister']);
const BORROWERS = new Set(['opposition', 'party', 'legislator', 'rebel']);

/**
 * An opposition or party leader without a country has that of the government people beside him, where his sentence names
 * those of one country only. Whom he speaks of in quotation marks may be anybody's.
 */
export const lendCountries = ({ roster, settledIn, sentences, quoting }: Finding): void => {
  const isQuoted = (sentence: number, word: number): boolean =>
    quoting.isQuoted(sentences[sentence]?.tokens[word]?.start ?? -1);
  for (const entry of roster.entries) {
    if (entry.country !== undefined || entry.affiliation !== null || !BORROWERS.has(entry.role?.title?.id ?? ''))
      continue;
    /** The last of his words in each of his sentences: whoever stands before any of them stands before it. */
    const own = new Map<number, number>();
    for (const { phrase } of entry.mentions)
      own.set(phrase.sentence, Math.max(phrase.head, own.get(phrase.sentence) ?? -1));
    const near = [...own.keys()]
      .flatMap((sentence) => settledIn[sentence] ?? [])
      .filter(
        (each) =>
          LENDERS.has(each.entry.role?.title?.id ?? '') &&
          each.entry.country !== undefined &&
          sentences[each.sentence]?.tokens[each.head]?.upos !== 'PRON' &&
          each.head < (own.get(each.sentence) ?? -1) &&
          isQuoted(each.sentence, each.head) === isQuoted(each.sentence, own.get(each.sentence) ?? -1),
      );
    const nearest = near.sort((a, b) => b.head - a.head)[0];
    if (nearest !== undefined) entry.country = nearest.entry.country;
  }
};
