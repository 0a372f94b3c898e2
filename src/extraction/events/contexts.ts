import { dependents, type Tree, universal } from '../../reading/index.ts';
import { deepSubjects } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';
import { lemmaAt, tokenAt, type Word } from './words.ts';

/** "to help", "of smuggling": a clause without a tense that the event's verb governs, not one of time ("after meeting them"). */
const isGoverned = (tree: Tree, clause: Word, { codebook }: Lexicon): boolean => {
  const openers = dependents(tree, clause, 'mark', 'case').map((mark) => lemmaAt(tree, mark));
  const isDating = openers.some((lemma) => codebook.isWord('dating-prepositions', lemma));
  return openers.length > 0 && !isDating && tokenAt(tree, clause).feats.VerbForm !== 'Fin';
};

/** Does a dependent tell something else: a clause of time or reason, a relative clause, one more verb with "and"? */
const isOther = (tree: Tree, word: Word, lexicon: Lexicon): boolean => {
  const { deprel, upos } = tokenAt(tree, word);
  switch (universal(deprel)) {
    case 'parataxis':
    case 'dep':
      return true;
    case 'acl':
    case 'advcl':
      return upos === 'VERB' && !isGoverned(tree, word, lexicon);
    case 'conj':
      return upos === 'VERB';
    default:
      return false;
  }
};

/** The words of an event's clause: its trigger, what carries it, who does it, and what hangs on them, but for other clauses. */
const clauseWords = ({ site: { tree, trigger, object, carrier } }: Match, lexicon: Lexicon): ReadonlySet<Word> => {
  const holders = carrier === null ? deepSubjects(tree, trigger, lexicon) : [carrier.word, ...carrier.holders];
  const words = new Set<Word>();
  const open = [trigger, ...(object === null ? [] : [object]), ...holders];
  for (let word = open.pop(); word !== undefined; word = open.pop()) {
    if (words.has(word)) continue;
    words.add(word);
    open.push(...(tree.children[word] ?? []).filter((child) => !isOther(tree, child, lexicon)));
  }
  return words;
};

/** The contexts of PLOVER that the words of an event's own clause show, in the order of the codebook. */
export const contextsOf = (match: Match, lexicon: Lexicon): string[] => {
  const { tree } = match.site;
  const shown = new Set([...clauseWords(match, lexicon)].flatMap((word) => lexicon.contextsAt(tree, word)));
  return lexicon.codebook.contexts.map(({ id }) => id).filter((id) => shown.has(id));
};
