import { align } from './ledger-names.ts';
import { contentF1, isEqual, ROLES, type TokenStatement } from './statement-tokens.ts';

/** An error, and what it comes from. */
interface StatementError {
  readonly cause: string;
  readonly show: string;
}

const kindOf = ({ isSpeech, quotation }: TokenStatement): string =>
  `${isSpeech ? 'speech' : 'no speech'}, ${quotation}`;

const isWithin = (inner: readonly number[], outer: readonly number[]): boolean =>
  inner.every((token) => outer.includes(token));

/** CASES of a part that is not as in the gold. */
const partCause = (gold: readonly number[], system: readonly number[]): string => {
  if (gold.length === 0) return 'there is none';
  if (system.length === 0) return 'not found';
  if (isWithin(gold, system)) return 'too long';
  if (isWithin(system, gold)) return 'too short';
  return gold.some((token) => system.includes(token)) ? 'shifted' : 'elsewhere';
};

const causeOf = (gold: TokenStatement, system: TokenStatement): string => {
  const wrong = ROLES.filter((role) => !isEqual(gold[role], system[role]));
  return wrong.map((role) => `${role} ${partCause(gold[role], system[role])}`).join(', ');
};

/** What is wrong in an article: statements missed, statements too many, and statements found with other parts. */
export const errorsOf = (
  id: string,
  gold: readonly TokenStatement[],
  system: readonly TokenStatement[],
): StatementError[] => {
  const pairs = align(gold, system, contentF1);
  const used = new Set(pairs.values());
  const missed = gold.filter((_, index) => !pairs.has(index));
  const wrong = system.filter((_, index) => !used.has(index));
  const unlike = [...pairs].flatMap(([g, s]): StatementError[] => {
    const [a, b] = [gold[g], system[s]];
    const cause = a === undefined || b === undefined ? '' : causeOf(a, b);
    return cause === '' ? [] : [{ cause, show: `${id}: ${a?.show} / ${b?.show}` }];
  });
  return [
    ...missed.map((each) => ({ cause: `missed (${kindOf(each)})`, show: `${id}: ${each.show}` })),
    ...wrong.map((each) => ({ cause: `false (${kindOf(each)})`, show: `${id}: ${each.show}` })),
    ...unlike,
  ];
};

/** The errors grouped by cause, the commonest first, each group under its count. */
export const byCause = (errors: readonly StatementError[]): string[] => {
  const groups = new Map<string, string[]>();
  for (const { cause, show } of errors) groups.set(cause, [...(groups.get(cause) ?? []), show]);
  return [...groups]
    .sort(([a, own], [b, others]) => others.length - own.length || a.localeCompare(b))
    .flatMap(([cause, shown]) => [`${cause}: ${shown.length}`, ...shown.map((each) => `  ${each}`)]);
};
