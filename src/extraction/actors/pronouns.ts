import type { Codebook } from '../../codebook/index.ts';
import { ancestors, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import type { Description } from './describe.ts';
import type { Entry } from './roster.ts';

/** A mention of an actor already settled, where it stands. */
export interface Settled {
  readonly sentence: number;
  readonly head: number;
  readonly entry: Entry;
}

const SENTENCES_BACK = 3;

/** How much a place in its sentence makes an actor the topic: subjects first, then objects, then the rest. */
const prominence = (sentence: ParsedSentence | undefined, head: number): number => {
  const token = sentence?.tokens[head];
  const relation = universal(token?.deprel ?? '');
  if (relation === 'conj' && token !== undefined && token.head !== head) return prominence(sentence, token.head);
  if (relation === 'nsubj') return 3;
  if (relation === 'obj' || relation === 'iobj') return 1.5;
  return relation === 'nmod' ? 0.5 : 1;
};

const inQuotes = (sentence: ParsedSentence, word: number): boolean => {
  const marks = sentence.tokens.slice(0, word).filter((token) => /^["\u201C\u201D]$/.test(token.text)).length;
  return marks % 2 === 1;
};

/** Is `candidate` barred because it is a co-argument of the pronoun's own verb ("Bolton told him": him ≠ Bolton)? */
const isCoArgument = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  const [own, other] = [sentence.tokens[pronoun], sentence.tokens[candidate]];
  if (own === undefined || other === undefined || own.feats.Reflex === 'Yes' || own.deprel === 'nmod:poss')
    return false;
  return own.head === other.head;
};

/** Does the word stand inside the phrase or clause that the candidate heads? Then it cannot be its antecedent from outside. */
const isAbove = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean =>
  ancestors(treeOf(sentence), pronoun).includes(candidate) && sentence.tokens[pronoun]?.deprel !== 'nmod:poss';

interface Scored {
  readonly entry: Entry;
  readonly score: number;
}

const score = (sentences: readonly ParsedSentence[], description: Description, settled: Settled): number => {
  const { sentence, head } = description.phrase;
  const back = sentence - settled.sentence;
  const own = sentences[sentence];
  if (back === 0 && own !== undefined) {
    if (settled.head >= head || isCoArgument(own, head, settled.head) || isAbove(own, head, settled.head)) return 0;
    return prominence(own, settled.head) * 1.5;
  }
  return (prominence(sentences[settled.sentence], settled.head) * 1.2) / back;
};

type Gender = 'Masc' | 'Fem';

const genderOf = (codebook: Codebook, pronoun: string): Gender | undefined => {
  if (codebook.isWord('he', pronoun)) return 'Masc';
  return codebook.isWord('she', pronoun) ? 'Fem' : undefined;
};

const isCandidate = (description: Description, settled: Settled, gender: Gender): boolean => {
  const { entry } = settled;
  const isNear = description.phrase.sentence - settled.sentence <= SENTENCES_BACK;
  return isNear && entry.best.kind === 'person' && (entry.gender ?? gender) === gender;
};

/** Candidates with their best score; being mentioned again adds a little. */
const rank = (
  sentences: readonly ParsedSentence[],
  description: Description,
  candidates: readonly Settled[],
): Scored[] => {
  const own = sentences[description.phrase.sentence];
  const quoted = own !== undefined && inQuotes(own, description.phrase.head);
  const best = new Map<number, Scored>();
  for (const settled of candidates) {
    const isOwn = settled.sentence === description.phrase.sentence;
    const points = score(sentences, description, settled) * (quoted && isOwn ? 0.7 : 1);
    const known = best.get(settled.entry.number)?.score ?? 0;
    const again = known > 0 && points > 0 ? 0.2 : 0;
    best.set(settled.entry.number, { entry: settled.entry, score: Math.max(known, points) + again });
  }
  return [...best.values()].filter((each) => each.score > 0).sort((a, b) => b.score - a.score);
};

/**
 * The person that "he" or "she" refers to, out of those mentioned in this sentence and the three before it; undefined where
 * two are as likely. A candidate whose gender the text settles otherwise is out.
 */
export const resolvePronoun = (
  codebook: Codebook,
  sentences: readonly ParsedSentence[],
  description: Description,
  before: readonly Settled[],
): Entry | undefined => {
  const gender = genderOf(codebook, description.name);
  if (gender === undefined) return undefined;
  const candidates = before.filter((settled) => isCandidate(description, settled, gender));
  const [best, second] = rank(sentences, description, candidates);
  if (best === undefined || (second !== undefined && second.score > best.score * 0.9)) return undefined;
  best.entry.gender ??= gender;
  return best.entry;
};

/** The word that a relative pronoun stands for: the head of the clause's noun. */
export const antecedentOf = (sentence: ParsedSentence, word: number): number | undefined => {
  const tree = treeOf(sentence);
  const clause = [word, ...ancestors(tree, word)].find(
    (each) => universal(sentence.tokens[each]?.deprel ?? '') === 'acl',
  );
  const head = clause === undefined ? undefined : sentence.tokens[clause]?.head;
  return head !== undefined && head >= 0 ? head : undefined;
};
