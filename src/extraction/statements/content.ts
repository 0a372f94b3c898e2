import type { Codebook, Cue } from '../../codebook/index.ts';
import {
  ancestors,
  dependent,
  dependents,
  type ParsedSentence,
  subtree,
  treeOf,
  universal,
} from '../../reading/index.ts';

/** Content as words of the cue's own sentence, with the frame that found it. */
export interface FoundContent {
  readonly frame: string;
  readonly words: readonly number[];
  /** The party addressed or accused, where the frame has one. */
  readonly party: number | null;
}

const isVerbal = (sentence: ParsedSentence, word: number): boolean => {
  const token = sentence.tokens[word];
  return token?.upos === 'VERB' || token?.upos === 'AUX' || dependent(treeOf(sentence), word, 'cop') >= 0;
};

/** CASE 1: a clause below the cue ("said that …"), or direct speech before it; of two the one behind ("Asked whether …, he said: …"). */
const clauseBelow = (sentence: ParsedSentence, cue: number): number[] | undefined => {
  const clauses = dependents(treeOf(sentence), cue, 'ccomp', 'csubj');
  const clause = clauses.find((word) => word > cue) ?? clauses[0];
  return clause === undefined ? undefined : subtree(treeOf(sentence), clause);
};

/** CASE 2: the cue hangs on its content ("X will go, he said"; "He, she said, will go"): all of that but the cue's own words. */
const clauseAbove = (sentence: ParsedSentence, cue: number): number[] | undefined => {
  const token = sentence.tokens[cue];
  if (token === undefined || token.head < 0) return undefined;
  if (universal(token.deprel) !== 'parataxis' && universal(token.deprel) !== 'discourse') return undefined;
  // "Otto Lind, asked about the vote, said …": a cue without a subject asks nothing of the clause it stands in.
  if (dependent(treeOf(sentence), cue, 'nsubj', 'obl:agent', 'expl') < 0) return undefined;
  // "The Latest: Berg urges calm": what stands before a colon is a heading of the cue's own clause.
  const isHeading = sentence.tokens.some(({ text }, word) => text === ':' && token.head < word && word < cue);
  return isHeading ? undefined : subtree(treeOf(sentence), token.head, (word) => word === cue);
};

/** CASE 3: direct speech joined loosely below the cue ("He said: We go."). */
const clauseBeside = (sentence: ParsedSentence, cue: number): number[] | undefined => {
  const tree = treeOf(sentence);
  const beside = dependents(tree, cue, 'parataxis').find((word) => word > cue && isVerbal(sentence, word));
  if (beside === undefined) return undefined;
  // A semicolon begins another matter ("The rivals agreed; the markets rose").
  const isOther = sentence.tokens.some(({ text }, word) => text === ';' && cue < word && word < beside);
  return isOther ? undefined : subtree(tree, beside);
};

/** CASE 4: an infinitive ("promised to go"), also below the party asked ("urged Cuba to go"). */
const infinitive = (sentence: ParsedSentence, cue: number): number[] | undefined => {
  const tree = treeOf(sentence);
  const isTo = (word: number): boolean =>
    dependents(tree, word, 'mark').some((mark) => sentence.tokens[mark]?.lemma === 'to');
  const party = dependents(tree, cue, 'obj', 'iobj', 'obl').filter((word) => word > cue);
  const below = [
    ...dependents(tree, cue, 'xcomp', 'ccomp', 'advcl'),
    ...party.flatMap((word) => dependents(tree, word, 'acl', 'advcl')),
  ];
  const clause = below.find((word) => word > cue && isTo(word));
  return clause === undefined ? undefined : subtree(tree, clause);
};

/** CASE 5: a gerund ("denied moving its troops"). */
const gerund = (sentence: ParsedSentence, cue: number): number[] | undefined => {
  const clause = dependents(treeOf(sentence), cue, 'xcomp', 'ccomp').find(
    (word) => word > cue && sentence.tokens[word]?.feats.VerbForm === 'Ger',
  );
  return clause === undefined ? undefined : subtree(treeOf(sentence), clause);
};

/** CASE 6: a phrase or clause with a preposition ("accused Russia of …", "warned against …", "called for …"). */
const prepositional = (sentence: ParsedSentence, cue: number, preposition: string): number[] | undefined => {
  const tree = treeOf(sentence);
  const marked = (word: number): number | undefined =>
    dependents(tree, word, 'case', 'mark').find((mark) => sentence.tokens[mark]?.lemma === preposition);
  const below = [...dependents(tree, cue, 'obl', 'advcl', 'nmod', 'xcomp', 'ccomp')].find(
    (word) => word > cue && marked(word) !== undefined,
  );
  if (below === undefined) return undefined;
  const mark = marked(below) ?? below;
  const words = subtree(tree, below);
  return mark === cue + 1 ? words.filter((word) => word !== mark) : words;
};

/** The noun that a relative pronoun stands for ("the strike | that | she threatened"), or the word itself. */
const antecedent = (sentence: ParsedSentence, cue: number, word: number): number[] => {
  const tree = treeOf(sentence);
  const clause = sentence.tokens[cue];
  const isRelative = sentence.tokens[word]?.feats.PronType === 'Rel' && clause?.deprel === 'acl:relcl';
  return isRelative ? subtree(tree, clause.head, (below) => below === cue) : subtree(tree, word);
};

/**
 * The word for an utterance that a cue is about without a pronoun for it: "…, | a charge | the ministry denied", also where the
 * parser takes it for one more subject.
 */
export const utteranceAbove = (codebook: Codebook, sentence: ParsedSentence, cue: number): number => {
  const tree = treeOf(sentence);
  const token = sentence.tokens[cue];
  const subjects = dependents(tree, cue, 'nsubj');
  const isOpen = dependents(tree, cue, 'obj', 'ccomp', 'xcomp', 'aux:pass').length === 0;
  if (token === undefined || !isOpen || subjects.some((word) => sentence.tokens[word]?.feats.PronType === 'Rel'))
    return -1;
  const [above = -1] = subjects.length > 1 ? subjects : token.deprel === 'acl:relcl' ? [token.head] : [];
  return subjects.length > 0 && codebook.isWord('utterances', sentence.tokens[above]?.lemma) ? above : -1;
};

/** CASE 7: the thing itself ("denied the report"), with what its particle adds ("put | the number at 60,000"). */
const objectBelow = (sentence: ParsedSentence, cue: number, particles: readonly string[]): number[] | undefined => {
  const tree = treeOf(sentence);
  const object = dependent(tree, cue, 'obj', 'nsubj:pass');
  if (object < 0) return undefined;
  const more = dependents(tree, cue, 'obl', 'advcl').find(
    (word) =>
      word > object &&
      dependents(tree, word, 'case').some((mark) => ['as', ...particles].includes(sentence.tokens[mark]?.lemma ?? '')),
  );
  const own = antecedent(sentence, cue, object);
  return more === undefined ? own : [...own, ...subtree(tree, more)];
};

/** A quotation mark that is a word of its own. */
export const QUOTE = /^(?:["\u201C\u201D\u2018\u2019']|``|'')$/;

/** CASE 8: an object and what it is called ("called the law a disgrace", "described it as a win"). */
const complement = (sentence: ParsedSentence, cue: number): number[] | undefined => {
  const tree = treeOf(sentence);
  const object = dependent(tree, cue, 'obj', 'nsubj:pass');
  const isAs = (word: number): boolean =>
    dependents(tree, word, 'case', 'mark').some((mark) => sentence.tokens[mark]?.lemma === 'as');
  const isInfinitive = (word: number): boolean =>
    dependents(tree, word, 'mark').some((mark) => sentence.tokens[mark]?.lemma === 'to');
  const called =
    dependents(tree, cue, 'xcomp', 'ccomp').find((word) => word > cue && !isInfinitive(word)) ??
    dependents(tree, cue, 'obl', 'advcl').find(isAs) ??
    dependents(tree, object, 'appos', 'amod').find(
      (word) => word > object && QUOTE.test(sentence.tokens[word - 1]?.text ?? ''),
    );
  if (called === undefined) return undefined;
  const own = object >= 0 && object > cue ? subtree(tree, object) : [];
  return [...new Set([...own, ...subtree(tree, called)])].sort((a, b) => a - b);
};

const partyOf = (
  codebook: Codebook,
  sentence: ParsedSentence,
  cue: number,
  words: readonly number[],
  particles: readonly string[],
): number | null => {
  const tree = treeOf(sentence);
  const object = dependents(tree, cue, 'iobj', 'obj', 'nsubj:pass').find((word) => !words.includes(word));
  if (object !== undefined) return object;
  const addressed = dependents(tree, cue, 'obl').find((word) =>
    dependents(tree, word, 'case').some((mark) => {
      const lemma = sentence.tokens[mark]?.lemma ?? '';
      return codebook.isWord('party-prepositions', lemma) || particles.includes(lemma);
    }),
  );
  return addressed !== undefined && !words.includes(addressed) ? addressed : null;
};

const byFrame = (
  sentence: ParsedSentence,
  cue: number,
  frame: string,
  particles: readonly string[],
): number[] | undefined => {
  if (frame === 'clause')
    return clauseBelow(sentence, cue) ?? clauseAbove(sentence, cue) ?? clauseBeside(sentence, cue);
  if (frame === 'infinitive') return infinitive(sentence, cue);
  if (frame === 'gerund') return gerund(sentence, cue);
  if (frame === 'object') return objectBelow(sentence, cue, particles);
  if (frame === 'complement') return complement(sentence, cue);
  return prepositional(sentence, cue, frame);
};

/** The content of a cue: the first of its frames that the sentence fills. */
export const contentOf = (
  codebook: Codebook,
  sentence: ParsedSentence,
  cue: number,
  entry: Pick<Cue, 'frames' | 'party'> & Partial<Pick<Cue, 'particles'>>,
): FoundContent | undefined => {
  const utterance = entry.frames.includes('object') ? utteranceAbove(codebook, sentence, cue) : -1;
  if (utterance >= 0) {
    const words = subtree(
      treeOf(sentence),
      utterance,
      (word) => word === cue || sentence.tokens[word]?.upos === 'PUNCT',
    );
    return { frame: 'object', words, party: null };
  }
  for (const frame of entry.frames) {
    const words = byFrame(sentence, cue, frame, entry.particles ?? []);
    if (words === undefined || words.length === 0) continue;
    const own = words.filter(
      (word) => word !== cue && !(frame === 'clause' && ancestors(treeOf(sentence), word).length === 0 && word === cue),
    );
    // The object of such a frame is what is said, even where a relative pronoun stands for it.
    const said = frame === 'object' ? [...own, dependent(treeOf(sentence), cue, 'obj')] : own;
    return {
      frame,
      words: own,
      party: entry.party ? partyOf(codebook, sentence, cue, said, entry.particles ?? []) : null,
    };
  }
  return undefined;
};
