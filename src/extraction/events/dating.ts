import type { TimeExpression } from '../records.ts';
import { isAgain } from './again.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';
import { sameTimeWords } from './same-time.ts';
import { adjoiningWords, belongingTo } from './surroundings.ts';

/**
 * Where an event's time is looked for, best first: what belongs to it (its statement's first), what it shares with what is told
 * beside it, and what at least tells its year.
 */
export const datingOf = (matches: readonly Match[], all: readonly TimeExpression[], lexicon: Lexicon) => {
  const tree = matches[0]?.site.tree;
  const times = all.filter((time) => tree === undefined || !isAgain(tree, time, lexicon));
  const years = times.filter(({ grain }) => grain === 'year');
  const among = belongingTo(matches, times, lexicon);
  const amongYears = belongingTo(matches, years, lexicon);
  const sameTime = sameTimeWords(matches);
  return (match: Match, said: readonly TimeExpression[] | undefined): readonly (readonly TimeExpression[])[] => [
    // "condemned an attack | on Sunday": what a statement is about has a day of its own.
    ...(said === undefined ? [among(match)] : [said, among(match, undefined, ['direct'])]),
    among(match, sameTime),
    amongYears(match, adjoiningWords),
  ];
};
