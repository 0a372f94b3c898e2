import { earlier, joinDated } from '../dated.ts';
import { joinGathered } from '../gathered.ts';
import type { ActorSummary, Dated } from '../node.ts';
import type { Fold } from '../shelf.ts';
import { fold, foldedWords } from '../words/fold.ts';
import { countryOfCode } from './code-parts.ts';

const KEPT = 16;

const values = (list: readonly Dated<string>[]): readonly string[] => list.map(({ value }) => value);

/** Words behind a name that are no part of it. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

/** The words of the names of somebody, each name once. */
export const namesOf = ({ names }: ActorSummary): readonly (readonly string[])[] =>
  values(names)
    .map((name) => foldedWords(name).filter((word) => !SUFFIX.test(word)))
    .filter((words) => words.length > 0);

/** Names of two words and more: a given name and a surname. */
export const fullNamesOf = (actor: ActorSummary): readonly (readonly string[])[] =>
  namesOf(actor).filter((words) => words.length > 1);

/** The countries that reports give somebody. */
export const countriesOf = ({ codes }: ActorSummary): ReadonlySet<string> =>
  new Set(values(codes).flatMap((code) => countryOfCode(code) ?? []));

/** Where somebody belongs: a country, or else what the reports call an affiliation. */
const homesOf = (actor: ActorSummary): readonly string[] => {
  const countries = [...countriesOf(actor)];
  return countries.length > 0 ? countries : values(actor.affiliations).map(fold);
};

const personKeys = (actor: ActorSummary): readonly string[] => {
  if (!actor.isNamed) {
    const homes = homesOf(actor);
    return values(actor.roles).flatMap((role) => homes.map((home) => `office/${fold(role)}/${home}`));
  }
  const names = namesOf(actor);
  const bare = names.flatMap((words) => [words.at(-1) ?? '', words.length === 1 ? (words[0] ?? '') : '']);
  const full = names.filter((words) => words.length > 1).map((words) => `full/${words[0]} ${words.at(-1)}`);
  return [...full, ...bare.filter((word) => word !== '').map((word) => `surname/${word}`)];
};

/** What actors are looked up by; those that can never be met again have no keys. */
export const actorKeys = (actor: ActorSummary): readonly string[] => {
  const names = values(actor.names).map(fold);
  if (actor.kind === 'person') return personKeys(actor);
  if (actor.kind === 'country') {
    const countries = [...countriesOf(actor)];
    return countries.length > 0 ? countries.map((code) => `country/${code}`) : names.map((name) => `country/${name}`);
  }
  if (actor.institution !== null) return [`institution/${actor.institution}`];
  if (!actor.isNamed) return [];
  if (actor.kind === 'group') return homesOf(actor).flatMap((home) => names.map((name) => `group/${name}/${home}`));
  return names.map((name) => `body/${name}`);
};

const fullness = ({ value }: Dated<string>): number => foldedWords(value).length;

/** The fullest of the names, of equals the commonest; countries go by the commonest. */
const nameOf = (kind: ActorSummary['kind'], names: readonly Dated<string>[]): string => {
  const sorted =
    kind === 'person' ? names.toSorted((a, b) => Math.min(3, fullness(b)) - Math.min(3, fullness(a))) : names;
  return sorted[0]?.value ?? '';
};

const since = ({ names }: ActorSummary): string | null =>
  names.map(({ first }) => first).reduce<string | null>(earlier, null);

/** How actors are put together. */
export const actorFold: Fold<'actor'> = {
  kind: 'actor',
  since,
  keysOf: actorKeys,
  merge: (one, other) => {
    const names = joinDated(one.names, other.names, KEPT);
    return {
      name: nameOf(one.kind, names),
      kind: one.kind,
      names,
      roles: joinDated(one.roles, other.roles, KEPT),
      affiliations: joinDated(one.affiliations, other.affiliations, KEPT),
      codes: joinDated(one.codes, other.codes, KEPT),
      isNamed: one.isNamed || other.isNamed,
      genders: joinDated(one.genders, other.genders, KEPT),
      institution: one.institution ?? other.institution,
      situations: [...new Set([...other.situations, ...one.situations])].slice(0, KEPT),
      ...joinGathered(one, other),
    };
  },
};
