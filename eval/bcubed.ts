/** Something that was put into a cluster, with the cluster it belongs to. */
export interface Clustered {
  readonly gold: string;
  readonly system: string;
}

/** BCubed precision, recall and F1, in per cent (Bagga and Baldwin 1998): the mean over all items of what their clusters share. */
export const bcubed = (
  items: readonly Clustered[],
): { readonly precision: number; readonly recall: number; readonly f1: number } => {
  const sizes = new Map<string, number>();
  const count = (key: string) => sizes.set(key, (sizes.get(key) ?? 0) + 1);
  for (const { gold, system } of items)
    for (const key of [`g|${gold}`, `s|${system}`, `b|${gold}|${system}`]) count(key);
  const size = (key: string): number => sizes.get(key) ?? 1;
  let [precision, recall] = [0, 0];
  for (const { gold, system } of items) {
    precision += size(`b|${gold}|${system}`) / size(`s|${system}`);
    recall += size(`b|${gold}|${system}`) / size(`g|${gold}`);
  }
  const [p, r] = [(100 * precision) / items.length, (100 * recall) / items.length];
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
};
