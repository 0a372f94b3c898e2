import type { Codebook } from '../../codebook/index.ts';
import { ancestors, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import type { Description } from './describe.ts';
import type { Entry } from './roster.ts';
import { commands, type Place, weigh } from './salience.ts';

/** A mention of an actor already settled, where it stands. */
export interface Settled {
  readonly sentence: number;
  readonly head: number;
  readonly entry: Entry;
}

const SENTENCES_BACK = 4;

/** How much likelier than the next the best candidate must be, as a difference of weights (log odds). */
const MARGIN = 0.15;
const JOINED_MARGIN = 1;

/** Clauses that belong to a noun or list without being part of what it names. */
const CLAUSES = ['acl', 'parataxis', 'advcl', 'conj', 'ccomp'];

/** Is `candidate` barred because it is a co-argument of the pronoun's own verb ("Bolton told him": him ≠ Bolton)? */
const isCoArgument = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  const [own, other] = [sentence.tokens[pronoun], sentence.tokens[candidate]];
  if (own === undefined || other === undefined || own.feats.Reflex === 'Yes' || own.deprel === 'nmod:poss')
    return false;
  return own.head === other.head;
};

/**
 * Does the word stand inside the phrase that the candidate heads ("Berg's picture of her")? A relative clause is no part of it
 * ("Berg, who said she …").
 */
const isAbove = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  if (sentence.tokens[pronoun]?.deprel === 'nmod:poss') return false;
  const path = [pronoun, ...ancestors(treeOf(sentence), pronoun)];
  const at = path.indexOf(candidate);
  return at >= 0 && !path.slice(0, at).some((word) => CLAUSES.includes(universal(sentence.tokens[word]?.deprel ?? '')));
};

type Gender = 'Masc' | 'Fem';

const genderOf = (codebook: Codebook, pronoun: string): Gender | undefined => {
  if (codebook.isWord('he', pronoun)) return 'Masc';
  return codebook.isWord('she', pronoun) ? 'Fem' : undefined;
};

/** "His wife, Marit" and "his brother Tor" are not he. */
const isOwned = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  const own = sentence.tokens[pronoun];
  return own?.deprel === 'nmod:poss' && (own.head === candidate || own.head === sentence.tokens[candidate]?.head);
};

const isBarred = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean =>
  isCoArgument(sentence, pronoun, candidate) ||
  isAbove(sentence, pronoun, candidate) ||
  isOwned(sentence, pronoun, candidate);

/** Somebody whom a pronoun may refer to, and where the text mentions them; latest first. */
interface Candidate {
  readonly entry: Entry;
  readonly places: [Place, ...Place[]];
  /** Is this the subject ahead of the pronoun's own phrase ("In her speech, Berg said …")? */
  readonly isAhead: boolean;
}

/** Mentions in the pronoun's sentence and those before it that are near enough, latest first. */
const nearMentions = (settled: readonly Settled[], sentence: number): Settled[] => {
  let from = settled.length;
  while (from > 0 && sentence - (settled[from - 1]?.sentence ?? 0) <= SENTENCES_BACK) from -= 1;
  return settled.slice(from).sort((a, b) => b.sentence - a.sentence || b.head - a.head);
};

const candidatesOf = (
  sentences: readonly ParsedSentence[],
  { phrase }: Description,
  settled: readonly Settled[],
  gender: Gender,
): Candidate[] => {
  const own = sentences[phrase.sentence];
  const found = new Map<Entry, Candidate>();
  const barred = new Set<Entry>();
  for (const { entry, sentence, head } of nearMentions(settled, phrase.sentence)) {
    if (entry.best.kind !== 'person' || (entry.gender ?? gender) !== gender || own === undefined) continue;
    const isOwn = sentence === phrase.sentence;
    const isAhead = isOwn && head > phrase.head;
    if (isOwn && isBarred(own, phrase.head, head)) barred.add(entry);
    if (isAhead && !commands(own, phrase.head, head)) continue;
    const known = found.get(entry);
    if (known === undefined) found.set(entry, { entry, places: [{ sentence, head }], isAhead });
    else known.places.push({ sentence, head });
  }
  return [...found.values()].filter(({ entry }) => !barred.has(entry));
};

/** Do two stand in one coordination ("Dahl and Moe met")? Then their places say nothing of which is meant. */
const areJoined = (
  sentences: readonly ParsedSentence[],
  [a]: Candidate['places'],
  [b]: Candidate['places'],
): boolean => {
  if (a.sentence !== b.sentence) return false;
  const tokens = sentences[a.sentence]?.tokens ?? [];
  const firstOf = (word: number): number => (tokens[word]?.deprel === 'conj' ? (tokens[word]?.head ?? word) : word);
  return firstOf(a.head) === firstOf(b.head);
};

/**
 * The person that "he" or "she" refers to, out of those mentioned in this sentence and the four before it; undefined where
 * two are as likely. A candidate whose gender the text settles otherwise is out.
 */
export const resolvePronoun = (
  codebook: Codebook,
  sentences: readonly ParsedSentence[],
  description: Description,
  before: readonly Settled[],
): Entry | undefined => {
  const gender = genderOf(codebook, description.name);
  if (gender === undefined) return undefined;
  const candidates = candidatesOf(sentences, description, before, gender);
  const first = Math.min(...candidates.map(({ entry }) => entry.number));
  const ranked = candidates
    .map(({ entry, places, isAhead }, order) => {
      const standing = {
        order,
        isAhead,
        isFirst: entry.number === first,
        times: entry.mentions.length,
        isGenderKnown: entry.gender === gender,
      };
      return { entry, places, score: weigh(sentences, description.phrase, places, standing) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined) return undefined;
  if (second !== undefined) {
    const margin = areJoined(sentences, best.places, second.places) ? JOINED_MARGIN : MARGIN;
    if (best.score - second.score < margin) return undefined;
  }
  best.entry.gender ??= gender;
  return best.entry;
};

/** The word that a relative pronoun stands for: the head of the clause's noun. */
export const antecedentOf = (sentence: ParsedSentence, word: number): number | undefined => {
  const tree = treeOf(sentence);
  const clause = [word, ...ancestors(tree, word)].find(
    (each) => universal(sentence.tokens[each]?.deprel ?? '') === 'acl',
  );
  const head = clause === undefined ? undefined : sentence.tokens[clause]?.head;
  return head !== undefined && head >= 0 ? head : undefined;
};
