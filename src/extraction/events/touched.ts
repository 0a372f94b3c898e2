import { dependents, type Tree } from '../../reading/index.ts';
import type { EventType } from '../records.ts';
import { isOwn } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { Site } from './roles.ts';
import { isPassive, markersOf, prepositionOf, tokenAt, type Word } from './words.ts';

/** How far from an event's word those whom it touches may stand: "vowed | to open | its market | to grain". */
const FARTHEST = 4;

/** Whom one meets or mobilizes is told in so many words; what else stands there is where, about what, or one's own. */
const TELLING: readonly EventType[] = ['PROTEST', 'CONSULT', 'OCCASION', 'MOBILIZE'];

const isNominal = (tree: Tree, word: Word): boolean => ['NOUN', 'PROPN', 'PRON'].includes(tokenAt(tree, word).upos);

/** What a verb says its act is about: objects, complements, and clauses that it governs and whose subject is its own. */
const belowVerb = (tree: Tree, verb: Word): Word[] => {
  const objects = dependents(tree, verb, 'obj', 'iobj', ...(isPassive(tree, verb) ? (['nsubj:pass'] as const) : []));
  const clauses = dependents(tree, verb, 'xcomp', 'ccomp').filter(
    (clause) => !isNominal(tree, clause) && dependents(tree, clause, 'nsubj').length === 0,
  );
  return [...objects, ...dependents(tree, verb, 'obl').filter((word) => word > verb), ...clauses];
};

/** What a noun is about: "restrictions | on travel | to Norland", "a plan | to free prisoners", "sanctions | imposed | on Norland". */
const belowNoun = (tree: Tree, noun: Word, lexicon: Lexicon): Word[] => {
  const clauses = dependents(tree, noun, 'acl').filter((clause) => tokenAt(tree, clause).deprel !== 'acl:relcl');
  const told = clauses.filter(
    (clause) => markersOf(tree, clause).includes('to') || lexicon.eventsAt(tree, clause).length > 0,
  );
  return [...dependents(tree, noun, 'nmod').filter((word) => word > noun), ...told];
};

/** Does a word stand where those whom an act touches do, rather than where it happens or what is said of it? */
const isTouching = (tree: Tree, word: Word, { codebook }: Lexicon): boolean => {
  const preposition = prepositionOf(tree, word);
  if (preposition === '' || codebook.isWord('touching-prepositions', preposition)) return true;
  return codebook.isWord('inside-prepositions', preposition) && tokenAt(tree, word).deprel !== 'obl';
};

/**
 * Whom an act touches that no role of its pattern names: the nearest parties below its word, through objects, what these are about,
 * and the clauses that it governs ("lifted restrictions on travel to Norland" touches Norland).
 */
export const touchedBy = (
  type: EventType,
  { tree, trigger, carrier }: Site,
  lexicon: Lexicon,
  partiesOf: (word: Word) => readonly string[],
): readonly string[] => {
  if (TELLING.includes(type)) return [];
  const seen = new Set<Word>();
  let level = [trigger, ...(carrier === null ? [] : [carrier.word])];
  for (let depth = 0; depth < FARTHEST && level.length > 0; depth += 1) {
    const below = level.flatMap((word) =>
      isNominal(tree, word) ? belowNoun(tree, word, lexicon) : belowVerb(tree, word),
    );
    level = below.filter((word) => !seen.has(word) && isTouching(tree, word, lexicon));
    for (const word of level) seen.add(word);
    const found = level.filter((word) => isNominal(tree, word) && !isOwn(tree, word)).map(partiesOf);
    const first = found.find((ids) => ids.length > 0);
    if (first !== undefined) return first;
  }
  return [];
};
