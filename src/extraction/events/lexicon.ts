import type { CarrierEntry, Codebook, EventEntry, RealisEntry } from '../../codebook/index.ts';
import { dependents, type Tree } from '../../reading/index.ts';
import { endsPhrase, lemmasAt, matchesPhrase, tokenAt, type Word } from './words.ts';

/** A pattern, and the words at which it is looked for. */
export interface Pattern<Entry> {
  readonly phrase: readonly string[];
  readonly entry: Entry;
}

type Index<Entry> = ReadonlyMap<string, readonly Pattern<Entry>[]>;

/** The codebook as the finder of events looks things up: by lemma. */
export interface Lexicon {
  readonly codebook: Codebook;
  /** Patterns whose words stand at this word. */
  readonly eventsAt: (tree: Tree, word: Word) => readonly EventEntry[];
  /** What a governing word says of the event it governs. */
  readonly realisAt: (tree: Tree, word: Word) => readonly RealisEntry[];
  /** What a word before an event that is a noun says of it: "possible", "planned". */
  readonly describingAt: (tree: Tree, word: Word) => readonly RealisEntry[];
  readonly auxiliary: (lemma: string) => RealisEntry | undefined;
  readonly conjunction: (lemma: string) => RealisEntry | undefined;
  readonly carriersAt: (tree: Tree, word: Word) => readonly CarrierEntry[];
  /** The contexts that a word, or a phrase that ends at it, shows. */
  readonly contextsAt: (tree: Tree, word: Word) => readonly string[];
  readonly isCarrierNoun: (lemma: string) => boolean;
  /** Who would do what a word governs: `subject`, `object` or a preposition; undefined where nothing is known. */
  readonly controllerOf: (tree: Tree, word: Word) => string | undefined;
}

/** Index by the word at which a pattern is looked for: the first of a verb ("call off"), the last of a noun ("air strike"). */
const indexBy = <Entry>(
  entries: readonly Entry[],
  words: (entry: Entry) => readonly string[] | undefined,
  key: 'first' | 'last',
): Index<Entry> => {
  const index = new Map<string, Pattern<Entry>[]>();
  for (const entry of entries) {
    for (const word of words(entry) ?? []) {
      const phrase = word.split(/[ -]/);
      const at = (key === 'first' ? phrase[0] : phrase.at(-1)) ?? '';
      index.set(at, [...(index.get(at) ?? []), { phrase, entry }]);
    }
  }
  return index;
};

/** "Back | off", "turn | down": a particle makes another verb, which the codebook names as a whole. */
const changesSense = (tree: Tree, word: Word): boolean =>
  tokenAt(tree, word).upos === 'VERB' && dependents(tree, word, 'compound:prt').length > 0;

const lookUp = <Entry>(index: Index<Entry>, tree: Tree, word: Word, isDate?: (lemma: string) => boolean): Entry[] =>
  (
    lemmasAt(tree, word)
      .map((lemma) => index.get(lemma))
      .find((patterns) => patterns !== undefined) ?? []
  )
    .filter(
      ({ phrase }) => matchesPhrase(tree, word, phrase, isDate) && (phrase.length > 1 || !changesSense(tree, word)),
    )
    .sort((one, other) => other.phrase.length - one.phrase.length)
    .map(({ entry }) => entry);

const single = (entries: readonly RealisEntry[], words: (entry: RealisEntry) => readonly string[] | undefined) =>
  new Map(entries.flatMap((entry) => (words(entry) ?? []).map((word) => [word, entry] as const)));

const buildLexicon = (codebook: Codebook): Lexicon => {
  const verbs = indexBy(codebook.events, (entry) => entry.verbs, 'first');
  const nouns = indexBy(codebook.events, (entry) => entry.nouns, 'last');
  const adjectives = indexBy(codebook.events, (entry) => entry.adjectives, 'last');
  const contexts = indexBy(codebook.contexts, (entry) => entry.words, 'last');
  const realisVerbs = indexBy(codebook.realis, (entry) => entry.verbs, 'first');
  const realisNouns = indexBy(codebook.realis, (entry) => entry.nouns, 'last');
  const realisAdjectives = indexBy(codebook.realis, (entry) => entry.adjectives, 'last');
  const carrierVerbs = indexBy(codebook.carriers, (entry) => entry.verbs, 'first');
  const carrierNouns = indexBy(codebook.carriers, (entry) => entry.nouns, 'last');
  const auxiliaries = single(codebook.realis, (entry) => entry.auxiliaries);
  const conjunctions = single(codebook.realis, (entry) => entry.conjunctions);
  const byPart =
    <Entry>(verb: Index<Entry>, noun: Index<Entry>, adjective?: Index<Entry>) =>
    (tree: Tree, word: Word): Entry[] => {
      const { upos } = tokenAt(tree, word);
      if (upos === 'VERB') return lookUp(verb, tree, word, (lemma) => codebook.isWord('dates', lemma));
      if (upos === 'NOUN' || upos === 'PROPN') return lookUp(noun, tree, word);
      return upos === 'ADJ' && adjective !== undefined ? lookUp(adjective, tree, word) : [];
    };
  const realisOfWord = byPart(realisVerbs, realisNouns, realisAdjectives);
  // "called for talks" asks for them; "called her to say" does not.
  const realisAt = (tree: Tree, word: Word): RealisEntry[] =>
    realisOfWord(tree, word).filter(({ bare }) => bare !== false || dependents(tree, word, 'obj').length === 0);
  return {
    codebook,
    eventsAt: byPart(verbs, nouns, adjectives),
    realisAt,
    describingAt: (tree, word) => lookUp(realisAdjectives, tree, word),
    auxiliary: (lemma) => auxiliaries.get(lemma),
    conjunction: (lemma) => conjunctions.get(lemma),
    carriersAt: byPart(carrierVerbs, carrierNouns),
    contextsAt: (tree, word) =>
      lemmasAt(tree, word)
        .flatMap((lemma) => contexts.get(lemma) ?? [])
        .filter(({ phrase }) => phrase.length === 1 || endsPhrase(tree, word, phrase))
        .map(({ entry }) => entry.id),
    isCarrierNoun: (lemma) => carrierNouns.has(lemma),
    controllerOf: (tree, word) => realisAt(tree, word).find((entry) => entry.controller !== undefined)?.controller,
  };
};

const built = new WeakMap<Codebook, Lexicon>();

/** The lexicon of a codebook; made once. */
export const lexiconOf = (codebook: Codebook): Lexicon => {
  const known = built.get(codebook);
  if (known !== undefined) return known;
  const made = buildLexicon(codebook);
  built.set(codebook, made);
  return made;
};
