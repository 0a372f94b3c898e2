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

/** "X is corrupt", "is a disgrace", "is one of the most hostile …": what is said with "be". */
const ofPredicate = (codebook: Codebook, sentence: ParsedSentence, root: number): SpeechAct | undefined => {
  const lemmas = predicateWords(sentence, root).map((word) => sentence.tokens[word]?.lemma.toLowerCase() ?? '');
  const has = (set: string): boolean => lemmas.some((lemma) => codebook.isWord(set, lemma));
  const negated = isNegated(codebook, sentence, root);
  if (has('blaming-descriptions') || has('blaming-nouns')) return negated ? undefined : 'criticize';
  if (has('praising-descriptions') || has('praising-nouns')) return negated ? 'criticize' : 'praise';
  return undefined;
};

/** "X has violated the truce", "seeks to undermine it", "was involved in corrupt acts": what somebody is said to do. */
const ofVerb = (codebook: Codebook, sentence: ParsedSentence, root: number): SpeechAct | undefined => {
  const tree = treeOf(sentence);
  if (isNegated(codebook, sentence, root)) return undefined;
  const below = dependents(tree, root, 'xcomp').filter((word) => sentence.tokens[word]?.upos === 'VERB');
  const isPassive = dependents(tree, root, 'nsubj').some((word) => sentence.tokens[word]?.deprel === 'nsubj:pass');
  const blames = [...(isPassive ? [] : [root]), ...below].some((word) =>
    codebook.isWord('blaming-verbs', lemmaOf(sentence, word)),
  );
  return blames ? 'accuse' : undefined;
};

/** Is the subject somebody, or somebody's: a name, "Norland's move", "he"? Of things and of "this" nothing is judged here. */
const isSomebody = (sentence: ParsedSentence, subject: number): boolean => {
  const { upos, feats } = sentence.tokens[subject] ?? {};
  if (upos === 'PRON') return feats?.PronType === 'Prs' && feats.Gender !== 'Neut';
  return subtree(treeOf(sentence), subject).some((word) => sentence.tokens[word]?.upos === 'PROPN');
};

/**
 * A plain verdict on somebody (codebook, ruling 1): praise, criticize or accuse, by what the top clause of the content says of
 * its subject; undefined where it says nothing of the kind, or of those who speak.
 */
export const verdictOf = (codebook: Codebook, sentence: ParsedSentence, root: number): SpeechAct | undefined => {
  const tree = treeOf(sentence);
  const subject = dependent(tree, root, 'nsubj');
  const token = sentence.tokens[subject];
  if (token === undefined || codebook.isWord('first-person', token.text.toLowerCase())) return undefined;
  const isOpen = dependents(tree, root, 'mark').some((word) => sentence.tokens[word]?.lemma !== 'that');
  if (isOpen || !isSomebody(sentence, subject) || isModal(codebook, sentence, root)) return undefined;
  const isSaid = dependents(tree, root, 'cop').length > 0;
  return isSaid ? ofPredicate(codebook, sentence, root) : ofVerb(codebook, sentence, root);
};
