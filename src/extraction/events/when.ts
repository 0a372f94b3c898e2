import { dependents, type Tree } from '../../reading/index.ts';
import type { Event, TimeExpression } from '../records.ts';
import { isPlacing } from '../times/placing.ts';
import { toDayRange } from './day-range.ts';
import type { Match } from './match.ts';
import { tokenAt, type Word } from './words.ts';

/** The time that says most: a clock time before a day, a resolved one before an open one. */
const bestTime = (times: readonly TimeExpression[]): TimeExpression | undefined => {
  const weight = ({ type, value }: TimeExpression): number => (value === null ? 0 : 2) + (type === 'TIME' ? 1 : 0);
  return times
    .filter(isPlacing)
    .reduce<TimeExpression | undefined>(
      (best, time) => (best === undefined || weight(time) > weight(best) ? time : best),
      undefined,
    );
};

const isAhead = (time: TimeExpression | undefined, published: string | null): boolean => {
  const range = toDayRange(time?.value ?? null);
  return range !== undefined && published !== null && range.first > published.slice(0, 10);
};

/** "The council | meets on Saturday": a plain present with a day that no date of publication settles is a timetable. */
const isTimetable = (tree: Tree, word: Word, time: TimeExpression | undefined): boolean => {
  const { feats } = tokenAt(tree, word);
  const plain = feats.Tense === 'Pres' && feats.VerbForm === 'Fin' && dependents(tree, word, 'aux').length === 0;
  return plain && time !== undefined && time.kind === 'unresolved' && time.grain === 'day';
};

/** "threatened", "had threatened", "was held": told as past. */
const isPastVerb = (tree: Tree, word: Word): boolean => {
  const { upos, feats } = tokenAt(tree, word);
  if (upos !== 'VERB' || feats.Tense !== 'Past') return false;
  if (feats.VerbForm === 'Fin') return true;
  return dependents(tree, word, 'aux').some((child) => {
    const auxiliary = tokenAt(tree, child);
    const indicative = auxiliary.feats.VerbForm === 'Fin' && auxiliary.feats.Mood === 'Ind';
    return indicative && (auxiliary.feats.Tense === 'Past' || auxiliary.deprel === 'aux');
  });
};

/** When an event is told to be, and whether that makes it one that is still to come. */
export interface When {
  readonly time: TimeExpression | undefined;
  readonly ahead: boolean;
}

/**
 * The time of an event among those that belong to it. What a verb tells as past is not ahead: in "had threatened a strike for
 * Monday" the day is the strike's.
 */
export const whenOf = (
  { site }: Match,
  times: readonly TimeExpression[],
  published: string | null,
  { inStory, realis }: { readonly inStory: boolean; readonly realis: Event['realis'] },
): When => {
  const time = bestTime(times);
  const ahead = isAhead(time, published);
  if (ahead && realis !== 'conditional' && isPastVerb(site.tree, site.trigger))
    return { time: undefined, ahead: false };
  return { time, ahead: ahead || (inStory && isTimetable(site.tree, site.carrier?.word ?? site.trigger, time)) };
};
