import type { ActorName, Dyad } from '../api/schema.ts';

/** Who acts on whom: the busiest actors by row, those acted on by column. */
export interface Matrix {
  readonly rows: readonly ActorName[];
  readonly columns: readonly ActorName[];
  readonly most: number;
  /** How many records; 0 where there are none. */
  readonly at: (row: ActorName, column: ActorName) => number;
}

const busiest = (pairs: readonly (readonly [ActorName, number])[], most: number): readonly ActorName[] => {
  const sums = new Map<string, { readonly actor: ActorName; sum: number }>();
  for (const [actor, records] of pairs) {
    const found = sums.get(actor.id) ?? { actor, sum: 0 };
    sums.set(actor.id, { actor, sum: found.sum + records });
  }
  return [...sums.values()]
    .sort((a, b) => b.sum - a.sum || a.actor.name.localeCompare(b.actor.name))
    .slice(0, most)
    .map(({ actor }) => actor);
};

/** Puts pairs into a matrix of at most so many rows and columns. Rows and columns that would be empty are left out. */
export const matrixOf = (dyads: readonly Dyad[], most: number): Matrix => {
  const rows = busiest(
    dyads.map(({ actor, records }) => [actor, records]),
    most,
  );
  const kept = dyads.filter(({ actor }) => rows.some(({ id }) => id === actor.id));
  const columns = busiest(
    kept.map(({ recipient, records }) => [recipient, records]),
    most,
  );
  const cells = new Map(kept.map(({ actor, recipient, records }) => [`${actor.id} ${recipient.id}`, records]));
  const at = (row: ActorName, column: ActorName): number => cells.get(`${row.id} ${column.id}`) ?? 0;
  return {
    rows: rows.filter((row) => columns.some((column) => at(row, column) > 0)),
    columns,
    most: Math.max(0, ...cells.values()),
    at,
  };
};
