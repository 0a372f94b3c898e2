/** A name without a possessive ending. */
export const plain = (name: string): string =>
  name
    .replace(/['\u2019]s?$/, '')
    .replace(/\s+/g, ' ')
    .trim();
/** A name in small letters without accents. */
export const keyOf = (name: string): string => plain(name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const SUFFIX = /^(?:[js]r\.?|i{2,3})$/;
/** The parts of a name, without "Jr." */
export const partsOf = (name: string): string[] =>
  keyOf(name)
    .split(' ')
    .filter((part) => !SUFFIX.test(part));

/** `Bolton` ⊂ `John Bolton`; `Guaido` ⊂ `Juan Guaidó`; `John R. Bolton` ~ `John Bolton`. */
export const isSamePerson = (a: string, b: string): boolean => {
  const [x, y] = [partsOf(a), partsOf(b)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length === 0) return false;
  if (short.length === 1)
    return short[0] === long.at(-1) || (long.length > 1 && short[0] === long[0] && (short[0]?.length ?? 0) > 1);
  const isBeginning = short.every((part, index) => part === long[index]);
  return isBeginning || (short.at(-1) === long.at(-1) && short[0] === long[0]);
};

/** Do two words differ by one letter put in, left out or changed? */
export const isOneLetterOff = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
};
