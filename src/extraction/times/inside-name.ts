import type { ParsedSentence } from '../../reading/index.ts';

/** Names of people and bodies that only look like times ("May", "Black Friday Sales Inc"). */
export const isInsideName = (sentence: ParsedSentence, start: number, end: number): boolean =>
  sentence.entities.some(
    (entity) =>
      ['person', 'organization', 'product', 'facility'].includes(entity.kind) &&
      entity.start - sentence.start <= start &&
      end <= entity.end - sentence.start &&
      (entity.kind === 'person' || entity.end - entity.start > end - start),
  );

/** Words that are written small wherever they tell a time: units, parts of the day, "today". */
const SMALL = new Set([
  'unit',
  'units',
  'anyUnit',
  'periodUnit',
  'edgeUnit',
  'deictic',
  'part',
  'instantWord',
  'vagueUnits',
]);

const CAPITALIZED = /^\p{Lu}\p{Ll}/u;

/** Where a sentence has more capitals than this share of its words, it is a headline, and capitals tell nothing. */
const HEADLINE_SHARE = 0.6;

const isHeadline = (text: string): boolean => {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.filter((word) => CAPITALIZED.test(word)).length > HEADLINE_SHARE * words.length;
};

/** Does nothing but marks stand before, or a mark after which a capital means nothing? */
const isOpening = (before: string): boolean => /(?:^|[.:;!?–—(["“”'‘’`_])[\s"“'‘`]*$/.test(before);

/** "on the programme “Ten Minutes”", "Norland Today": a word written small in times has a capital inside a sentence: it is a title. */
export const isTitle = (
  text: string,
  { start, end, groups }: { start: number; end: number; groups: Readonly<Record<string, string | undefined>> },
): boolean => {
  const words = Object.entries(groups).flatMap(([name, word]) =>
    SMALL.has(name) && word !== undefined && CAPITALIZED.test(word) ? [word] : [],
  );
  const isInside = words.some((word) => !isOpening(text.slice(0, text.slice(start, end).indexOf(word) + start)));
  return isInside && !isHeadline(text);
};
