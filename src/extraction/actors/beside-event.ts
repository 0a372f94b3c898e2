import type { Codebook, EventEntry } from '../../codebook/index.ts';
import { dependents, type Tree, universal } from '../../reading/index.ts';
import { lemmasAt, prepositionOf, tokenAt, type Word } from '../events/words.ts';

/** How many words may stand between a party and the event ("demanded | an apology | from Norland"). */
const FARTHEST = 3;

const CORE = new Set(['nsubj', 'obj', 'iobj', 'obl:agent', 'nmod:poss', 'amod', 'compound']);

/** Relations of a name before the noun for its people: "| Norland | officials are about to sign". */
const MODIFIERS = new Set(['nmod:poss', 'amod', 'compound']);

export type EventWords = ReadonlyMap<string, readonly EventEntry[]>;

const known = new WeakMap<Codebook, EventWords>();

/** The patterns of events by the word at which they are looked for. */
export const eventWordsOf = (codebook: Codebook): EventWords => {
  const made = known.get(codebook);
  if (made !== undefined) return made;
  const words = new Map<string, EventEntry[]>();
  for (const entry of codebook.events) {
    const verbs = (entry.verbs ?? []).map((verb) => verb.split(' ')[0] ?? verb);
    const nouns = [...(entry.nouns ?? []), ...(entry.adjectives ?? [])].map(
      (noun) => noun.split(/[ -]/).at(-1) ?? noun,
    );
    for (const word of [...verbs, ...nouns]) words.set(word, [...(words.get(word) ?? []), entry]);
  }
  known.set(codebook, words);
  return words;
};

const hasRole = (entries: readonly EventEntry[], preposition: string): boolean =>
  entries.some(({ actors, recipients, parties }) =>
    [...(actors ?? []), ...(recipients ?? []), ...(parties ?? [])].includes(preposition),
  );

/** "the missiles | of Norland", "drones | from Norland". */
export const OWNING: ReadonlySet<string> = new Set(['of', 'from']);

/** The noun that stands for a word in the clause: the first of those joined by "and", and what it belongs to. */
const partyHead = (tree: Tree, word: Word): Word => {
  let at = word;
  while (tokenAt(tree, at).deprel === 'conj') at = tokenAt(tree, at).head;
  while (OWNING.has(prepositionOf(tree, at)) && tokenAt(tree, at).deprel === 'nmod') at = tokenAt(tree, at).head;
  return at;
};

/** "persuaded | rebels | to surrender", "soldiers | staged | a coup": a verb over an event may say in its own roles who does it. */
const governsEvent = (tree: Tree, verb: Word, events: EventWords): boolean =>
  dependents(tree, verb, 'obj')
    .flatMap((noun) => [noun, ...dependents(tree, noun, 'acl')])
    .some((word) => lemmasAt(tree, word).some((lemma) => events.has(lemma))) ||
  dependents(tree, verb, 'xcomp', 'advcl').some(
    (clause) =>
      dependents(tree, clause, 'mark').length > 0 &&
      dependents(tree, clause, 'nsubj').length === 0 &&
      lemmasAt(tree, clause).some((lemma) => events.has(lemma)),
  );

/** "Teachers | said | they will not call off the boycott": who tells by "they" of an event that is their own. */
const tellsOwn = (tree: Tree, verb: Word, events: EventWords): boolean =>
  dependents(tree, verb, 'ccomp').some((clause) => {
    const isTheirs = dependents(tree, clause, 'nsubj').some((word) => tokenAt(tree, word).feats.Person === '3');
    const isEvent = lemmasAt(tree, clause).some((lemma) => events.has(lemma));
    return isTheirs && (isEvent || governsEvent(tree, clause, events));
  });

/** How a noun stands under its head: in a role of the verb's own, or behind a preposition; the agent of a passive has none. */
const standingOf = (tree: Tree, noun: Word): { readonly preposition: string; readonly core: boolean } => {
  const { deprel } = tokenAt(tree, noun);
  const preposition = deprel === 'obl:agent' ? '' : prepositionOf(tree, noun);
  return { preposition, core: CORE.has(deprel) || (CORE.has(universal(deprel)) && preposition === '') };
};

/** "Held | a parade | near Iraq": what belongs to the noun may hang on the verb that carries it. */
const isCarriedTo = (tree: Tree, verb: Word, preposition: string, events: EventWords): boolean =>
  dependents(tree, verb, 'obj').some((noun) => hasRole(events.get(tokenAt(tree, noun).lemma) ?? [], preposition));

/** Does a noun stand, at most so many words below, under an event that has a role for it? */
const isUnderEvent = (tree: Tree, noun: Word, events: EventWords): boolean => {
  const { preposition, core } = standingOf(tree, noun);
  let at = noun;
  for (let step = 0; step < FARTHEST; step += 1) {
    at = tokenAt(tree, at).head;
    if (at < 0) return false;
    const entries = lemmasAt(tree, at).flatMap((lemma) => events.get(lemma) ?? []);
    if (entries.length > 0 && (preposition === '' ? core : hasRole(entries, preposition))) return true;
    if (tokenAt(tree, at).upos === 'VERB') return isCarriedTo(tree, at, preposition, events);
  }
  return false;
};

/** Does a word hang on an event where a pattern looks for parties: as subject, object, owner, or behind one of its prepositions? */
export const isParty = (tree: Tree, word: Word, events: EventWords): boolean => {
  const noun = partyHead(tree, word);
  const { deprel, head } = tokenAt(tree, noun);
  const verb = MODIFIERS.has(deprel) ? tokenAt(tree, head).head : head;
  if (standingOf(tree, noun).core && (governsEvent(tree, verb, events) || tellsOwn(tree, verb, events))) return true;
  // "two men | detained in Norland"
  const described = dependents(tree, noun, 'acl').some((clause) =>
    lemmasAt(tree, clause).some((lemma) => events.has(lemma)),
  );
  return described || isUnderEvent(tree, noun, events);
};

/** How many words may stand between a place and what is done there ("a raid | on a village | in the district | of Norland"). */
const FARTHEST_GROUND = 4;

/** Does a noun stand below an event of a certain sort, whatever its role? */
export const isBelowEvent = (
  tree: Tree,
  noun: Word,
  events: EventWords,
  isWanted: (entry: EventEntry) => boolean,
): boolean => {
  let at = tokenAt(tree, noun).head;
  for (let step = 0; step < FARTHEST_GROUND && at >= 0; step += 1) {
    if (lemmasAt(tree, at).some((lemma) => events.get(lemma)?.some(isWanted))) return true;
    at = tokenAt(tree, at).head;
  }
  return false;
};
