import { dependents, type Tree } from '../../reading/index.ts';
import { tokenAt, type Word } from './words.ts';

/** Clauses that a question takes for granted: "the talks | that Norland held". */
const GRANTED = /^(?:acl|advcl|nmod|parataxis)/;

const asksForWord = (tree: Tree, clause: Word): boolean =>
  (tree.children[clause] ?? []).some((child) => tokenAt(tree, child).feats.PronType === 'Int');

/** "Did Norland …", "Will you …": a clause that opens with its auxiliary. */
const isInverted = (tree: Tree, clause: Word): boolean => {
  const [subject] = dependents(tree, clause, 'nsubj');
  const [auxiliary] = dependents(tree, clause, 'aux', 'cop');
  return subject !== undefined && auxiliary !== undefined && auxiliary < subject && !asksForWord(tree, clause);
};

/** Does a question ask whether it happened? "Why did …?" takes it for granted. */
export const isAsked = (tree: Tree, trigger: Word): boolean => {
  if (!tree.sentence.tokens.some(({ text }) => text === '?')) return false;
  for (let at = trigger, steps = 0; at >= 0 && steps < tree.sentence.tokens.length; steps += 1) {
    const { head, deprel } = tokenAt(tree, at);
    if (isInverted(tree, at)) return true;
    if (GRANTED.test(deprel)) return false;
    at = head;
  }
  return false;
};
