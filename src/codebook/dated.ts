import { z } from 'zod';

/** A day, month or year of ISO 8601, or nothing where the end is open. */
const EDGE = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/;

/** Codes of actors: a country or kind of body, and sectors ("USA GOV", "IGO", "HOB"). */
export const CODE = /^[A-Z0-9+/-]{2,12}( [A-Z0-9]{3})*$/;

/** A stretch of time: both ends belong to it, an empty one is open. `2005` as an end is the whole of that year. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** `2005-11-22/2021-12-08`, `1990/`; undefined where it is no interval. */
export const readInterval = (text: string): Interval | undefined => {
  const [from = '', to, ...others] = text.split('/');
  return to !== undefined && others.length === 0 && EDGE.test(from) && EDGE.test(to) ? { from, to } : undefined;
};

/** Does a day (ISO 8601, what follows the day does not count) lie within? No day is known to lie only in what is open at both ends. */
export const isWithin = ({ from, to }: Interval, day: string | null): boolean => {
  if (day === null) return from === '' && to === '';
  return (from === '' || day.slice(0, from.length) >= from) && (to === '' || day.slice(0, to.length) <= to);
};

const edge = z.string().regex(EDGE, 'must be a day, month or year such as 2005-11-22, in quotes').default('');

/** A code that held for a time: `{ code: AFG GOV, from: "2021-08-15" }`. */
export const datedCodeSchema = z.strictObject({
  code: z.string().regex(CODE, 'must be codes of capitals, "IGO" or "LBN REB"'),
  from: edge,
  to: edge,
});

/** Something whose code may depend on the day: a country's is its id unless the table says otherwise. */
export interface Coded {
  readonly id: string;
  readonly code?: string | undefined;
  readonly codes: readonly (Interval & { readonly code: string })[];
}

/** The code of a country or body on a day: the first of its dated ones that holds, else the one that holds outside all dates. */
export const codeOn = ({ id, code, codes }: Coded, day: string | null): string =>
  codes.find((each) => isWithin(each, day))?.code ?? code ?? id;
