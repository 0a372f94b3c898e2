/** How PLOVER weighs a type. */
export interface PloverScore {
  /** Its quad category, in capitals as POLECAT's files write it. */
  readonly quad: string;
  /** Its conflict-cooperation score, -10 to 10: POLECAT's intensity. */
  readonly intensity: number;
}

const scores = (quad: string, intensities: Readonly<Record<string, number>>): readonly [string, PloverScore][] =>
  Object.entries(intensities).map(([type, intensity]) => [type, { quad, intensity }]);

/**
 * PLOVER's types with their quad category and score (PLOVER manual, openeventdata/PLOVER: the table of scores, and the quad category
 * under each type; REQUEST has those of DEMAND, as it was called before). OCCASION is none of PLOVER's types and has none.
 */
export const ploverScores: Readonly<Record<string, PloverScore>> = Object.fromEntries([
  ...scores('VERBAL COOPERATION', { AGREE: 4.2, CONSULT: 2.1, SUPPORT: 4.6, CONCEDE: 5 }),
  ...scores('MATERIAL COOPERATION', { COOPERATE: 6.8, AID: 7.4, RETREAT: 7.6 }),
  ...scores('VERBAL CONFLICT', { REQUEST: -5, ACCUSE: -2, REJECT: -4.2, THREATEN: -5.1 }),
  ...scores('MATERIAL CONFLICT', { PROTEST: -6.6, SANCTION: -5.2, MOBILIZE: -5.3, COERCE: -7.2, ASSAULT: -9.3 }),
]);
