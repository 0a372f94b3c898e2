import { dependents, type Tree } from '../../reading/index.ts';
import type { EventType } from '../records.ts';
import { FELT_BY_ALL } from './felt.ts';
import { agentsOf, isOwn } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { Site } from './roles.ts';
import { isPassive, markersOf, prepositionOf, tokenAt, type Word } from './words.ts';

/** How far from an event's word those whom it touches may stand: "vowed | to open | its market | to grain". */
const FARTHEST = 4;

/** Whom one meets is told in so many words; what else stands there is where, or about what. */
const TELLING: readonly EventType[] = ['CONSULT', 'OCCASION'];

/** What stands beside these is where, or one's own, but for whom they are against: "massed troops | for a war | against Norland". */
const OPPOSING: readonly EventType[] = ['PROTEST', 'MOBILIZE'];

const isNominal = (tree: Tree, word: Word): boolean => ['NOUN', 'PROPN', 'PRON'].includes(tokenAt(tree, word).upos);

/** "Spent millions | on helping | Norland". */
const gerundsOf = (tree: Tree, verb: Word): Word[] =>
  dependents(tree, verb, 'advcl').filter((clause) => markersOf(tree, clause).some((mark) => mark === 'on'));

/** What a verb says its act is about: objects, complements, and clauses that it governs and whose subject is its own. */
const belowVerb = (tree: Tree, verb: Word): Word[] => {
  const objects = dependents(tree, verb, 'obj', 'iobj', ...(isPassive(tree, verb) ? (['nsubj:pass'] as const) : []));
  const clauses = [...dependents(tree, verb, 'xcomp', 'ccomp'), ...gerundsOf(tree, verb)].filter(
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

/** Does it stand where an act is felt by all who live there: "imposed a curfew | in Norland"? */
const isWhere = (tree: Tree, word: Word, lexicon: Lexicon): boolean =>
  isTouching(tree, word, lexicon) || lexicon.codebook.isWord('inside-prepositions', prepositionOf(tree, word));

/** "Will not lift its ban | until Norland pulls out |": against whom one holds out, as the subject of a clause of a condition. */
export const heldAgainst = ({ tree, trigger }: Site, { codebook }: Lexicon): Word[] =>
  dependents(tree, trigger, 'advcl')
    .filter((clause) => markersOf(tree, clause).some((mark) => codebook.isWord('until', mark)))
    // "until | he is sure | that Norland has left | and its allies have gone".
    .flatMap((clause) => [clause, ...dependents(tree, clause, 'conj', 'ccomp')])
    .flatMap((clause) => [...dependents(tree, clause, 'nsubj'), ...agentsOf(tree, clause)]);

const isAgainst = (tree: Tree, word: Word): boolean => prepositionOf(tree, word) === 'against';

/** Does a word say what something is for, or whom it is against? */
const isFor = (tree: Tree, word: Word): boolean => ['', 'for', 'against'].includes(prepositionOf(tree, word));

/** The nearest parties below an event's word, through words that stand as asked. */
const nearest = (
  { tree, trigger, carrier }: Site,
  lexicon: Lexicon,
  stands: (tree: Tree, word: Word, lexicon: Lexicon) => boolean,
  partiesOf: (word: Word) => readonly string[],
): readonly string[] => {
  const seen = new Set<Word>();
  let level = [trigger, ...(carrier === null ? [] : [carrier.word])];
  for (let depth = 0; depth < FARTHEST && level.length > 0; depth += 1) {
    const below = level.flatMap((word) =>
      isNominal(tree, word) ? belowNoun(tree, word, lexicon) : belowVerb(tree, word),
    );
    level = below.filter((word) => !seen.has(word) && stands(tree, word, lexicon));
    for (const word of level) seen.add(word);
    const found = level.filter((word) => isNominal(tree, word) && !isOwn(tree, word)).map(partiesOf);
    const first = found.find((ids) => ids.length > 0);
    if (first !== undefined) return first;
  }
  return [];
};

/**
 * Whom an act touches that no role of its pattern names: the nearest parties below its word, through objects, what these are about,
 * and the clauses that it governs ("lifted restrictions on travel to Norland" touches Norland); else the places there, by `groundsOf`,
 * or those where it is done if all who live there feel it ("declared a state of siege in Norland").
 */
export const touchedBy = (
  type: EventType,
  site: Site,
  lexicon: Lexicon,
  partiesOf: (word: Word) => readonly string[],
  groundsOf: (word: Word) => readonly string[],
): readonly string[] => {
  if (TELLING.includes(type)) return [];
  if (OPPOSING.includes(type))
    return nearest(site, lexicon, isFor, (word) => (isAgainst(site.tree, word) ? partiesOf(word) : []));
  const ways = [
    () => nearest(site, lexicon, isTouching, partiesOf),
    () =>
      type === 'REJECT'
        ? (heldAgainst(site, lexicon)
            .map(partiesOf)
            .find((ids) => ids.length > 0) ?? [])
        : [],
    () => nearest(site, lexicon, isTouching, groundsOf),
    () => (FELT_BY_ALL.includes(type) ? nearest(site, lexicon, isWhere, groundsOf) : []),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
};
