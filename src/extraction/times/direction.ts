import { isAfterWord, type TimeContext } from './reading.ts';
import { looksAhead, type Tense } from './tense.ts';

/**
 * Which way from today a bare name of a day or month points; plans ("set for March") may have been overtaken, and of what was
 * to be ("were to meet on Friday") the closest day is meant.
 */
type Direction = 'past' | 'future' | 'nearest' | 'planned' | 'closest';

/** Words behind "'s" that are looked at: "Monday's | crucial second round". */
const NEAR_WORDS = 3;

/** "Sunday's | election": something that is held on days set before; else what a day names has happened ("Sunday's ruling"). */
const isOccasion = ({ after, grammar }: TimeContext): boolean => {
  const words = after.replace(/^['’]s\s+/, '').split(/[\s,.;:]+/, NEAR_WORDS);
  return words.some((word) => grammar.words('occasionWord').has(word.toLowerCase()));
};

/**
 * The way that a name without a year or week points: "since" looks back and "until" ahead; otherwise the tense of
 * the clause decides, and a headline's present tells of what has just happened.
 */
export const directionOf = (context: TimeContext): Direction => {
  const tense = context.tense();
  const isPossessive = /^['’]s\b/.test(context.after);
  const said = fromWords(context, tense, isPossessive);
  if (said !== undefined) return said;
  if (tense === 'past' || (tense === 'present' && (context.isHeading || isPossessive))) return 'past';
  if (tense === 'planned') return 'planned';
  if (tense === 'due') return 'closest';
  return tense === 'future' ? 'future' : 'nearest';
};

/** The way that the words beside a name point, whatever the tense; undefined where they leave it to the tense. */
const fromWords = (context: TimeContext, tense: Tense, isPossessive: boolean): Direction | undefined => {
  if (isAfterWord(context, 'sinceWord')) return 'past';
  if (isAfterWord(context, 'aheadWord')) return 'future';
  // "Effective Monday, they charge more" looks ahead, "effective Monday, they were charging more" back; a date lies ahead.
  const isOver = tense === 'past' && context.groups.weekday !== undefined;
  if (isAfterWord(context, 'effectWord')) return isOver ? 'past' : 'future';
  const isUntil = isAfterWord(context, 'untilWord');
  const isDue = looksAhead(tense) && isUntil;
  if (isPossessive && !isOccasion(context) && !isDue) return 'past';
  if (!isPossessive && isAfterWord(context, 'forWord')) return 'planned';
  return isUntil && (tense !== 'past' || context.isMoved() || context.isGranted()) ? 'future' : undefined;
};

const WEEK = 7;

/** Is a month or season so recent that a plan for it is more likely an old one than one for next year? */
const isJustOver = (back: number, cycle: number): boolean => cycle !== WEEK && back * 4 <= cycle;

/**
 * The index nearest to `now` that repeats every `cycle` steps and equals `target` within it; `now` itself counts for
 * either way. For "nearest", ties and days go back, since news tells what happened.
 */
export const alignIndex = (now: number, target: number, cycle: number, direction: Direction): number => {
  const back = (((now - target) % cycle) + cycle) % cycle;
  if (back === 0) return now;
  const ahead = cycle - back;
  if (direction === 'past') return now - back;
  if (direction === 'future' || (direction === 'planned' && !isJustOver(back, cycle))) return now + ahead;
  if (direction === 'closest') return back < ahead ? now - back : now + ahead;
  return direction === 'planned' || back <= ahead ? now - back : now + ahead;
};
