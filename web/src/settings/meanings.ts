// biome-ignore-all lint/style/noExcessiveLinesPerFile: word table
import type { Event, Statement } from '../api/schema.ts';

/** What each type of event means, in short. */
export const typeMeanings: Readonly<Record<Event['type'], string>> = {
  AGREE: 'agrees, accepts, offers or promises',
  CONSULT: 'meets, talks, visits or telephones',
  SUPPORT: 'backs, praises or recognizes; signs or ratifies something in favour',
  CONCEDE: 'gives way: eases a policy, yields to a demand, lets go without withdrawing',
  COOPERATE: 'works together: trade, exercises, exchange of intelligence or people',
  AID: 'gives material help: money, arms, relief, asylum, peacekeepers',
  RETREAT: 'withdraws, releases, disarms, ceases fire, resigns',
  REQUEST: 'asks for, demands or appeals',
  ACCUSE: 'criticizes, accuses, investigates or charges',
  REJECT: 'refuses, dismisses or declines; calls something off',
  THREATEN: 'threatens or warns of what it will do',
  PROTEST: 'demonstrates, strikes, boycotts, riots',
  SANCTION: 'cuts ties, expels, convicts, imposes sanctions or tariffs',
  MOBILIZE: 'moves or readies troops, weapons or police; tests arms',
  COERCE: 'seizes, arrests, restricts, censors, hacks',
  ASSAULT: 'attacks, kills, abducts, bombs',
  OCCASION: 'a dated happening that fits none of these: an election, a hearing, a deadline',
};

/** What each realis means. */
export const realisMeanings: Readonly<Record<Event['realis'], string>> = {
  actual: 'happened or is happening',
  planned: 'arranged or announced by those who would do it',
  expected: 'foreseen by others',
  possible: 'may happen, or is being considered',
  requested: 'somebody asks or orders that it be done',
  conditional: 'depends on an if',
  negated: 'did not or will not happen',
};

/** What is done by saying something. */
export const actMeanings: Readonly<Record<Statement['act'], string>> = {
  say: 'tells, without more',
  claim: 'tells as true what others may doubt',
  accuse: 'says that somebody did wrong',
  deny: 'says that something is not true',
  confirm: 'says that something told before is true',
  warn: 'tells of a danger',
  threaten: 'says what it will do to somebody',
  promise: 'says what it will do for somebody',
  demand: 'wants something done, with authority or an or-else',
  request: 'asks for something to be done',
  announce: 'makes something known for the first time',
  ask: 'puts a question',
  praise: 'says that somebody did well',
  criticize: 'says that somebody did badly',
  apologize: 'says that it is sorry',
  refuse: 'will not do or accept something',
  decline: 'does not comment',
};

/** What the sections of the codebook hold. */
export const sectionMeanings: Readonly<Record<string, string>> = {
  events: 'words and patterns that tell of events',
  cues: 'words that report speech or thought',
  agenda: 'what makes an event an item of the agenda',
  bodies: 'words for bodies and groups, with their sector',
  carriers: 'verbs that carry what a noun tells (hold talks)',
  channels: 'where something was said: programmes, interviews, networks',
  words: 'small sets of words that others use',
  contexts: 'words that show what an event is about',
  countries: 'countries, their names, peoples and capitals',
  disputes: 'what contradicts what',
  organizations: 'bodies of many countries, and parties, armies and firms',
  people: 'people of public standing',
  places: 'regions, seas and other spellings of towns',
  realis: 'words that show whether an event happened',
  sectors: 'words that say a sector, for actor codes',
  times: 'forms of time expressions',
  calendar: 'words that time expressions are made of',
  titles: 'titles and offices',
};
