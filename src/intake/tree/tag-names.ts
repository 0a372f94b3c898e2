const lists = new Map<string, ReadonlySet<string>>();

/** "script,noscript" → its names; the only selectors that are asked for are lists of tags. */
export const namesIn = (selector: string): ReadonlySet<string> => {
  const known = lists.get(selector);
  if (known !== undefined) return known;
  if (!/^[a-z0-9]+(?:,[a-z0-9]+)*$/i.test(selector)) throw new Error(`${selector} is no list of tags`);
  const names = new Set(selector.toLowerCase().split(','));
  lists.set(selector, names);
  return names;
};

const capitals = new Map<string, string>();

/** Small letters to capitals; a page has few names, and asks for them often. */
export const inCapitals = (name: string): string => {
  const known = capitals.get(name);
  if (known !== undefined) return known;
  const found = name.toUpperCase();
  if (capitals.size < 1000) capitals.set(name, found);
  return found;
};
