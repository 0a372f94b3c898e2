import type { Actor } from '../../readout/index.ts';
import { gatheredFrom } from '../gathered.ts';
import type { ActorSummary, Dated, RecordRef } from '../node.ts';
import type { Report } from '../report.ts';
import { fold, foldedWords } from '../words/fold.ts';
import { institutionOf } from './institution.ts';

const CAPITAL = /^\p{Lu}/u;
/** Short words inside names: "Ursula | von | der Leyen", "Bank | of | Norland". */
const PARTICLE = /^(?:\p{Ll}{1,3}|\p{Ll}{1,3}[-'’]\p{Lu}.*|and|della|y)$/u;

const looksNamed = (name: string): boolean => {
  const words = name.split(/\s+/);
  return (
    words.length > 0 &&
    CAPITAL.test(words.at(-1) ?? '') &&
    words.every((word) => CAPITAL.test(word) || PARTICLE.test(word))
  );
};

const opensSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:\n“"]\s*)(?:the\s+)?$/i.test(text.slice(Math.max(0, at - 8), at));

/** "Police arrested …" opens a sentence: its capital tells nothing, unless the word has one elsewhere too. */
const isCapitalElsewhere = ({ arrival }: Report, { name, mentions }: Actor): boolean =>
  mentions.some(
    ({ start, text }) => fold(text) === fold(name) && CAPITAL.test(text) && !opensSentence(arrival.readout.text, start),
  );

const standsSmall = ({ arrival }: Report, name: string): boolean =>
  new RegExp(`[a-z,] ${name.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '.')}\\b`, 'u').test(arrival.readout.text);

/** "Norland's Foreign Minister": the name ends as the role does. */
const isOffice = ({ kind, name, role }: Actor): boolean =>
  kind === 'person' && role !== null && foldedWords(name).at(-1) === foldedWords(role).at(-1);

/** Does the report give an actor a name of its own: "Ada Berg", not "the spokesman", "Police" or "opposition lawmakers"? */
const isNamed = (report: Report, actor: Actor): boolean => {
  if (actor.kind === 'country' || institutionOf(actor) !== null) return true;
  if (!looksNamed(actor.name) || isOffice(actor)) return false;
  if (actor.name.includes(' ')) return true;
  if (actor.kind === 'person') return !standsSmall(report, actor.name);
  return isCapitalElsewhere(report, actor) || /^[\p{Lu}.]{2,}$/u.test(actor.name);
};

/** Other names in the mentions: a surname, an acronym. Not pronouns, and no words of the role. */
const aliasesOf = (actor: Actor): readonly string[] => {
  const own = new Set(foldedWords(actor.name));
  return actor.mentions
    .map(({ text }) => text.replace(/[’']s$/, ''))
    .filter((text) => {
      if (actor.kind === 'country' || text === actor.name || !looksNamed(text)) return false;
      const words = foldedWords(text);
      if (actor.kind === 'person') return words.every((word) => own.has(word));
      return /^[\p{Lu}.]{2,}$/u.test(text) || words.every((word) => own.has(word));
    });
};

const MALE = /^(?:he|him|his|himself)$/i;
const FEMALE = /^(?:she|her|hers|herself)$/i;

const genderOf = ({ mentions }: Actor): string | null => {
  const isMale = mentions.some(({ text }) => MALE.test(text));
  const isFemale = mentions.some(({ text }) => FEMALE.test(text));
  return isMale === isFemale ? null : isMale ? 'male' : 'female';
};

/** What one report says of an actor. */
export const summaryOfActor = (report: Report, actor: Actor, situation: string): ActorSummary => {
  const from: RecordRef = { document: report.id, record: actor.id };
  const { published } = report;
  const dated = (values: readonly (string | null)[]): readonly Dated<string>[] =>
    [...new Set(values)].flatMap((value) =>
      value === null ? [] : [{ value, first: published, last: published, reports: 1, from }],
    );
  const named = isNamed(report, actor);
  return {
    name: actor.name,
    kind: actor.kind,
    names: dated([actor.name, ...(named && actor.kind !== 'country' ? aliasesOf(actor) : [])]),
    roles: dated([actor.role ?? (actor.kind === 'person' && !named ? actor.name : null)]),
    affiliations: dated([actor.affiliation]),
    codes: dated([actor.code]),
    isNamed: named,
    genders: dated([actor.kind === 'person' ? genderOf(actor) : null]),
    institution: institutionOf(actor),
    situations: [situation],
    ...gatheredFrom(report),
  };
};
