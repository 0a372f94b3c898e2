/** How types of PLOVER are told in older codings. */
export interface EventCodes {
  /** PLOVER's four classes, as POLECAT writes them. */
  readonly quad: string;
  /** The same as GDELT numbers them. */
  readonly quadClass: 1 | 2 | 3 | 4;
  /** The root of CAMEO that the type stands for. */
  readonly root: string;
  /** Of that root's general code, on the scale of Goldstein as CAMEO has it. */
  readonly goldstein: number;
}

const quads = ['Verbal Cooperation', 'Material Cooperation', 'Verbal Conflict', 'Material Conflict'] as const;

/** CAMEO's roots fall into the four classes by their number. */
const classOf = (root: string): EventCodes['quadClass'] => {
  const number = Number(root);
  if (number <= 5) return 1;
  if (number <= 8) return 2;
  return number <= 13 ? 3 : 4;
};

const codes = (quad: 1 | 2 | 3 | 4, root: string, goldstein: number): EventCodes => ({
  quad: quads[quad - 1] ?? '',
  quadClass: classOf(root),
  root,
  goldstein,
});

/**
 * Types of PLOVER with their class, and the root of CAMEO that is nearest to each. OCCASION is none of either and has no code.
 * The scale gives each root the value of its general code ("040": consult, no more said).
 */
export const eventCodes: Readonly<Record<string, EventCodes>> = {
  AGREE: codes(1, '03', 4),
  CONSULT: codes(1, '04', 1),
  SUPPORT: codes(1, '05', 3.5),
  CONCEDE: codes(1, '08', 5),
  COOPERATE: codes(2, '06', 6),
  AID: codes(2, '07', 7),
  RETREAT: codes(2, '08', 5),
  REQUEST: codes(3, '10', -5),
  ACCUSE: codes(3, '11', -2),
  REJECT: codes(3, '12', -4),
  THREATEN: codes(3, '13', -4.4),
  PROTEST: codes(4, '14', -6.5),
  SANCTION: codes(4, '16', -4),
  MOBILIZE: codes(4, '15', -7.2),
  COERCE: codes(4, '17', -7),
  ASSAULT: codes(4, '18', -9),
};
