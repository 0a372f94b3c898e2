import {
  dependents,
  hasRelation,
  type ParsedSentence,
  type ParsedToken,
  subtree,
  treeOf,
} from '../../reading/index.ts';

/**
 * When a clause places what it tells; `planned` is what was ahead when it was spoken of ("agreed to leave in February"), `due`
 * what was to be ("were to meet on Friday"): by now it may be over.
 */
export type Tense = 'past' | 'present' | 'future' | 'planned' | 'due' | 'unknown';

/** Does a clause look ahead, from now or from then? */
export const looksAhead = (tense: Tense): boolean => tense === 'future' || tense === 'planned' || tense === 'due';

/** Words that give a clause its time, from the codebook. */
export interface TenseWords {
  /** Auxiliaries that look ahead: will, shall, may … */
  readonly ahead: ReadonlySet<string>;
  /** Verbs, adjectives and nouns whose infinitive lies ahead: plan, expect, likely … */
  readonly plan: ReadonlySet<string>;
  /** Those that place their own time ahead when passive: scheduled, due, set … */
  readonly arranged: ReadonlySet<string>;
  /** Auxiliaries that place a clause in the past whatever their own tense: have. */
  readonly perfect: ReadonlySet<string>;
  /** What marks an infinitive: to. */
  readonly infinitive: ReadonlySet<string>;
  /** Auxiliaries that look ahead unless something denies them: could. */
  readonly open: ReadonlySet<string>;
  /** What denies: not, neither, nobody … */
  readonly denier: ReadonlySet<string>;
  /** What makes the infinitive of a noun one that happened: "the first to …". */
  readonly rank: ReadonlySet<string>;
  /** What opens a condition: if, unless. */
  readonly condition: ReadonlySet<string>;
  /** Verbs whose object lies ahead: "planned a march on Monday". */
  readonly planner: ReadonlySet<string>;
}

const CLAUSE_LIMIT = 12;

const auxiliaryTense = (auxiliaries: readonly ParsedToken[], words: TenseWords): Tense | undefined => {
  if (auxiliaries.some((token) => words.ahead.has(token.text.toLowerCase()))) return 'future';
  if (auxiliaries.some((token) => words.perfect.has(token.lemma) || token.feats.Tense === 'Past')) return 'past';
  return auxiliaries.length > 0 ? 'present' : undefined;
};

const isPredicate = (sentence: ParsedSentence, index: number): boolean => {
  const token = sentence.tokens[index];
  if (token === undefined) return false;
  if (token.upos === 'VERB' || token.upos === 'AUX') return true;
  return dependents(treeOf(sentence), index, 'cop', 'aux').length > 0 || isMistaggedVerb(sentence, index);
};

/** "The League | plans | to march": a verb that was taken for a noun has a subject and an infinitive. */
const isMistaggedVerb = (sentence: ParsedSentence, index: number): boolean =>
  dependents(treeOf(sentence), index, 'nsubj').length > 0 && dependents(treeOf(sentence), index, 'xcomp').length > 0;

const isArranged = (token: ParsedToken, words: TenseWords): boolean =>
  words.arranged.has(token.lemma.toLowerCase()) && (token.upos !== 'VERB' || token.feats.VerbForm === 'Part');

/** The tense that a verb's own form shows; undefined where it shows none. */
const formTense = ({ feats }: ParsedToken): Tense | undefined => {
  if (feats.VerbForm === 'Ger') return undefined;
  if (feats.Tense === 'Past') return 'past';
  return feats.VerbForm !== 'Part' && feats.Tense === 'Pres' ? 'present' : undefined;
};

/** An infinitive looks ahead from words that plan, and where it hangs on a noun or on nothing; else the clause above decides. */
const infinitiveTense = (sentence: ParsedSentence, token: ParsedToken, words: TenseWords): Tense | undefined => {
  const governor = sentence.tokens[token.head];
  if (governor === undefined) return 'future';
  if (hasRelation(token.deprel, ['acl'])) return isRanked(sentence, token.head, words) ? undefined : 'future';
  if (!words.plan.has(governor.lemma.toLowerCase())) return undefined;
  return formTense(governor) === 'past' && governor.upos === 'VERB' && !isArranged(governor, words)
    ? 'planned'
    : 'future';
};

/** "the first three countries | to join": who is ranked by what they did. */
const isRanked = (sentence: ParsedSentence, noun: number, words: TenseWords): boolean =>
  [noun, ...dependents(treeOf(sentence), noun, 'amod')].some((each) =>
    words.rank.has(sentence.tokens[each]?.lemma.toLowerCase() ?? ''),
  );

/** "could be reached": open, or where something denies it, over. */
const openTense = (sentence: ParsedSentence, index: number, words: TenseWords): Tense | undefined => {
  const tree = treeOf(sentence);
  const isWord = (child: number, set: ReadonlySet<string>): boolean =>
    set.has(sentence.tokens[child]?.text.toLowerCase() ?? '');
  if (!dependents(tree, index, 'aux').some((child) => isWord(child, words.open))) return undefined;
  // "Neither | she nor her aides' families | could be reached": the word that denies may stand deep in the subject.
  const near = [
    ...dependents(tree, index, 'nsubj').flatMap((subject) => subtree(tree, subject)),
    ...dependents(tree, index, 'advmod', 'det', 'cc', 'cc:preconj'),
  ];
  return near.some((child) => isWord(child, words.denier)) ? 'past' : 'future';
};

/** "planned a march on Monday": what somebody plans lies ahead, whenever they do it. */
const isPlanning = (sentence: ParsedSentence, index: number, words: TenseWords): boolean => {
  const token = sentence.tokens[index];
  if (token === undefined || token.upos !== 'VERB' || token.feats.VerbForm === 'Part') return false;
  return words.planner.has(token.lemma.toLowerCase()) && dependents(treeOf(sentence), index, 'obj').length > 0;
};

/** "the slated visit in September": a noun that is said to lie ahead. */
const isPlannedNoun = (sentence: ParsedSentence, index: number, words: TenseWords): boolean =>
  sentence.tokens[index]?.upos === 'NOUN' &&
  dependents(treeOf(sentence), index, 'amod').some((child) => {
    const token = sentence.tokens[child];
    return words.arranged.has(token?.text.toLowerCase() ?? '') || words.arranged.has(token?.lemma.toLowerCase() ?? '');
  });

/** "were | to meet": a form of "be" and an infinitive. */
const isDue = (sentence: ParsedSentence, index: number, words: TenseWords): boolean => {
  const tree = treeOf(sentence);
  const lemmas = (relation: string): string[] =>
    dependents(tree, index, relation).map((child) => sentence.tokens[child]?.lemma.toLowerCase() ?? '');
  const isToBe = lemmas('aux').some((lemma) => words.plan.has(lemma) && !words.perfect.has(lemma));
  return isToBe && lemmas('mark').some((lemma) => words.infinitive.has(lemma));
};

/** "would retaliate if they | attacked | before May": a past form in the condition of what lies ahead does so too. */
const isUnderOpenCondition = (sentence: ParsedSentence, index: number, words: TenseWords): boolean => {
  const tree = treeOf(sentence);
  const token = sentence.tokens[index];
  if (token === undefined || !hasRelation(token.deprel, ['advcl'])) return false;
  const isText = (word: number, set: ReadonlySet<string>): boolean =>
    set.has(sentence.tokens[word]?.text.toLowerCase() ?? '');
  const opens = dependents(tree, index, 'mark').some((child) => isText(child, words.condition));
  return opens && dependents(tree, token.head, 'aux').some((child) => isText(child, words.ahead));
};

/** What a predicate's helpers, conditions and arrangements make of its time, before its own form is asked. */
const outerTense = (
  sentence: ParsedSentence,
  index: number,
  isSubject: boolean,
  words: TenseWords,
): Tense | undefined => {
  const token = sentence.tokens[index];
  const helpers = dependents(treeOf(sentence), index, 'aux', 'cop').flatMap((child) => sentence.tokens[child] ?? []);
  const own = auxiliaryTense(helpers, words);
  if (token === undefined) return own;
  if (own === undefined && token.upos === 'NOUN' && words.plan.has(token.lemma.toLowerCase())) return 'future';
  if (own === 'past' && isDue(sentence, index, words)) return 'due';
  if (isUnderOpenCondition(sentence, index, words)) return 'future';
  // What an arrangement looks ahead to stands behind it: "is planned for Friday", but not "Friday's attack was planned".
  const isAhead = !isSubject && (isArranged(token, words) || isPlanning(sentence, index, words));
  return own === 'future' || isAhead ? 'future' : (openTense(sentence, index, words) ?? own);
};

/** The tense of one predicate; undefined where the clause above it decides. */
const predicateTense = (
  sentence: ParsedSentence,
  index: number,
  isSubject: boolean,
  words: TenseWords,
): Tense | undefined => {
  const token = sentence.tokens[index];
  const outer = outerTense(sentence, index, isSubject, words);
  if (token === undefined || outer !== undefined) return outer;
  const marks = dependents(treeOf(sentence), index, 'mark').flatMap((child) => sentence.tokens[child] ?? []);
  const isMarked = marks.some((mark) => words.infinitive.has(mark.lemma));
  const isInfinitive = token.feats.VerbForm === 'Inf' || isMarked;
  // The subjunctive of what is asked for: "demanded that he resign".
  if (isInfinitive && !isMarked && marks.length > 0 && hasRelation(token.deprel, ['ccomp'])) return 'future';
  return isInfinitive ? infinitiveTense(sentence, token, words) : formTense(token);
};

/** The tense of the clause that a word belongs to: its own predicate's, or where that has none, of the clause above. */
export const clauseTense = (sentence: ParsedSentence, word: number, words: TenseWords): Tense => {
  let index = word;
  let isSubject = false;
  for (let steps = 0; index >= 0 && steps < CLAUSE_LIMIT; steps += 1) {
    const tense = isPredicate(sentence, index) ? predicateTense(sentence, index, isSubject, words) : undefined;
    if (tense !== undefined) return tense;
    if (steps > 0 && isPlannedNoun(sentence, index, words)) return 'future';
    const token = sentence.tokens[index];
    isSubject = hasRelation(token?.deprel ?? '', ['nsubj', 'csubj']);
    index = token?.head ?? -1;
  }
  return 'unknown';
};

/** The lemma of the verb (or copular predicate) that a word's clause is built on. */
export const clausePredicate = (sentence: ParsedSentence, word: number): string | undefined => {
  let index = word;
  for (let steps = 0; index >= 0 && steps < CLAUSE_LIMIT; steps += 1) {
    if (isPredicate(sentence, index)) return sentence.tokens[index]?.lemma.toLowerCase();
    index = sentence.tokens[index]?.head ?? -1;
  }
  return undefined;
};
