import { dependents, type ParsedToken, type Tree } from '../../reading/index.ts';

/** Index of a word in its sentence. */
export type Word = number;

const NONE: ParsedToken = {
  start: 0,
  end: 0,
  text: '',
  lemma: '',
  upos: 'X',
  feats: {},
  head: -1,
  deprel: 'root',
};

/** The token of a word; an empty one where there is none. */
export const tokenAt = (tree: Tree, word: Word): ParsedToken => tree.sentence.tokens[word] ?? NONE;

/** The dictionary form of a word, lower case. */
export const lemmaAt = (tree: Tree, word: Word): string => {
  const token = tokenAt(tree, word);
  return (token.lemma || token.text).toLowerCase();
};

const ENDINGS: readonly (readonly [ending: string, instead: readonly string[]])[] = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['ing', ['', 'e']],
  ['ed', ['', 'e']],
  ['es', ['', 'e']],
  ['s', ['']],
];

const undoubled = (form: string): string => (/([^aeiou])\1$/.test(form) ? form.slice(0, -1) : form);

/**
 * The dictionary forms that a word may have: the one that reading gives, then regular guesses from its letters, since reading
 * errs on rare words (`denounced` → denounce, denounc).
 */
export const lemmasAt = (tree: Tree, word: Word): readonly string[] => {
  const text = tokenAt(tree, word).text.toLowerCase();
  const found = ENDINGS.find(([ending]) => text.length > ending.length + 2 && text.endsWith(ending));
  if (found === undefined) return [lemmaAt(tree, word), text];
  const stem = text.slice(0, -found[0].length);
  const guesses = found[1].map((instead) => stem + instead);
  return [lemmaAt(tree, word), text, ...guesses, undoubled(stem)];
};

/** "called | for | Norland to help": the preposition before a noun where it was read as opening the clause behind. */
const markBefore = (tree: Tree, word: Word): string => {
  if (!/^(?:obl|nmod)$/.test(tokenAt(tree, word).deprel)) return '';
  const first = Math.min(word, ...(tree.children[word] ?? []));
  const { text, upos, deprel, head } = tokenAt(tree, first - 1);
  return (upos === 'ADP' || upos === 'SCONJ') && deprel === 'mark' && head > word ? text.toLowerCase() : '';
};

/** The preposition before a noun, with all its words: "because of", "against"; empty if it has none. */
export const prepositionOf = (tree: Tree, word: Word): string => {
  const [first] = dependents(tree, word, 'case').filter((child) => tokenAt(tree, child).text !== "'s");
  if (first === undefined) return markBefore(tree, word);
  const rest = dependents(tree, first, 'fixed').map((child) => tokenAt(tree, child).text.toLowerCase());
  return [tokenAt(tree, first).text.toLowerCase(), ...rest].join(' ');
};

/** The words that open a clause: "if", "because", "to", "of" before a gerund. */
export const markersOf = (tree: Tree, word: Word): string[] =>
  dependents(tree, word, 'mark', 'case').map((child) => lemmaAt(tree, child));

/** A word with the words joined to it by "and" or "or". */
export const withConjuncts = (tree: Tree, word: Word): Word[] => [word, ...dependents(tree, word, 'conj')];

/** Does the word head a clause: a verb, or a predicate with a copula? */
export const isClause = (tree: Tree, word: Word): boolean => {
  const token = tokenAt(tree, word);
  return token.upos === 'VERB' || dependents(tree, word, 'cop', 'nsubj').length > 0;
};

const PASSIVE_MARKS = ['nsubj:pass', 'aux:pass', 'obl:agent'] as const;

/** Is the verb passive: "was jailed", "jailed by", "the jailed man"? */
export const isPassive = (tree: Tree, word: Word): boolean => {
  const token = tokenAt(tree, word);
  const marked = (tree.children[word] ?? []).some((child) =>
    PASSIVE_MARKS.some((mark) => tokenAt(tree, child).deprel === mark),
  );
  if (marked) return true;
  const participle = token.feats.VerbForm === 'Part' && token.feats.Tense !== 'Pres';
  const bare = dependents(tree, word, 'aux', 'nsubj').length === 0;
  if (token.deprel === 'conj' && participle && bare && token.head >= 0) return isPassive(tree, token.head);
  return participle && bare && /^(?:acl|amod|advcl)/.test(token.deprel);
};

/** The words before a clause, particles included: "talked him | out of | resigning". */
const openersOf = (tree: Tree, clause: Word): string[] =>
  dependents(tree, clause, 'mark', 'advmod')
    .filter((mark) => mark < clause)
    .flatMap((mark) => [mark, ...dependents(tree, mark, 'fixed')])
    .map((mark) => tokenAt(tree, mark).text.toLowerCase());

/** Does a phrase end at this word, however its words are joined: "air strike", "air-strike"? */
export const endsPhrase = (tree: Tree, word: Word, phrase: readonly string[]): boolean => {
  let at = word;
  return phrase.toReversed().every((part) => {
    if (tokenAt(tree, at).text === '-') at -= 1;
    const found = lemmasAt(tree, at).includes(part);
    at -= 1;
    return found;
  });
};

/** Does the phrase stand at this word: its last word here, those before it beside it or hanging on it as particles? Dates are no part of it. */
export const matchesPhrase = (
  tree: Tree,
  word: Word,
  phrase: readonly string[],
  isDate: (lemma: string) => boolean = () => false,
): boolean => {
  const [first = '', ...rest] = phrase;
  if (tokenAt(tree, word).upos === 'VERB') {
    if (!lemmasAt(tree, word).includes(first)) return false;
    const all = dependents(tree, word, 'compound:prt', 'advmod', 'case', 'xcomp', 'advcl', 'obj', 'obl');
    const behind = all.filter((child) => child > word || tokenAt(tree, child).feats.PronType === 'Rel');
    const near = behind.filter((child) => tokenAt(tree, child).deprel !== 'obl' || !isDate(lemmaAt(tree, child)));
    const before = near.flatMap((child) => [...prepositionOf(tree, child).split(' '), ...openersOf(tree, child)]);
    return rest.every(
      (part) => before.includes(part) || near.some((child) => tokenAt(tree, child).text.toLowerCase() === part),
    );
  }
  return endsPhrase(tree, word, phrase);
};
