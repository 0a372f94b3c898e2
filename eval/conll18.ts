/** A word as the scorer compares it. Offsets count the characters of the text without white space. */
export interface ScoredWord {
  readonly start: number;
  readonly end: number;
  readonly multiword: boolean;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly feats: string;
  /** Index of the head among all words; -1 for a root. */
  readonly head: number;
  /** Universal relation, without subtype. */
  readonly deprel: string;
}

/** All words of a text, and the spans of its sentences. */
export interface ScoredText {
  readonly words: readonly ScoredWord[];
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
}

/** What a figure is counted from. */
export interface Counts {
  readonly right: number;
  readonly gold: number;
  readonly system: number;
}

/** F1 in per cent. */
export const f1 = ({ right, gold, system }: Counts): number =>
  gold + system === 0 ? 0 : (200 * right) / (gold + system);

type Pair = readonly [gold: number, system: number];

const longestCommon = (gold: readonly ScoredWord[], system: readonly ScoredWord[]): Pair[] => {
  const table = Array.from({ length: gold.length + 1 }, () => new Array<number>(system.length + 1).fill(0));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = gold.length - 1; i >= 0; i -= 1) {
    for (let j = system.length - 1; j >= 0; j -= 1) {
      const same = gold[i]?.form.toLowerCase() === system[j]?.form.toLowerCase();
      const row = table[i] ?? [];
      row[j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < gold.length && j < system.length; ) {
    if (gold[i]?.form.toLowerCase() === system[j]?.form.toLowerCase()) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
};

const multiwordEnd = (word: ScoredWord | undefined): number => (word?.multiword === true ? word.end : 0);

/** The stretch of words on both sides that multiword tokens tie together, from word `g` and `s` on. */
const tiedStretch = (gold: readonly ScoredWord[], system: readonly ScoredWord[], g: number, s: number): Pair => {
  let end = Math.max(multiwordEnd(gold[g]), multiwordEnd(system[s]));
  let [i, j] = [g, s];
  const isWithin = (word: ScoredWord | undefined): boolean => word !== undefined && word.start < end;
  while (isWithin(gold[i]) || isWithin(system[j])) {
    const fromGold = isWithin(gold[i]);
    end = Math.max(end, multiwordEnd(fromGold ? gold[i] : system[j]));
    if (fromGold) i += 1;
    else j += 1;
  }
  return [i, j];
};

const isTied = (a: ScoredWord, b: ScoredWord): boolean =>
  (a.multiword && a.start <= b.start && b.start < a.end) || (b.multiword && b.start <= a.start && a.start < b.end);

/** Words that stand for each other: the same characters, or, inside multiword tokens, the longest common run of forms. */
export const alignWords = (gold: readonly ScoredWord[], system: readonly ScoredWord[]): Pair[] => {
  const pairs: Pair[] = [];
  let [g, s] = [0, 0];
  while (g < gold.length && s < system.length) {
    const a = gold[g] as ScoredWord;
    const b = system[s] as ScoredWord;
    const tied = isTied(a, b);
    const same = a.start === b.start && a.end === b.end;
    const [toG, toS] = tied
      ? tiedStretch(gold, system, g, s)
      : [g + Number(same || a.start <= b.start), s + Number(same || a.start > b.start)];
    if (tied) for (const [i, j] of longestCommon(gold.slice(g, toG), system.slice(s, toS))) pairs.push([g + i, s + j]);
    else if (same) pairs.push([g, s]);
    [g, s] = [toG, toS];
  }
  return pairs;
};

/** The figures of the CoNLL 2018 shared task that are kept. */
export type Conll18 = Readonly<Record<'sentences' | 'words' | 'upos' | 'feats' | 'lemmas' | 'uas' | 'las', Counts>>;

/** Scores a system's text against gold (Zeman et al. 2018): both must hold the same characters but for white space. */
export const scoreConll18 = (gold: ScoredText, system: ScoredText): Conll18 => {
  const pairs = alignWords(gold.words, system.words);
  const toGold = new Map(pairs.map(([g, s]) => [s, g]));
  const count = (isRight: (a: ScoredWord, b: ScoredWord) => boolean): Counts => ({
    right: pairs.filter(([g, s]) => isRight(gold.words[g] as ScoredWord, system.words[s] as ScoredWord)).length,
    gold: gold.words.length,
    system: system.words.length,
  });
  const sameHead = (a: ScoredWord, b: ScoredWord): boolean =>
    a.head < 0 || b.head < 0 ? a.head < 0 && b.head < 0 : toGold.get(b.head) === a.head;
  const key = (span: { start: number; end: number }): string => `${span.start}-${span.end}`;
  const spans = new Set(gold.sentences.map(key));
  return {
    sentences: {
      right: system.sentences.filter((span) => spans.has(key(span))).length,
      gold: gold.sentences.length,
      system: system.sentences.length,
    },
    words: count(() => true),
    upos: count((a, b) => a.upos === b.upos),
    feats: count((a, b) => a.feats === b.feats),
    lemmas: count((a, b) => a.lemma === b.lemma || a.lemma === '_'),
    uas: count(sameHead),
    las: count((a, b) => sameHead(a, b) && a.deprel === b.deprel),
  };
};

/** The sum of counts over documents. */
export const addCounts = (a: Conll18, b: Conll18): Conll18 => {
  const add = (name: keyof Conll18): Counts => ({
    right: a[name].right + b[name].right,
    gold: a[name].gold + b[name].gold,
    system: a[name].system + b[name].system,
  });
  return {
    sentences: add('sentences'),
    words: add('words'),
    upos: add('upos'),
    feats: add('feats'),
    lemmas: add('lemmas'),
    uas: add('uas'),
    las: add('las'),
  };
};
