import { dependents, type Tree } from '../../reading/index.ts';
import { isDoneIn } from '../times/done-in.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';
import { isClause, markersOf, tokenAt, type Word } from './words.ts';

/** "an attack on Sunday | that | killed ten": the noun that a relative clause tells of, where it is what does the act. */
const antecedentOf = (tree: Tree, word: Word): Word[] => {
  const { deprel, head } = tokenAt(tree, word);
  const isActing = dependents(tree, word, 'nsubj').some((child) => tokenAt(tree, child).feats.PronType === 'Rel');
  return deprel === 'acl:relcl' && isActing && tokenAt(tree, head).upos === 'NOUN' ? [head] : [];
};

/** "will meet on Friday | to sign a treaty": what people meet for is done where and when they meet. */
const meetingFor = (tree: Tree, word: Word, meetings: ReadonlySet<Word>): Word[] => {
  const { deprel, head, feats } = tokenAt(tree, word);
  return deprel === 'advcl' && feats.VerbForm === 'Inf' && meetings.has(head) ? [head] : [];
};

/** "When they | met on Monday, they | agreed": two clauses that are told to be of one time, each for the other. */
const simultaneousWith = (tree: Tree, word: Word, { codebook }: Lexicon): Word[] => {
  const isSame = (clause: Word): boolean =>
    isClause(tree, clause) &&
    [...markersOf(tree, clause), ...dependents(tree, clause, 'advmod').map((each) => tokenAt(tree, each).lemma)].some(
      (mark) => codebook.isWord('simultaneity', mark.toLowerCase()),
    );
  const { deprel, head } = tokenAt(tree, word);
  const below = dependents(tree, word, 'advcl').filter(isSame);
  return [...below, ...(deprel.startsWith('advcl') && isSame(word) ? [head] : [])];
};

/** The words whose time is an event's where none of its own tells one, for the events of a sentence. */
export const sameTimeWords = (matches: readonly Match[]): ((match: Match, lexicon: Lexicon) => Word[]) => {
  const meetings = new Set(matches.filter(({ entry }) => entry.type === 'CONSULT').map(({ site }) => site.trigger));
  return ({ site: { tree, trigger, carrier } }, lexicon) => {
    const verb = carrier?.word ?? trigger;
    return [
      ...antecedentOf(tree, verb),
      ...meetingFor(tree, verb, meetings),
      ...simultaneousWith(tree, verb, lexicon),
      ...dependents(tree, verb, 'advcl').filter((clause) => isDoneIn(tree, clause, lexicon.codebook)),
    ];
  };
};
