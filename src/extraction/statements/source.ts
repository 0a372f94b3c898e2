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

const TRAILING = ['appos', 'acl', 'parataxis', 'cop', 'advcl', 'case', 'cc', 'mark'];

/** The words that name a source: the noun phrase with titles and name, its coordination, but no apposition or relative clause. */
export const sourceWords = (sentence: ParsedSentence, head: number): number[] => {
  const tree = treeOf(sentence);
  const isPunct = (word: number): boolean => sentence.tokens[word]?.deprel === 'punct';
  const skip = (word: number): boolean => {
    const relation = universal(sentence.tokens[word]?.deprel ?? '');
    const own = sentence.tokens[word]?.head === head;
    return (
      own &&
      (relation === 'case' ||
        relation === 'cop' ||
        (TRAILING.includes(relation) && relation !== 'cc' && relation !== 'case'))
    );
  };
  const words = subtree(tree, head, skip);
  const run = runsOf(words).find((each) => each.includes(head)) ?? [head];
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

/** Who says it, for a verb: its subject, its agent in the passive, or the subject of the verb it is joined to. */
export const sourceOf = (sentence: ParsedSentence, verb: number): number | null => {
  const tree = treeOf(sentence);
  const agent = dependent(tree, verb, 'obl:agent');
  if (agent >= 0) return agent;
  const passive = dependents(tree, verb, 'aux:pass').length > 0;
  const subject = dependents(tree, verb, 'nsubj').find(
    (word) => !isExpletive(sentence, word) && sentence.tokens[word]?.deprel !== 'nsubj:outer',
  );
  if (subject !== undefined) return passive ? null : subject;
  if (passive) return null;
  const token = sentence.tokens[verb];
  if (token === undefined || token.head < 0) return null;
  const relation = universal(token.deprel);
  if (isPassiveParticiple(sentence, verb) && (relation === 'advcl' || relation === 'acl')) return null;
  if (relation === 'conj' || relation === 'xcomp' || relation === 'advcl') return sourceOf(sentence, token.head);
  if (relation === 'acl') return token.head;
  if (relation === 'parataxis' && ancestors(tree, verb).length > 0) return null;
  return null;
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
