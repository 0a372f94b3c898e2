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

/** What stands before a headline in the same heading: "Politics: ", "Talks in Sund - ". */
const kicker = /^(?<kicker>[^:|–—-]{2,60}?)\s*(?:\s[-–—|:]\s|:\s)\s*(?=\S)/u;

/**
 * The headline that a main heading prints: without the kicker before it, where the page states it without; with the marks
 * that the page states, where the heading shows them by its setting alone.
 */
export const printedTitle = (heading: string, titles: readonly string[]): string => {
  const own = lettersOf(heading);
  const match = kicker.exec(heading);
  const isShort = (match?.groups?.kicker ?? '').trim().split(/\s+/).length <= LONGEST_KICKER;
  const rest = match === null || !isShort ? null : heading.slice(match[0].length);
  const isStated = titles.some((title) => lettersOf(title) === own);
  if (rest !== null && !isStated && titles.some((title) => lettersOf(title) === lettersOf(rest))) return rest;
  const spelled = titles.find((title) => lettersOf(title) === own && /[:.!?]\s/.test(title));
  return spelled !== undefined && !/[:.!?–—|-]\s/.test(heading) ? spelled : heading;
};
