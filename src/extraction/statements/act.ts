import type { Codebook, Cue } from '../../codebook/index.ts';
import { dependent, dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { SpeechAct } from '../records.ts';
import { alternativeOf, isNegated } from './cue-words.ts';
import { verdictOf } from './verdict.ts';

const rootOf = (sentence: ParsedSentence, words: readonly number[]): number =>
  words.find((word) => !words.includes(sentence.tokens[word]?.head ?? -1)) ?? -1;

/** What is refused or declined: the verb below, or the one at the top of the content ("stopped short of | saying so"). */
const complementOf = (sentence: ParsedSentence, verb: number, words: readonly number[]): string => {
  const below = dependent(treeOf(sentence), verb, 'xcomp');
  const word = sentence.tokens[below]?.upos === 'VERB' ? below : rootOf(sentence, words);
  return sentence.tokens[word]?.lemma ?? '';
};

/** "declined comment", "refused details": words are kept back without a verb of speaking. */
const keepsBack = (codebook: Codebook, sentence: ParsedSentence, verb: number): boolean =>
  dependents(treeOf(sentence), verb, 'obj').some((word) =>
    codebook.isWord('particulars', sentence.tokens[word]?.lemma),
  );

const auxiliariesOf = (sentence: ParsedSentence, verb: number): string[] =>
  dependents(treeOf(sentence), verb, 'aux').map((word) => sentence.tokens[word]?.lemma ?? '');

interface ContentClause {
  readonly will: boolean;
  readonly must: boolean;
  readonly negated: boolean;
  readonly own: boolean;
  readonly conditional: boolean;
  /** "Will not hesitate to". */
  readonly resolute: boolean;
}

const clauseFacts = (
  codebook: Codebook,
  sentence: ParsedSentence,
  words: readonly number[],
  sourceText: string,
): ContentClause => {
  const tree = treeOf(sentence);
  const root = rootOf(sentence, words);
  const helpers = auxiliariesOf(sentence, root);
  const subject = sentence.tokens[dependent(tree, root, 'nsubj')]?.text.toLowerCase() ?? '';
  const isSource = codebook.isWord('third-person', subject) && subject === sourceText.toLowerCase();
  return {
    will: helpers.some((lemma) => codebook.isWord('futures', lemma)),
    must: helpers.some((lemma) => codebook.isWord('obligations', lemma)),
    negated: isNegated(codebook, sentence, root),
    resolute: codebook.isWord('hesitating', sentence.tokens[root]?.lemma),
    own: codebook.isWord('first-person', subject) || isSource,
    conditional: dependents(tree, root, 'advcl').some((clause) =>
      dependents(tree, clause, 'mark').some((mark) => sentence.tokens[mark]?.lemma === 'if'),
    ),
  };
};

/** CASES of a neutral cue whose content is explicit (codebook, ruling 1). */
const actOfContent = (facts: ContentClause): SpeechAct => {
  if (facts.own && facts.will && facts.negated) return facts.resolute ? 'threaten' : 'refuse';
  if (facts.own && facts.will) return facts.conditional ? 'threaten' : 'promise';
  if (facts.must && !facts.own) return 'demand';
  return 'say';
};

/** CASES of a negated cue: not commenting declines, not promising refuses, not denying confirms; else it only says. */
const actOfNegated = (
  codebook: Codebook,
  sentence: ParsedSentence,
  verb: number,
  entry: Cue,
): SpeechAct | undefined => {
  const isSpeaking = codebook.isWord('speaking', sentence.tokens[verb]?.lemma);
  const isUnwilling = auxiliariesOf(sentence, verb).some((lemma) => codebook.isWord('refusing-auxiliaries', lemma));
  if (entry.act === 'say') return isSpeaking && isUnwilling ? 'decline' : undefined;
  if (entry.act === 'promise') return 'refuse';
  // "did not confirm" leaves it open, and so does "nor denied" behind it.
  if (entry.act === 'confirm' || (entry.act === 'deny' && alternativeOf(codebook, sentence, verb) !== null))
    return 'decline';
  if (entry.act === 'deny') return 'confirm';
  return entry.act === 'refuse' || entry.act === 'decline' ? undefined : 'say';
};

/** The speech act of a cue, from its entry, its negation, its complement, and, where the cue is neutral, its content. */
export const actOf = (
  codebook: Codebook,
  sentence: ParsedSentence,
  verb: number,
  entry: Cue,
  words: readonly number[],
  sourceText: string,
): SpeechAct => {
  const refuses = entry.act === 'refuse' || entry.act === 'decline';
  const isSilent =
    codebook.isWord('speaking', complementOf(sentence, verb, words)) || keepsBack(codebook, sentence, verb);
  if (refuses && isSilent) return 'decline';
  if (isNegated(codebook, sentence, verb)) {
    if (entry.id === 'rule-out') return 'say';
    const act = actOfNegated(codebook, sentence, verb, entry);
    if (act !== undefined) return act;
  }
  if (entry.act === 'decline') return 'refuse';
  if (entry.act !== 'say' || entry.attitude || words.length === 0) return entry.act;
  const act = actOfContent(clauseFacts(codebook, sentence, words, sourceText));
  return act === 'say' ? (verdictOf(codebook, sentence, rootOf(sentence, words)) ?? act) : act;
};
