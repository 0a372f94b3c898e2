import type { ActorSummary } from '../node.ts';
import { fold } from '../words/fold.ts';
import { countriesOf, fullNamesOf, namesOf } from './fold-actor.ts';

/** How the names of two people stand to each other. */
export type NameRelation = 'same' | 'bare' | 'apart';

/** What speaks for two records being one person. */
export interface PersonMatch {
  readonly relation: NameRelation;
  /** 0 and less: nothing speaks for it. */
  readonly support: number;
  readonly reasons: readonly string[];
}

type Words = readonly string[];

const isInitial = (short: string, long: string): boolean => short.length === 1 && long.startsWith(short);

const sameGiven = (one: string, other: string): boolean =>
  one === other || isInitial(one, other) || isInitial(other, one);

const endsWith = (long: Words, short: Words): boolean =>
  short.length < long.length && short.every((word, at) => word === long[long.length - short.length + at]);

/** "Ada Berg" and "Ada M. Berg", "A. Berg"; "Ruiz Berg" and "Ada Ruiz Berg"; also with the family name in front. */
const sameFull = (one: Words, other: Words): boolean =>
  endsWith(one, other) ||
  endsWith(other, one) ||
  (one.at(-1) === other.at(-1) && sameGiven(one[0] ?? '', other[0] ?? '')) ||
  (one.length === other.length && one.every((word) => other.includes(word)));

const relationOf = (one: ActorSummary, other: ActorSummary): NameRelation => {
  const [mine, theirs] = [fullNamesOf(one), fullNamesOf(other)];
  if (mine.length > 0 && theirs.length > 0)
    return mine.some((name) => theirs.some((each) => sameFull(name, each))) ? 'same' : 'apart';
  const bare = (actor: ActorSummary) =>
    namesOf(actor)
      .filter((words) => words.length === 1)
      .flat();
  const known = new Set([...bare(other), ...theirs.map((words) => words.at(-1))]);
  const own = [...bare(one), ...mine.map((words) => words.at(-1) ?? '')];
  return own.some((word) => known.has(word)) ? 'bare' : 'apart';
};

const wordsOfRoles = ({ roles }: ActorSummary): readonly Words[] => roles.map(({ value }) => fold(value).split(' '));

/** "Foreign minister" and "Norland's foreign minister": all words of one role stand in the other. */
const sharesRole = (one: ActorSummary, other: ActorSummary): boolean =>
  wordsOfRoles(one).some((a) =>
    wordsOfRoles(other).some((b) => a.every((word) => b.includes(word)) || b.every((word) => a.includes(word))),
  );

const meets = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean => [...one].some((each) => other.has(each));

/** The gender that most reports tell; pronouns are sometimes read wrongly. */
const genderOf = ({ genders: [first, second] }: ActorSummary): string | null =>
  first === undefined || first.reports === second?.reports ? null : first.value;

const isOtherGender = (one: ActorSummary, other: ActorSummary): boolean => {
  const [mine, theirs] = [genderOf(one), genderOf(other)];
  return mine !== null && theirs !== null && mine !== theirs;
};

/** What weighs how much when two may be one. A role tells little without its country: there are many presidents. */
const WEIGHT = {
  role: 2,
  roleOfAnywhere: 1,
  situation: 2,
  country: 1,
  otherRole: -1,
  otherCountry: -4,
  otherGender: -1,
};

/** Compares what is known of two people. A shared role, situation and country speak for one person; what differs, against. */
export const matchPerson = (one: ActorSummary, other: ActorSummary): PersonMatch => {
  const relation = relationOf(one, other);
  if (relation === 'apart' || (relation === 'bare' && isOtherGender(one, other)))
    return { relation: 'apart', support: 0, reasons: [] };
  const reasons: string[] = [];
  let support = 0;
  const weigh = (weight: number, reason: string | null): void => {
    support += weight;
    if (reason !== null) reasons.push(reason);
  };
  if (isOtherGender(one, other)) weigh(WEIGHT.otherGender, null);
  const [mine, theirs] = [countriesOf(one), countriesOf(other)];
  const isSameCountry = meets(mine, theirs);
  if (sharesRole(one, other)) weigh(isSameCountry ? WEIGHT.role : WEIGHT.roleOfAnywhere, 'role');
  else if (one.roles.length > 0 && other.roles.length > 0) weigh(WEIGHT.otherRole, null);
  if (isSameCountry) weigh(WEIGHT.country, 'country');
  else if (mine.size > 0 && theirs.size > 0) weigh(WEIGHT.otherCountry, null);
  if (meets(new Set(one.situations), new Set(other.situations))) weigh(WEIGHT.situation, 'situation');
  return { relation, support, reasons };
};
