import type { Codebook } from '../../codebook/index.ts';
import {
  ancestors,
  dependent,
  dependents,
  type ParsedSentence,
  type Tree,
  treeOf,
  universal,
} from '../../reading/index.ts';

/** Clauses that belong to a noun or list without being part of what it names. */
const CLAUSES = ['acl', 'parataxis', 'advcl', 'conj', 'ccomp'];

const relationAt = (sentence: ParsedSentence, word: number): string => universal(sentence.tokens[word]?.deprel ?? '');

/** Is a pronoun the possessor of a noun ("her office")? */
const isOwner = (sentence: ParsedSentence, pronoun: number): boolean =>
  sentence.tokens[pronoun]?.deprel === 'nmod:poss';

/** Relations of clauses without a subject of their own that have that of the verb above, or its object. */
const SHARING = ['xcomp', 'conj', 'advcl'];

/** The subject of a verb, and whether it is certain: that of an adverbial clause may be something else than is named above it. */
interface Subject {
  readonly word: number;
  readonly isCertain: boolean;
}

/** "Leaders | calling | for it": a participle whose noun does what it says. */
const isDoing = (sentence: ParsedSentence, verb: number): boolean => {
  const token = sentence.tokens[verb];
  return token?.deprel === 'acl' && token.text.toLowerCase().endsWith('ing');
};

/** The subject of a verb, spelled out or understood: "Dahl promised to help him", "Dahl asked Moe to help him" (Moe). */
const subjectOf = (tree: Tree, verb: number): Subject => {
  let at = verb;
  let isCertain = true;
  for (let steps = 0; steps < tree.sentence.tokens.length; steps += 1) {
    const own = dependent(tree, at, 'nsubj');
    if (own >= 0) return { word: own, isCertain };
    const relation = relationAt(tree.sentence, at);
    const above = tree.sentence.tokens[at]?.head ?? -1;
    if (isDoing(tree.sentence, at)) return { word: above, isCertain };
    if (above < 0 || !SHARING.includes(relation)) break;
    const object = relation === 'xcomp' ? dependent(tree, above, 'obj', 'iobj') : -1;
    if (object >= 0 && object !== at) return { word: object, isCertain };
    isCertain &&= relation !== 'advcl';
    at = above;
  }
  return { word: -1, isCertain: false };
};

/**
 * "Bolton told him", "Dahl promised to help him": an object is not the subject of its verb, nor, as far as that can be told, the one
 * that the verb of an adverbial clause seems to have ("Dahl was elected, making her the first").
 */
const objectBar = (sentence: ParsedSentence, pronoun: number, candidate: number): Bar | undefined => {
  const own = sentence.tokens[pronoun];
  if (own === undefined || own.feats.Reflex === 'Yes' || isOwner(sentence, pronoun)) return undefined;
  if (own.head === sentence.tokens[candidate]?.head) return 'certain';
  if (!['obj', 'iobj'].includes(own.deprel)) return undefined;
  const subject = subjectOf(treeOf(sentence), own.head);
  if (subject.word !== candidate) return undefined;
  return subject.isCertain ? 'certain' : 'likely';
};

/** "She and Berg": members of one coordination are two. */
const isJoinedWith = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  const [own, other] = [sentence.tokens[pronoun], sentence.tokens[candidate]];
  return (own?.deprel === 'conj' && own.head === candidate) || (other?.deprel === 'conj' && other.head === pronoun);
};

/**
 * Does the word stand inside the phrase that the candidate heads ("Berg's picture of her")? A relative clause is no part of it
 * ("Berg, who said she …").
 */
const isInside = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  if (isOwner(sentence, pronoun)) return false;
  const path = [pronoun, ...ancestors(treeOf(sentence), pronoun)];
  const at = path.indexOf(candidate);
  return at >= 0 && !path.slice(0, at).some((word) => CLAUSES.includes(relationAt(sentence, word)));
};

/** "His wife, Marit", "his brother Tor" and "Tor became his deputy" do not speak of one and the same. */
const isOwnedBy = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  const own = sentence.tokens[pronoun];
  if (own === undefined || !isOwner(sentence, pronoun)) return false;
  if (own.head === candidate || own.head === sentence.tokens[candidate]?.head) return true;
  const owned = sentence.tokens[own.head];
  const isPredicate = owned?.deprel === 'xcomp' && owned.upos === 'NOUN';
  return isPredicate && subjectOf(treeOf(sentence), owned.head).word === candidate;
};

/** "He said that Berg …": a name in the clause of a pronoun that comes before it is most likely somebody else's. */
export const isNamedBelow = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  if (candidate < pronoun || sentence.tokens[candidate]?.upos === 'PRON') return false;
  if (relationAt(sentence, pronoun) !== 'nsubj') return false;
  return ancestors(treeOf(sentence), candidate).includes(sentence.tokens[pronoun]?.head ?? -1);
};

/** "Called on him | to leave Berg": whoever is to do what an infinitive says is none of those whom it names. */
const isNamedInControlled = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  const own = sentence.tokens[pronoun];
  if (own === undefined || candidate < pronoun || sentence.tokens[candidate]?.upos !== 'PROPN') return false;
  if (!['obj', 'iobj', 'obl'].includes(universal(own.deprel))) return false;
  const path = [candidate, ...ancestors(treeOf(sentence), candidate)];
  const clause = path[path.indexOf(own.head) - 1];
  if (clause === undefined || clause <= pronoun || !path.includes(own.head)) return false;
  const isInfinitive = dependents(treeOf(sentence), clause, 'mark').some(
    (word) => sentence.tokens[word]?.upos === 'PART',
  );
  return isInfinitive && ['xcomp', 'advcl'].includes(relationAt(sentence, clause)) && candidate !== clause;
};

/**
 * "Norland rejected | its | offer", "they called for | their | release": the subject that answers an offer or wants somebody's
 * release is not whose it is; -1 where the pronoun owns nothing of the kind.
 */
export const answererOf = (codebook: Codebook, sentence: ParsedSentence, pronoun: number): number => {
  const noun = sentence.tokens[pronoun]?.head ?? -1;
  const owned = sentence.tokens[noun];
  if (owned === undefined || !isOwner(sentence, pronoun) || !['obj', 'obl'].includes(universal(owned.deprel)))
    return -1;
  const verb = sentence.tokens[owned.head]?.lemma;
  const isAnswer = codebook.isWord('answering', verb) && codebook.isWord('demands', owned.lemma);
  const isWanted = codebook.isWord('demanding', verb) && codebook.isWord('wanted-of-others', owned.lemma);
  return isAnswer || isWanted ? subjectOf(treeOf(sentence), owned.head).word : -1;
};

/** How sure it is that a pronoun does not mean a candidate. */
type Bar = 'certain' | 'likely';

/** Does the place of a candidate in the pronoun's own sentence rule out that the pronoun means it (binding)? */
export const barOf = (sentence: ParsedSentence, pronoun: number, candidate: number): Bar | undefined => {
  const isCertain = [isJoinedWith, isInside, isOwnedBy, isNamedInControlled].some((bars) =>
    bars(sentence, pronoun, candidate),
  );
  return isCertain ? 'certain' : objectBar(sentence, pronoun, candidate);
};
