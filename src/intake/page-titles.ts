import type { OtherTitle } from '../text/index.ts';
import { lettersOf } from './letters.ts';
import type { Fact } from './page-items.ts';

/** "Report | City Herald" without the paper's name. */
export const withoutSite = (title: string, site: string | null): string => {
  const match = /^(.{12,}?)\s+[|\-–—•·:»]\s+([^|–—»]{2,60})$/.exec(title);
  if (match?.[1] === undefined) return title;
  const isSite =
    site !== null &&
    match[2]?.toLowerCase().replace(/\W/g, '').includes(site.toLowerCase().replace(/\W/g, '').slice(0, 8));
  return isSite || /[|»]/.test(title.slice(match[1].length, match[1].length + 3)) ? match[1] : title;
};

/** The headlines that a page gives besides the one it prints, each once. */
export const otherTitles = (printed: string | null, titles: readonly Fact[]): readonly OtherTitle[] => {
  const seen = new Set([lettersOf(printed ?? '')]);
  return titles.flatMap(({ value, source }) => {
    const key = lettersOf(value);
    if (key === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ title: value, source }];
  });
};

/** In words: no line above a headline is longer. */
const LONGEST_KICKER = 6;

/** What stands before a headline in the same line: "Politics: ", "Talks in Sund - ". */
const kicker = /^(?<kicker>[^:|–—-]{2,60}?)\s*(?:\s[-–—|:]\s|:\s)\s*(?=\S)/u;

const isShort = (text: string): boolean => text.trim().split(/\s+/).length <= LONGEST_KICKER;

/** A headline without its kicker; null if it has none. */
const withoutKicker = (title: string): string | null => {
  const match = kicker.exec(title);
  return match === null || !isShort(match.groups?.kicker ?? '') ? null : title.slice(match[0].length);
};

/** Marks that part a headline: "Talks in Sund: ports open", "Ports open? Not yet". */
const marksIn = (title: string): number => title.match(/[:.!?–—|-]\s/gu)?.length ?? 0;

/**
 * The headline that a main heading prints: without the kicker before it, where the page states it without; with the kicker
 * in a line above it, where the page states both as one; with the marks that the page states, where the heading shows them
 * by its setting alone. A page without a main heading has the headline that it states first; null if it states none.
 */
export const printedTitle = (heading: string | undefined, titles: readonly string[], above = ''): string | null => {
  if (heading === undefined) return titles[0] ?? null;
  const own = lettersOf(heading);
  const stated = (letters: string): readonly string[] => titles.filter((title) => lettersOf(title) === letters);
  const same = stated(own);
  const rest = withoutKicker(heading);
  if (rest !== null && same.length === 0 && stated(lettersOf(rest)).length > 0) return rest;
  const joined = same.length === 0 && above !== '' && isShort(above) ? stated(lettersOf(above) + own)[0] : undefined;
  return joined ?? same.find((title) => marksIn(title) > marksIn(heading)) ?? heading;
};
