import type { EventEntry, RoleCondition } from '../../codebook/index.ts';
import type { ParsedToken, Tree } from '../../reading/index.ts';
import type { SpeechAct } from '../records.ts';
import { GROUNDED } from './felt.ts';
import { contentNoun, surfaceSubjects } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import { servedBy } from './missions.ts';
import type { Parties } from './parties.ts';
import { carrierOf, isJudged, isOneOf, type Site, wordsInRole } from './roles.ts';
import { touchedBy } from './touched.ts';
import type { SentenceWatch, Verdict } from './watch.ts';
import { endsPhrase, isPassive, tokenAt, type Word } from './words.ts';

/** A pattern that holds at a trigger. */
export interface Match {
  readonly entry: EventEntry;
  readonly site: Site;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

/** What is known of a sentence in which patterns are looked for. */
export interface Context {
  readonly lexicon: Lexicon;
  /** Who does something, or has it done to them. */
  readonly parties: Parties;
  /** The same, and places for those who live there: to them something may be done. */
  readonly grounded: Parties;
  readonly isPlace: (word: Word) => boolean;
  readonly isPerson: (id: string) => boolean;
  /** The country whose office somebody holds; undefined for all others. */
  readonly stateOf: (id: string) => string | undefined;
  /** The act of the statement whose cue stands at a word. */
  readonly actAt: (word: Word) => SpeechAct | undefined;
  /** Is told what became of each pattern at each word. */
  readonly watch?: SentenceWatch | undefined;
}

const contentWords = (site: Site, role: string, { lexicon }: Context): Word[] =>
  wordsInRole(site, role, lexicon).map((word) => contentNoun(site.tree, word, lexicon));

const holds = (site: Site, role: string, condition: RoleCondition, context: Context): boolean => {
  const { tree } = site;
  const words = contentWords(site, role, context);
  if (condition === 'present') return words.length > 0;
  if (condition === 'absent') return words.length === 0;
  if (condition === 'actor') return words.some((word) => context.parties.of(word).length > 0);
  if (condition === 'several') return new Set(words.flatMap(context.parties.of)).size > 1;
  if (condition === 'named') return words.some((word) => context.parties.named(word).length > 0);
  if (condition === 'person') return words.some((word) => isPersonal(tree, word) || namesPerson(word, context));
  if (condition === 'place') return words.some(context.isPlace);
  return words.some((word) => isOneOf(tree, word, condition));
};

/** "She", "we": a person, whoever is meant. */
const isPersonal = (tree: Tree, word: Word): boolean => {
  const { upos, feats } = tokenAt(tree, word);
  return upos === 'PRON' && (feats.Person === '1' || feats.Gender === 'Masc' || feats.Gender === 'Fem');
};

const namesPerson = (word: Word, { parties, isPerson }: Context): boolean => parties.named(word).some(isPerson);

/** The noun that a list of words asks for ("imposed | sanctions"): where the parties may hang as well. */
const lexicalObject = (entry: EventEntry, site: Site, context: Context): Word | null => {
  for (const [role, condition] of Object.entries(entry.where ?? {})) {
    if (role === 'subject' || !(Array.isArray(condition) || condition === 'present')) continue;
    const found = contentWords(site, role, context).find(
      (word) => condition === 'present' || isOneOf(site.tree, word, condition),
    );
    if (found !== undefined) return found;
  }
  return null;
};

/** Acts that go abroad: in "the king raised the | Norlandic | tariff" his own country is not the one that is hit. */
const OUTWARD: readonly EventEntry['type'][] = ['SANCTION', 'THREATEN', 'AID'];

/** Acts that give or promise something. */
const GIVING: readonly EventEntry['type'][] = ['AID', 'AGREE', 'SUPPORT'];

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

type PartiesOf = (word: Word) => readonly string[];

const partiesIn = (site: Site, role: string, { lexicon, parties }: Context, of: PartiesOf = parties.of): string[] => {
  const words = wordsInRole(site, role, lexicon).filter((word) => word !== site.trigger);
  return words.flatMap(of);
};

/** The first of the roles that names anybody. */
const firstOf = (site: Site, roles: readonly string[], context: Context, of?: PartiesOf): string[] => {
  for (const role of roles) {
    const found = unique(partiesIn(site, role, context, of));
    if (found.length > 0) return found;
  }
  return [];
};

/** "The law punishes Norland", "the tariff doubled": a verb whose subject is a thing tells of nobody's act; an official is no thing, nor is a weapon. */
const isDoneByThing = ({ tree, trigger }: Site, lexicon: Lexicon): boolean => {
  if (tokenAt(tree, trigger).upos !== 'VERB' || isPassive(tree, trigger)) return false;
  const { codebook } = lexicon;
  const isPeople = ({ lemma }: ParsedToken): boolean =>
    ['unnamed', 'private-people', 'weapons'].some((set) => codebook.isWord(set, lemma));
  const subjects = surfaceSubjects(tree, trigger, lexicon).map((word) => tokenAt(tree, word));
  return subjects.length > 0 && subjects.every((subject) => subject.upos === 'NOUN' && !isPeople(subject));
};

/** Whom else a word stands for than those who act and, abroad, their own state: the country where a mission serves that something is given to. */
const othersIn = (
  type: EventEntry['type'],
  { tree }: Site,
  actors: readonly string[],
  { parties, lexicon, stateOf }: Context,
): PartiesOf => {
  const states = OUTWARD.includes(type) ? actors.map(stateOf) : [];
  const isOther = (id: string): boolean => !actors.includes(id) && !states.includes(id);
  return (word) => {
    const served = GIVING.includes(type) ? servedBy(tree, word, lexicon).flatMap(parties.of).filter(isOther) : [];
    return served.length > 0 ? served : parties.of(word).filter(isOther);
  };
};

const DEFAULT_ACTORS = ['subject', 'possessive', 'carrier', 'by', 'adjective'];

/** Do the conditions of a pattern let it hold here? */
const isAllowed = (entry: EventEntry, site: Site, context: Context): boolean => {
  const satisfied = ([role, condition]: [string, RoleCondition]): boolean => holds(site, role, condition, context);
  const failed = Object.entries(entry.where ?? {}).find((each) => !satisfied(each));
  const decided = failed ?? Object.entries(entry.unless ?? {}).find(satisfied);
  if (decided === undefined) return true;
  const [role, condition] = decided;
  const kind = failed === undefined ? 'barred' : 'where-fails';
  context.watch?.(site.trigger, entry, { kind, role, condition, words: contentWords(site, role, context) });
  return false;
};

/** A context in which places are parties too, where an act of the type may be done to a place. */
const onGround = ({ type }: EventEntry, context: Context): Context =>
  GROUNDED.includes(type) ? { ...context, parties: context.grounded } : context;

const matchEntry = (entry: EventEntry, bare: Site, context: Context): Match | undefined => {
  const { trigger } = bare;
  if (!isAllowed(entry, bare, onGround(entry, context))) return undefined;
  const site: Site = { ...bare, object: lexicalObject(entry, bare, context) };
  const roles = entry.actors ?? DEFAULT_ACTORS;
  const first = firstOf(site, roles, context);
  const all = (entry.parties ?? []).flatMap((role) => partiesIn(site, role, context));
  const actors = unique([...first, ...all]);
  const named = firstOf(site, entry.recipients ?? [], context, othersIn(entry.type, site, actors, context));
  // "An attack | in Norburg |" by nobody is told as of that place, not as done to it.
  const isDone = named.length === 0 && actors.length > 0;
  const ground = onGround(entry, context);
  const recipients = isDone
    ? firstOf(site, entry.recipients ?? [], ground, othersIn(entry.type, site, actors, ground))
    : named;
  const lacking = (entry.needs ?? []).filter((need) => (need === 'actors' ? actors : recipients).length === 0);
  const isNobodys = lacking.length === 0 && actors.length === 0 && roles.includes('subject');
  const byThing = isNobodys && isDoneByThing(site, context.lexicon);
  if (lacking.length > 0 || byThing) {
    context.watch?.(trigger, entry, byThing ? { kind: 'thing' } : { kind: 'needs', parties: lacking });
    return undefined;
  }
  context.watch?.(trigger, entry, { kind: 'holds', actors, recipients });
  return { entry, site, actors, recipients };
};

const conditions = ({ entry }: Match): number =>
  Object.keys(entry.where ?? {}).length + Object.keys(entry.unless ?? {}).length / 40;

/** Does the entry name the noun with words before it ("drone strike")? */
const isPhrase = ({ entry, site }: Match): boolean =>
  entry.nouns?.some((noun) => /[ -]/.test(noun) && endsPhrase(site.tree, site.trigger, noun.split(/[ -]/))) ?? false;

/** The most particular of the patterns that hold at a word; of equals the one with more parties, then the later one. */
const best = (matches: readonly Match[], act: SpeechAct | undefined): Match | undefined => {
  let found: Match | undefined;
  const spoken = (match: Match): boolean => act !== undefined && match.entry.acts?.includes(act) === true;
  const weight = (match: Match): number =>
    (spoken(match) ? 8 : 0) +
    conditions(match) * 10 +
    (isPhrase(match) ? 12 : 0) +
    Math.min(match.actors.length, 1) +
    Math.min(match.recipients.length, 1);
  for (const match of matches) if (found === undefined || weight(match) >= weight(found)) found = match;
  return found;
};

/** What stays an event of its own beside the verb that names it: "called off | the talks". */
const HAPPENINGS: readonly EventEntry['type'][] = ['CONSULT', 'PROTEST', 'OCCASION'];

/** What asks for an act, refuses or threatens it is an event beside the act: "demanded | the release". */
const WANTING: readonly EventEntry['type'][] = ['REQUEST', 'REJECT', 'THREATEN'];

/** "Called for | sanctions": asked for, whatever the asking counts as. */
const isWanting = ({ entry, site }: Match, lexicon: Lexicon): boolean =>
  WANTING.includes(entry.type) || lexicon.realisAt(site.tree, site.trigger).some(({ gives }) => gives === 'requested');

/** Does the pattern name its noun ("impose sanctions")? Then the noun is no event of its own. */
const isListed = ({ where }: EventEntry): boolean => Object.values(where ?? {}).some(Array.isArray);

/** "refused to | release": a verb that a pattern lists stays an event of its own. */
const namesItsNoun = ({ entry, site: { tree, object } }: Match): boolean =>
  object !== null && isListed(entry) && tokenAt(tree, object).upos !== 'VERB';

/** What a participle before a noun may tell ("the jailed leader"); others only describe ("the recognized government"). */
const isEndured = ({ type, mode }: EventEntry): boolean =>
  type === 'ASSAULT' || type === 'SANCTION' || (type === 'COERCE' && mode !== 'restrict');

/** Acts against somebody: who promises one threatens. */
const HOSTILE: readonly EventEntry['type'][] = ['PROTEST', 'ASSAULT', 'SANCTION', 'COERCE'];

/** Does a word govern another as its object or clause ("pledged | a march"), or in "what X pledged would be | a march"? */
const isPledged = (tree: Tree, verb: Word, act: Word): boolean => {
  const { head, deprel, upos } = tokenAt(tree, act);
  if (/^(?:obj|xcomp|ccomp)/.test(deprel) || (deprel === 'advcl' && upos === 'NOUN')) return head === verb;
  const beside = deprel === 'acl:relcl' && head === tokenAt(tree, verb).head;
  return beside && tokenAt(tree, head).upos === 'PRON';
};

/** "Vowed to attack", "pledged a march": a promise of something hostile is a threat of it. */
const asThreat = (match: Match, matches: readonly Match[], context: Context): Match => {
  const { entry, site } = match;
  if (entry.acts?.includes('promise') !== true) return match;
  const isThreat = matches.some(
    (other) => HOSTILE.includes(other.entry.type) && isPledged(site.tree, site.trigger, other.site.trigger),
  );
  const threat = context.lexicon.codebook.events.find(({ acts }) => acts?.includes('threaten') === true);
  if (!isThreat || threat === undefined) return match;
  context.watch?.(site.trigger, entry, { kind: 'turned', into: threat.id });
  return { ...match, entry: threat };
};

/** The match with those whom its words touch, where the roles of its pattern name no recipient; a meeting's parties are its actors. */
const withTouched = (match: Match, context: Context): Match => {
  const { entry, actors, recipients } = match;
  const isMutual = entry.parties !== undefined && actors.length > 1;
  if ((entry.recipients ?? []).length === 0 || recipients.length > 0 || actors.length === 0 || isMutual) return match;
  const others = (where: Context): PartiesOf => othersIn(entry.type, match.site, actors, where);
  const touched = touchedBy(entry.type, match.site, context.lexicon, others(context), others(onGround(entry, context)));
  return { ...match, recipients: unique(touched) };
};

/** The pattern that tells most of what a word names. */
const matchAt = (tree: Tree, word: Word, context: Context): Match | undefined => {
  const describes = tokenAt(tree, word).deprel === 'amod';
  const named = context.lexicon.eventsAt(tree, word);
  const entries = named.filter((entry) => !describes || isEndured(entry));
  for (const entry of named) if (!entries.includes(entry)) context.watch?.(word, entry, { kind: 'describes' });
  if (entries.length === 0) return undefined;
  const carrier = ['VERB', 'ADJ'].includes(tokenAt(tree, word).upos) ? null : carrierOf(tree, word, context.lexicon);
  const site: Site = { tree, trigger: word, object: null, carrier };
  const holding = entries.flatMap((entry) => matchEntry(entry, site, context) ?? []);
  const found = best(holding, context.actAt(word));
  for (const { entry } of holding)
    if (found !== undefined && entry !== found.entry)
      context.watch?.(word, entry, { kind: 'worse', than: found.entry.id });
  return found === undefined ? undefined : withTouched(found, context);
};

/** All events that patterns find in a sentence; those without any party are left out. */
export const matchSentence = (tree: Tree, context: Context): Match[] => {
  const matches = [...tree.sentence.tokens.keys()].flatMap((word) => matchAt(tree, word, context) ?? []);
  const told = matches.map((match) => asThreat(match, matches, context));
  return told.filter(isOwnEvent(told, context));
};

/** "Announced | increased | tariffs": the noun that a participle describes. */
const describedBy = ({ tree, trigger }: Site): Word => {
  const { deprel, head, upos } = tokenAt(tree, trigger);
  return upos === 'VERB' && deprel === 'amod' ? head : -1;
};

/** "Ready | to accept", "willing to agree": the readiness to agree is the agreement. */
const readiness = (matches: readonly Match[], { type }: EventEntry, { tree, trigger }: Site): Match | undefined => {
  const { head, deprel } = tokenAt(tree, trigger);
  const isBelow = type === 'AGREE' && /^(?:xcomp|ccomp|advcl|acl)$/.test(deprel);
  return isBelow ? matches.find((other) => other.site.trigger === head && other.entry.type === type) : undefined;
};

/** Is a match an event of its own, rather than a part of what another names or judges? */
const isOwnEvent = (matches: readonly Match[], { lexicon, watch }: Context): ((match: Match) => boolean) => {
  const users = new Map(matches.filter(namesItsNoun).map((match) => [match.site.object, match]));
  const whyNot = ({ entry, site, actors, recipients }: Match): Verdict | undefined => {
    const by = users.get(site.trigger) ?? users.get(describedBy(site)) ?? readiness(matches, entry, site);
    const isOthers = by !== undefined && actors.some((id) => !by.actors.includes(id));
    const stays = isOthers || HAPPENINGS.includes(entry.type) || (by !== undefined && isWanting(by, lexicon));
    const isPart = by?.entry.type === entry.type || !stays;
    if (by !== undefined && isPart) return { kind: 'part', of: by.entry.id };
    const judged = entry.type === 'CONSULT' && actors.length < 2 && isJudged(site.tree, site.trigger, lexicon);
    if (judged) return { kind: 'judged' };
    return actors.length + recipients.length > 0 ? undefined : { kind: 'nobody' };
  };
  return (match) => {
    const why = whyNot(match);
    if (why !== undefined) watch?.(match.site.trigger, match.entry, why);
    return why === undefined;
  };
};
