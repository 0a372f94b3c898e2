import { ancestors, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import type { Description } from './describe.ts';
import type { Entry } from './roster.ts';

/** A mention of an actor already settled, where it stands. */
export interface Settled {
  readonly sentence: number;
  readonly head: number;
  readonly entry: Entry;
}

const SINGULAR: Readonly<Record<string, 'Masc' | 'Fem'>> = {
  he: 'Masc',
  him: 'Masc',
  his: 'Masc',
  himself: 'Masc',
  she: 'Fem',
  her: 'Fem',
  hers: 'Fem',
  herself: 'Fem',
};
const SENTENCES_BACK = 3;

/** How much a place in its sentence makes an actor the topic: subjects first, then objects, then the rest. */
const prominence = (sentence: ParsedSentence | undefined, head: number): number => {
  const relation = universal(sentence?.tokens[head]?.deprel ?? '');
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

/**
 * The person that "he" or "she" refers to, out of those mentioned in this sentence and the three before it; undefined where
 * two are as likely. A candidate whose gender the text settles otherwise is out.
 */
export const resolvePronoun = (
  sentences: readonly ParsedSentence[],
  description: Description,
  before: readonly Settled[],
): Entry | undefined => {
  const gender = SINGULAR[description.name.toLowerCase()];
  if (gender === undefined) return undefined;
  const own = sentences[description.phrase.sentence];
  const quoted = own !== undefined && inQuotes(own, description.phrase.head);
  const totals = new Map<number, Scored>();
  for (const settled of before) {
    const { entry } = settled;
    const back = description.phrase.sentence - settled.sentence;
    if (entry.best.kind !== 'person' || back > SENTENCES_BACK) continue;
    if (entry.gender !== undefined && entry.gender !== gender) continue;
    const points = score(sentences, description, settled) * (quoted && back === 0 ? 0.7 : 1);
    const known = totals.get(entry.number)?.score ?? 0;
    totals.set(entry.number, { entry, score: Math.max(known, points) + (known > 0 && points > 0 ? 0.2 : 0) });
  }
  const [best, second] = [...totals.values()].filter((each) => each.score > 0).sort((a, b) => b.score - a.score);
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
