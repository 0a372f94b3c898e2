import type { Dated } from './node.ts';
import { fold } from './words/fold.ts';

/** The earlier of two ISO dates, either of which may be unknown. */
export const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

/** The later of two ISO dates. */
export const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

const joined = (one: Dated<string>, other: Dated<string>): Dated<string> => {
  const first = earlier(one.first, other.first);
  const isFirst = first === one.first && (one.first !== other.first || one.from.document <= other.from.document);
  const { value, from } = isFirst ? one : other;
  return { value, first, last: later(one.last, other.last), reports: one.reports + other.reports, from };
};

const commonest = (a: Dated<string>, b: Dated<string>): number =>
  b.reports - a.reports || (a.first ?? '~').localeCompare(b.first ?? '~', 'en') || (a.value < b.value ? -1 : 1);

/** Values of two lists, each once whatever its case; the commonest first, at most so many. */
export const joinDated = (
  one: readonly Dated<string>[],
  other: readonly Dated<string>[],
  most: number,
): readonly Dated<string>[] => {
  const byValue = new Map<string, Dated<string>>();
  for (const each of [...one, ...other]) {
    const key = fold(each.value);
    const known = byValue.get(key);
    byValue.set(key, known === undefined ? each : joined(known, each));
  }
  return [...byValue.values()].sort(commonest).slice(0, most);
};
