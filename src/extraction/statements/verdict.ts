import type { Codebook } from '../../codebook/index.ts';
import { dependent, dependents, type ParsedSentence, subtree, treeOf } from '../../reading/index.ts';
import type { SpeechAct } from '../records.ts';
import { isNegated } from './cue-words.ts';

const isModal = (codebook: Codebook, sentence: ParsedSentence, clause: number): boolean =>
  dependents(treeOf(sentence), clause, 'aux').some(
    (word) => !codebook.isWord('bare-auxiliaries', sentence.tokens[word]?.lemma),
  );

const lemmaOf = (sentence: ParsedSentence, word: number): string => {
  const particle = dependent(treeOf(sentence), word, 'compound:prt');
  const lemma = sentence.tokens[word]?.lemma ?? '';
  return particle < 0 ? lemma : `${lemma} ${sentence.tokens[particle]?.lemma ?? ''}`;
};

const BELOW = ['nsubj', 'advcl', 'ccomp', 'acl', 'conj', 'parataxis', 'obl'];

/** The words of what is said of the subject: the predicate and what describes it, without other clauses. */
const predicateWords = (sentence: ParsedSentence, root: number): number[] =>
  subtree(treeOf(sentence), root, (word) =>
    BELOW.some((relation) => sentence.tokens[word]?.deprel.startsWith(relation)),
  );

/** What is said of somebody: the act that saying so is, and the word that names them. */
export interface Verdict {
  readonly act: SpeechAct;
  readonly about: number;
}

const lemmasOf = (sentence: ParsedSentence, words: readonly number[]): string[] =>
  words.map((word) => sentence.tokens[word]?.lemma.toLowerCase() ?? '');

/** "X was involved | in a swindle", "has engaged | in a cover-up": bad things that a plain verb says somebody took part in. */
const isInvolved = (codebook: Codebook, sentence: ParsedSentence, root: number): boolean => {
  const { lemma, text } = sentence.tokens[root] ?? {};
  if (!codebook.isWord('involving', lemma) && !codebook.isWord('involving', text?.toLowerCase())) return false;
  const things = dependents(treeOf(sentence), root, 'obj', 'obl');
  const lemmas = lemmasOf(
    sentence,
    things.flatMap((thing) => predicateWords(sentence, thing)),
  );
  return lemmas.some(
    (lemma) => codebook.isWord('blaming-descriptions', lemma) || codebook.isWord('blaming-nouns', lemma),
  );
};

/** "X is corrupt", "is a disgrace", "is one of the most greedy …", "is responsible for the raid": what is said with "be". "Is better" compares and judges nobody. */
const ofPredicate = (codebook: Codebook, sentence: ParsedSentence, root: number): SpeechAct | undefined => {
  const plain = predicateWords(sentence, root).filter((word) => sentence.tokens[word]?.feats.Degree !== 'Cmp');
  const lemmas = lemmasOf(sentence, plain);
  const has = (set: string): boolean => lemmas.some((lemma) => codebook.isWord(set, lemma));
  const negated = isNegated(codebook, sentence, root);
  const isLiable = codebook.isWord('liable', sentence.tokens[root]?.lemma.toLowerCase());
  if (isLiable && dependents(treeOf(sentence), root, 'obl', 'advcl').length > 0) return negated ? undefined : 'accuse';
  if (isInvolved(codebook, sentence, root)) return negated ? undefined : 'accuse';
  if (has('blaming-descriptions') || has('blaming-nouns')) return negated ? undefined : 'criticize';
  if (has('praising-descriptions') || has('praising-nouns')) return negated ? 'criticize' : 'praise';
  return undefined;
};

/** "X has violated the truce", "seeks to undermine it", "was involved in a swindle": what somebody is said to do. */
const ofVerb = (codebook: Codebook, sentence: ParsedSentence, root: number): SpeechAct | undefined => {
  const tree = treeOf(sentence);
  if (isNegated(codebook, sentence, root)) return undefined;
  const below = dependents(tree, root, 'xcomp').filter((word) => sentence.tokens[word]?.upos === 'VERB');
  const isPassive = dependents(tree, root, 'nsubj').some((word) => sentence.tokens[word]?.deprel === 'nsubj:pass');
  const verbs = [...(isPassive ? [] : [root]), ...below];
  const blames =
    verbs.some((word) => codebook.isWord('blaming-verbs', lemmaOf(sentence, word))) ||
    [root, ...below].some((word) => isInvolved(codebook, sentence, word));
  return blames ? 'accuse' : undefined;
};

/** Is the subject somebody, or somebody's: a name, "Norland's move", "he"? Of things and of "this" nothing is judged here. */
const isSomebody = (sentence: ParsedSentence, subject: number): boolean => {
  const { upos, feats } = sentence.tokens[subject] ?? {};
  if (upos === 'PRON') return feats?.PronType === 'Prs' && feats.Gender !== 'Neut';
  return subtree(treeOf(sentence), subject).some((word) => sentence.tokens[word]?.upos === 'PROPN');
};

const isFirstPerson = (codebook: Codebook, sentence: ParsedSentence, word: number): boolean =>
  codebook.isWord('first-person', sentence.tokens[word]?.text.toLowerCase());

/** "We are appalled | by what Norland did", "worried | about the latest moves of X": displeasure at somebody's doings. */
const ofDispleasure = (codebook: Codebook, sentence: ParsedSentence, root: number): Verdict | undefined => {
  const { lemma, text } = sentence.tokens[root] ?? {};
  const isDispleased = [lemma, text?.toLowerCase()].some((word) => codebook.isWord('displeased', word));
  if (!isDispleased || isNegated(codebook, sentence, root)) return undefined;
  const tree = treeOf(sentence);
  // To be worried about somebody is no reproach; to be disappointed with them is.
  const isWith = (word: number): boolean =>
    sentence.tokens[word]?.upos === 'PROPN' &&
    dependents(tree, word, 'case').some((mark) => sentence.tokens[mark]?.lemma === 'with');
  const whom = dependents(tree, root, 'obl').find(
    (word) => codebook.isWord('doings', sentence.tokens[word]?.lemma) || isWith(word),
  );
  return whom === undefined || !isSomebody(sentence, whom) ? undefined : { act: 'criticize', about: whom };
};

/** "… because Norland has been robbing us": the reason that is given for a deed may be a charge. */
const ofReason = (codebook: Codebook, sentence: ParsedSentence, root: number): Verdict | undefined => {
  const tree = treeOf(sentence);
  const reasons = dependents(tree, root, 'advcl').filter((clause) =>
    dependents(tree, clause, 'mark').some((word) => codebook.isWord('reasons', sentence.tokens[word]?.lemma)),
  );
  for (const clause of reasons) {
    const about = dependent(tree, clause, 'nsubj');
    if (about < 0 || isFirstPerson(codebook, sentence, about) || !isSomebody(sentence, about)) continue;
    if (!isModal(codebook, sentence, clause) && ofVerb(codebook, sentence, clause) !== undefined)
      return { act: 'accuse', about };
  }
  return undefined;
};

/**
 * A plain verdict on somebody (codebook, ruling 1): praise, criticize or accuse, by what the top clause of the content says of
 * its subject, of those whose doings displease who speaks, or as the reason for a deed; undefined where it says nothing of the kind.
 */
export const verdictAt = (codebook: Codebook, sentence: ParsedSentence, root: number): Verdict | undefined => {
  const tree = treeOf(sentence);
  const subject = dependent(tree, root, 'nsubj');
  if (sentence.tokens[subject] === undefined) return undefined;
  const isOpen = dependents(tree, root, 'mark').some((word) => sentence.tokens[word]?.lemma !== 'that');
  if (isOpen) return undefined;
  const isModally = isModal(codebook, sentence, root);
  if (isFirstPerson(codebook, sentence, subject))
    return isModally ? undefined : ofDispleasure(codebook, sentence, root);
  const isSaid = dependents(tree, root, 'cop').length > 0;
  const judged =
    isModally || !isSomebody(sentence, subject) ? undefined : (isSaid ? ofPredicate : ofVerb)(codebook, sentence, root);
  return judged === undefined ? ofReason(codebook, sentence, root) : { act: judged, about: subject };
};

/** The act that such a verdict is, if the clause is one. */
export const verdictOf = (codebook: Codebook, sentence: ParsedSentence, root: number): SpeechAct | undefined =>
  verdictAt(codebook, sentence, root)?.act;
