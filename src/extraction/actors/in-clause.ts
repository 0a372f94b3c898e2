import { ancestors, dependent, type ParsedSentence, type Tree, treeOf, universal } from '../../reading/index.ts';

/** The word whose place in its clause a word shares: the first of a coordination, what it is an apposition to. */
const leaderOf = (sentence: ParsedSentence | undefined, word: number): number => {
  const token = sentence?.tokens[word];
  const isMember = ['conj', 'appos', 'flat', 'nmod:desc'].includes(token?.deprel ?? '') && token !== undefined;
  return isMember && token.head < word && token.head >= 0 ? leaderOf(sentence, token.head) : word;
};

/** Relation of a word to its clause; a member of a coordination has that of the first. */
export const relationOf = (sentence: ParsedSentence | undefined, word: number): string =>
  universal(sentence?.tokens[leaderOf(sentence, word)]?.deprel ?? '');

const verbOf = (sentence: ParsedSentence | undefined, word: number): number =>
  sentence?.tokens[leaderOf(sentence, word)]?.head ?? -1;

/** Is a word the possessor of a noun ("her office", "Berg's office")? */
export const isOwner = (sentence: ParsedSentence | undefined, word: number): boolean =>
  sentence?.tokens[word]?.deprel === 'nmod:poss';

/** Is the candidate the subject of a clause that the pronoun stands in? */
export const commands = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  if (relationOf(sentence, candidate) !== 'nsubj') return false;
  const verb = verbOf(sentence, candidate);
  return verb >= 0 && ancestors(treeOf(sentence), pronoun).includes(verb);
};

/** Does the candidate own the subject of a clause that the pronoun stands in ("In her view, | Berg's | party lost")? */
export const ownsSubject = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  const owned = sentence.tokens[candidate]?.head ?? -1;
  return isOwner(sentence, candidate) && owned >= 0 && commands(sentence, pronoun, owned);
};

/** The subject of the nearest clause around a word that has one which is not the word itself. */
export const nearestSubject = (tree: Tree, word: number): number =>
  ancestors(tree, word)
    .map((verb) => dependent(tree, verb, 'nsubj'))
    .find((subject) => subject >= 0 && subject !== word) ?? -1;

/** Is a word the subject of its sentence? */
export const isMainSubject = (sentence: ParsedSentence | undefined, word: number): boolean => {
  const verb = verbOf(sentence, word);
  return relationOf(sentence, word) === 'nsubj' && sentence?.tokens[verb]?.deprel === 'root';
};

/** Do two words, in their sentences, stand in the same relation? */
export const isParallel = (
  there: ParsedSentence | undefined,
  word: number,
  own: ParsedSentence | undefined,
  pronoun: number,
): boolean => there?.tokens[leaderOf(there, word)]?.deprel === own?.tokens[leaderOf(own, pronoun)]?.deprel;

const CLOSING = new Set(['"', '”', "''", '’’']);
const OPENING = new Set(['"', '“', '``', '‘‘']);

/** Does a word stand between quotation marks that its sentence opens? */
export const isQuoted = ({ tokens }: ParsedSentence, word: number): boolean => {
  let open = false;
  for (const { text } of tokens.slice(0, word)) {
    if (open ? CLOSING.has(text) : OPENING.has(text)) open = !open;
  }
  return open;
};

/** Does a word stand in a source, or in the content, that an attribution tag marks? */
export const isInside = (sentence: ParsedSentence, role: 'source' | 'content', word: number): boolean =>
  sentence.attribution.some((tag) => tag.role === role && tag.first <= word && word <= tag.last);

/** Does a word stand in round brackets? */
export const isInBrackets = (sentence: ParsedSentence | undefined, word: number): boolean => {
  for (let at = word - 1; at >= 0; at -= 1) {
    const text = sentence?.tokens[at]?.text;
    if (text === '(' || text === ')') return text === '(';
  }
  return false;
};

/** How far the nearest of its mentions is in the tree of the sentence, and whether the pronoun stands below one. */
export const ofPath = (own: ParsedSentence, pronoun: number, heads: readonly number[]): Record<string, number> => {
  if (heads.length === 0) return {};
  const tree = treeOf(own);
  const above = [pronoun, ...ancestors(tree, pronoun)];
  const lengths = heads.map((head) => {
    const path = [head, ...ancestors(tree, head)];
    const up = path.findIndex((word) => above.includes(word));
    return up < 0 ? above.length + path.length : up + above.indexOf(path[up] ?? -1);
  });
  const owned = own.tokens[pronoun]?.head ?? -1;
  return {
    path: Math.log(1 + Math.min(...lengths)),
    belowIt: Number(heads.some((head) => above.includes(head))),
    andOwn: Number(
      isOwner(own, pronoun) && own.tokens[owned]?.deprel === 'conj' && heads.includes(own.tokens[owned]?.head ?? -1),
    ),
  };
};
