const SHORT = 4;

/** The form of a name under which it is kept: straight marks, single spaces, no "the" before it, no "'s" behind it. */
export const toNameKey = (name: string): string =>
  name
    .trim()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[Tt]he (?=\S)/, '')
    .replace(/'s$/, '');

/** The key of a name in a headline of capitals ("NORTH KOREA"); short ones are left alone, since case is all they have. */
const toCapitalsKey = (key: string): string | undefined =>
  key.length > SHORT && key === key.toUpperCase() ? key.toLowerCase() : undefined;

/** Things by their names. Case counts, but for long names in capitals; a name that several things bear finds none. */
export interface NameIndex<Found> {
  readonly find: (name: string) => Found | undefined;
}

/** Builds an index of names; `same` says whether two findings are about one thing (the first is kept). */
export const indexNames = <Found>(
  names: Iterable<readonly [name: string, found: Found]>,
  same: (one: Found, other: Found) => boolean,
): NameIndex<Found> => {
  const exact = new Map<string, Found | null>();
  const folded = new Map<string, Found | null>();
  const add = (map: Map<string, Found | null>, key: string, found: Found): void => {
    const before = map.get(key);
    if (before === undefined) map.set(key, found);
    else if (before !== null && !same(before, found)) map.set(key, null);
  };
  for (const [name, found] of names) {
    const key = toNameKey(name);
    add(exact, key, found);
    if (key.length > SHORT) add(folded, key.toLowerCase(), found);
  }
  const find = (name: string): Found | undefined => {
    const key = toNameKey(name);
    const capitals = toCapitalsKey(key);
    return exact.get(key) ?? (capitals === undefined ? undefined : folded.get(capitals)) ?? undefined;
  };
  return { find };
};
