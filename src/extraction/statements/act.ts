import type { Cue } from '../../codebook/index.ts';
import { dependent, dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { SpeechAct } from '../records.ts';
import { isNegated } from './cue-words.ts';

const SPEAKING = new Set([
  'say',
  'comment',
  'elaborate',
  'discuss',
  'answer',
  'respond',
  'disclose',
  'reveal',
  'confirm',
  'speculate',
  'explain',
  'specify',
  'identify',
  'name',
  'provide',
  'give',
]);
const MODAL = new Set(['would', 'will', 'could', 'can', 'did', 'do']);

const complementOf = (sentence: ParsedSentence, verb: number): string =>
  sentence.tokens[dependent(treeOf(sentence), verb, 'xcomp')]?.lemma ?? '';

const hasModal = (sentence: ParsedSentence, verb: number): boolean =>
  dependents(treeOf(sentence), verb, 'aux').some((word) => MODAL.has(sentence.tokens[word]?.lemma ?? ''));

const FIRST_PERSON = new Set(['i', 'we']);

interface ContentClause {
  readonly will: boolean;
  readonly must: boolean;
  readonly negated: boolean;
  readonly own: boolean;
  readonly conditional: boolean;
}

const clauseFacts = (sentence: ParsedSentence, words: readonly number[], sourceText: string): ContentClause => {
  const tree = treeOf(sentence);
  const root = words.find((word) => !words.includes(sentence.tokens[word]?.head ?? -1)) ?? -1;
  const lemmas = dependents(tree, root, 'aux').map((word) => sentence.tokens[word]?.lemma ?? '');
  const subject = sentence.tokens[dependent(tree, root, 'nsubj')]?.text.toLowerCase() ?? '';
  return {
    will: lemmas.includes('will') || lemmas.includes("'ll"),
    must: lemmas.includes('must') || lemmas.includes('should'),
    negated: isNegated(sentence, root),
    own:
      FIRST_PERSON.has(subject) ||
      (subject !== '' && ['he', 'she', 'they', 'it'].includes(subject) && subject === sourceText.toLowerCase()),
    conditional: dependents(tree, root, 'advcl').some((clause) =>
      dependents(tree, clause, 'mark').some((mark) => sentence.tokens[mark]?.lemma === 'if'),
    ),
  };
};

/** CASES of a neutral cue whose content is explicit (codebook, ruling 1). */
const actOfContent = (facts: ContentClause): SpeechAct => {
  if (facts.own && facts.will && facts.negated) return 'refuse';
  if (facts.own && facts.will) return facts.conditional ? 'threaten' : 'promise';
  if (facts.must && !facts.own) return 'demand';
  return 'say';
};

/** The speech act of a cue, from its entry, its negation, its complement, and, where the cue is neutral, its content. */
export const actOf = (
  sentence: ParsedSentence,
  verb: number,
  entry: Cue,
  words: readonly number[],
  sourceText: string,
): SpeechAct => {
  const negated = isNegated(sentence, verb);
  const lemma = sentence.tokens[verb]?.lemma ?? '';
  if ((entry.act === 'refuse' || entry.act === 'decline') && SPEAKING.has(complementOf(sentence, verb)))
    return 'decline';
  if (entry.act === 'decline') return 'refuse';
  if (entry.id === 'rule-out' && negated) return 'say';
  if (negated && entry.act === 'say' && SPEAKING.has(lemma) && hasModal(sentence, verb)) return 'decline';
  if (negated && entry.act === 'promise') return 'refuse';
  if (negated && entry.act !== 'say') return entry.act === 'deny' ? 'confirm' : 'say';
  if (entry.act !== 'say' || entry.attitude || words.length === 0) return entry.act;
  return actOfContent(clauseFacts(sentence, words, sourceText));
};
