import {
  ancestors,
  dependent,
  dependents,
  type ParsedSentence,
  subtree,
  treeOf,
  universal,
} from '../../reading/index.ts';
import { runsOf } from './spans.ts';

const TRAILING = ['parataxis', 'cop', 'advcl', 'mark'];

/**
 * The words that name a source: the noun phrase with titles and name, its coordination, appositions and relative clauses
 * (`docs/decisions/0008`), but nothing that holds the cue, where one is given ("a letter | saying …").
 */
export const sourceWords = (sentence: ParsedSentence, head: number, cue = -1): number[] => {
  const tree = treeOf(sentence);
  const holders = [cue, ...ancestors(tree, cue)];
  const isPunct = (word: number): boolean => sentence.tokens[word]?.deprel === 'punct';
  const skip = (word: number): boolean => {
    if (holders.includes(word)) return true;
    if (sentence.tokens[word]?.head !== head) return false;
    const relation = universal(sentence.tokens[word]?.deprel ?? '');
    return relation === 'case' ? word < head : TRAILING.includes(relation);
  };
  const run = runsOf(subtree(tree, head, skip)).find((each) => each.includes(head)) ?? [head];
  let end = run.length;
  while (end > 1 && isPunct(run[end - 1] ?? 0)) end -= 1;
  return run.slice(0, end);
};

const isExpletive = (sentence: ParsedSentence, word: number): boolean =>
  universal(sentence.tokens[word]?.deprel ?? '') === 'expl';

/** "Asked whether …, he said": the one asked is no source of the asking. */
const isPassiveParticiple = (sentence: ParsedSentence, verb: number): boolean => {
  const isPast = sentence.tokens[verb]?.feats.Tense === 'Past';
  return isPast && dependents(treeOf(sentence), verb, 'aux', 'nsubj', 'mark').length === 0;
};

/** "let me add", "urged him to admit", "quoted him as saying": the object of the verb above is who speaks. */
const toldToSpeak = (sentence: ParsedSentence, verb: number): number | undefined =>
  dependents(treeOf(sentence), sentence.tokens[verb]?.head ?? -1, 'obj', 'iobj').find((word) => word < verb);

/** Who says it, where the verb has no subject of its own: that of the verb above, or the noun it describes. */
const sourceAbove = (sentence: ParsedSentence, verb: number): number | null => {
  const token = sentence.tokens[verb];
  if (token === undefined || token.head < 0) return null;
  const relation = universal(token.deprel);
  if (isPassiveParticiple(sentence, verb) && (relation === 'advcl' || relation === 'acl')) return null;
  const isQuoted = dependents(treeOf(sentence), verb, 'mark', 'case').some(
    (word) => sentence.tokens[word]?.lemma === 'as',
  );
  const told = relation === 'xcomp' || isQuoted ? toldToSpeak(sentence, verb) : undefined;
  if (told !== undefined) return told;
  if (relation === 'conj' || relation === 'xcomp' || relation === 'advcl') return sourceOf(sentence, token.head);
  return relation === 'acl' ? token.head : null;
};

/**
 * Who says it, for a verb: its subject, its agent in the passive, or the subject of the verb it is joined to; `about` is a word that
 * looks like a subject and is not.
 */
export const sourceOf = (sentence: ParsedSentence, verb: number, about = -1): number | null => {
  const tree = treeOf(sentence);
  const agent = dependent(tree, verb, 'obl:agent');
  if (agent >= 0) return agent;
  if (dependents(tree, verb, 'aux:pass').length > 0) return null;
  const subject = dependents(tree, verb, 'nsubj').find(
    (word) => word !== about && !isExpletive(sentence, word) && sentence.tokens[word]?.deprel !== 'nsubj:outer',
  );
  return subject ?? sourceAbove(sentence, verb);
};

/**
 * A source that the parser hung on the content: "The border will stay open, the minister said" with "minister" as a second
 * subject of "stay", behind it and before the cue.
 */
export const strayedSource = (sentence: ParsedSentence, verb: number): number | null => {
  const tree = treeOf(sentence);
  const clause = dependent(tree, verb, 'ccomp');
  if (clause < 0 || clause > verb) return null;
  const subjects = dependents(tree, clause, 'nsubj');
  const last = subjects.at(-1) ?? -1;
  return subjects.length > 1 && clause < last && last < verb ? last : null;
};
