import { didYouMean, letterChanges } from '../text/index.ts';

/** Something wrong inside an entry. */
export interface PatternMistake {
  readonly path: (string | number)[];
  readonly message: string;
}

type Conditions = Readonly<Record<string, string | readonly string[]>>;

/** What an entry of `events` says of roles, as far as its mistakes are looked for. */
interface RolesOf {
  readonly where?: Conditions | undefined;
  readonly unless?: Conditions | undefined;
  readonly actors?: readonly string[] | undefined;
  readonly recipients?: readonly string[] | undefined;
  readonly parties?: readonly string[] | undefined;
}

/** The roles of codebook/README.md; any other word is a preposition. */
const ROLES = [
  'subject',
  'surface',
  'object',
  'indirect',
  'possessive',
  'adjective',
  'carrier',
  'attendant',
  'clause',
  'infinitive',
  'auxiliary',
  'clause-object',
  'clause-subject',
  'clause-auxiliary',
  'predicate',
  'object-clause',
  'complement',
  'negation',
];

/** No message lists more choices. */
const MOST_TOLD = 20;

/** A message for a value that is none of those known. */
export const noneOf = (what: string, value: string, known: readonly string[]): string => {
  const some = known.length > MOST_TOLD ? `${known.slice(0, MOST_TOLD).join(', ')} …` : known.join(', ');
  const choices = known.length === 0 ? 'there is none' : `there are ${some}`;
  return `"${value}" is no ${what}; ${choices}.${didYouMean(value, known)}`;
};

/** "sujbect" would pass as a preposition that never stands anywhere. */
const meantRole = (role: string): string | undefined =>
  ROLES.includes(role) || role.length < 5 ? undefined : ROLES.find((known) => letterChanges(role, known) <= 2);

const misspelt = (role: string, path: (string | number)[]): PatternMistake[] => {
  const meant = meantRole(role);
  return meant === undefined ? [] : [{ path, message: `"${role}" is no role; did you mean ${meant}?` }];
};

/** Roles that were surely meant to be other ones. */
export const misspeltRoles = (entry: RolesOf): PatternMistake[] => [
  ...(['where', 'unless'] as const).flatMap((field) =>
    Object.keys(entry[field] ?? {}).flatMap((role) => misspelt(role, [field, role])),
  ),
  ...(['actors', 'recipients', 'parties'] as const).flatMap((field) =>
    (entry[field] ?? []).flatMap((role, index) => misspelt(role, [field, index])),
  ),
];

/** What each condition takes for granted: a party that is named is a party, and is there. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  named: ['named', 'actor', 'present'],
  actor: ['actor', 'present'],
  several: ['several', 'actor', 'present'],
  person: ['person', 'present'],
  place: ['place', 'present'],
  present: ['present'],
  absent: ['absent'],
};

/** Why no sentence can fulfil a condition and yet escape the one that bars it; undefined where some can. */
const exclusion = (wanted: string | readonly string[], barred: string | readonly string[]): string | undefined => {
  if (typeof wanted === 'string') {
    const excludes = typeof barred === 'string' && IMPLIED[wanted]?.includes(barred) === true;
    return excludes ? `wants "${wanted}" and bars "${barred}"` : undefined;
  }
  if (typeof barred === 'string') return barred === 'present' ? 'wants words and bars that any are present' : undefined;
  const both = wanted.filter((word) => barred.includes(word));
  return both.length > 0 ? `wants and bars ${both.map((word) => `"${word}"`).join(', ')}` : undefined;
};

/** Conditions of `where` and `unless` that exclude each other. */
export const selfContradictions = ({ where = {}, unless = {} }: RolesOf): PatternMistake[] =>
  Object.entries(where).flatMap(([role, wanted]) => {
    const barred = unless[role];
    const why = barred === undefined ? undefined : exclusion(wanted, barred);
    return why === undefined ? [] : [{ path: ['unless', role], message: `contradicts "where": ${role} ${why}` }];
  });
