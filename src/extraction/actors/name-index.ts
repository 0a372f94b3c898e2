/** Things filed under several keys each. */
export interface KeyIndex<Thing> {
  readonly add: (keys: readonly string[], thing: Thing) => void;
  /** What is filed under any of the keys, in the order in which it was filed first. */
  readonly find: (keys: readonly string[]) => Thing[];
}

/** An empty index. */
export const createKeyIndex = <Thing>(): KeyIndex<Thing> => {
  const filed = new Map<string, Set<Thing>>();
  const order = new Map<Thing, number>();
  return {
    add: (keys, thing) => {
      if (!order.has(thing)) order.set(thing, order.size);
      for (const key of keys) {
        const known = filed.get(key) ?? new Set();
        filed.set(key, known.add(thing));
      }
    },
    find: (keys) => {
      const found = new Set(keys.flatMap((key) => [...(filed.get(key) ?? [])]));
      return [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    },
  };
};
