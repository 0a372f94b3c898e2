import { type Point, pointAt } from './point.ts';
import { current, numberOf, type TimeContext } from './reading.ts';

/** "nineteen ninety-six" → 1996, "twenty nineteen" → 2019, "two thousand and four" → 2004. */
const spokenYear = (context: TimeContext, words: string): number | undefined => {
  const [first = '', second = '', ...rest] = words.toLowerCase().split(/[\s-]+/);
  const value = (word: string): number => {
    for (const name of ['one', 'teen', 'ten']) {
      const found = context.grammar.value(name, word);
      if (found !== undefined) return Number(found);
    }
    return 0;
  };
  const tail = [second, ...rest].reduce((sum, word) => sum + value(word), 0);
  if (context.grammar.value('scale', second) !== undefined) return 2000 + tail;
  const century = value(first);
  return tail === 0 ? undefined : century * 100 + tail;
};

/** Two digits are the year nearest to today's: '89 → 1989. */
const shortYear = (context: TimeContext, digits: number): number => {
  const year = current(context, 'year')?.index ?? 2000;
  const century = Math.floor(year / 100) * 100;
  return century + digits > year + 10 ? century + digits - 100 : century + digits;
};

/** The year of "last year", "that year": today's or that of what was mentioned last. */
const relativeYear = (context: TimeContext): number | undefined => {
  const { groups, previous } = context;
  if (groups.thatYear !== undefined) {
    const point = previous ?? current(context, 'day');
    return point === undefined ? undefined : yearOf(point);
  }
  if (groups.relativeYear === undefined) return undefined;
  const step = numberOf(context, 'relative');
  const year = current(context, 'year')?.index;
  return year === undefined || step === undefined ? undefined : year + Number(step);
};

/** The year in which a point lies. */
export const yearOf = (point: Point): number => {
  const perYear: Partial<Record<Point['grain'], number>> = { year: 1, half: 2, quarter: 4, season: 4, month: 12 };
  const size = perYear[point.grain];
  if (size !== undefined) return Math.floor(point.index / size);
  if (point.grain === 'decade') return point.index * 10;
  if (point.grain === 'century') return point.index * 100;
  return pointAt('year', point.grain === 'day' ? point.index : point.index * 7).index;
};

/** The year that the words give, in figures, in words or by "last year"; undefined where they give none. */
export const readYear = (context: TimeContext): number | undefined => {
  const { year, shortYear: short, spokenYear: spoken } = context.groups;
  if (year !== undefined) return Number(year);
  if (short !== undefined) return shortYear(context, Number(short.slice(1)));
  if (spoken !== undefined) return spokenYear(context, spoken);
  return relativeYear(context);
};

/** Two or four digits of a date in figures. */
export const yearOfDigits = (context: TimeContext, digits: string): number =>
  digits.length === 2 ? shortYear(context, Number(digits)) : Number(digits);
