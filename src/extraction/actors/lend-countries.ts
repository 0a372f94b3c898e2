import type { Finding } from './finding.ts';

const LENDERS = new Set(['head-of-state', 'head-of-government', 'deputy', 'minister']);
const BORROWERS = new Set(['opposition', 'party', 'legislator', 'rebel']);

/**
 * An opposition or party leader without a country has that of the government people beside him, where his sentence names
 * those of one country only.
 */
export const lendCountries = ({ roster, settledIn, sentences }: Finding): void => {
  for (const entry of roster.entries) {
    if (entry.country !== undefined || entry.affiliation !== null || !BORROWERS.has(entry.role?.title?.id ?? ''))
      continue;
    const own = new Set(entry.mentions.map(({ phrase }) => phrase.sentence));
    const near = [...own]
      .flatMap((sentence) => settledIn[sentence] ?? [])
      .filter(
        (each) =>
          LENDERS.has(each.entry.role?.title?.id ?? '') &&
          each.entry.country !== undefined &&
          sentences[each.sentence]?.tokens[each.head]?.upos !== 'PRON' &&
          entry.mentions.some(({ phrase }) => phrase.sentence === each.sentence && each.head < phrase.head),
      );
    const nearest = near.sort((a, b) => b.head - a.head)[0];
    if (nearest !== undefined) entry.country = nearest.entry.country;
  }
};
