import { type Document, datelineSpan, findQuotes, type Span } from '../../text/index.ts';

/** Words in a run. */
const RUN = 4;
/** Of so many runs in a row one is kept as a fingerprint, so that any `RUN + WINDOW - 1` words in common are noticed. */
const WINDOW = 6;

/** The runs of words of a report, as hashes in order of size and each once. */
export interface Shingles {
  readonly all: Uint32Array;
  /** Those with a word that nobody is quoted with: independent reports quote the same speeches. */
  readonly told: Uint32Array;
  /** A sample of all, by which reports are looked up. */
  readonly fingerprints: readonly number[];
  /** A hash of the words of the whole. */
  readonly whole: string;
  /** Whether the report has no words of its own. */
  readonly isEmpty: boolean;
}

/** The words of a report as hashes, and of each whether it is quoted. */
interface Words {
  readonly hashes: readonly number[];
  readonly isQuoted: readonly boolean[];
}

/** FNV-1a over UTF-16 code units. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** Spreads a hash over all its bits (the finisher of MurmurHash 3), so that the least of a window is one by chance. */
const spread = (hash: number): number => {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

const told: ReadonlySet<string> = new Set(['paragraph', 'list-item']);
const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

const plain = (text: string): string => {
  const small = text.toLowerCase();
  return /^[a-z0-9]+$/.test(small) ? small : small.normalize('NFKD').replace(/[\p{M}'’]/gu, '');
};

/** Where the text of a block begins that is not its dateline. */
const startOf = (span: Span, dateline: Span | null): number =>
  dateline !== null && dateline.start === span.start ? dateline.end : span.start;

/** The words of a report's own text, its dateline left out, without regard to case, accents, apostrophes and how letters are composed. */
const wordsOf = (document: Document): Words => {
  const quotes = findQuotes(document);
  const dateline = datelineSpan(document);
  const hashes: number[] = [];
  const isQuoted: boolean[] = [];
  let quote = 0;
  for (const { kind, span } of document.blocks) {
    if (!told.has(kind)) continue;
    const start = startOf(span, dateline);
    for (const match of document.text.slice(start, span.end).matchAll(word)) {
      const at = start + match.index;
      while ((quotes[quote]?.end ?? Number.POSITIVE_INFINITY) <= at) quote += 1;
      hashes.push(hashOf(plain(match[0])));
      isQuoted.push((quotes[quote]?.start ?? Number.POSITIVE_INFINITY) <= at);
    }
  }
  return { hashes, isQuoted };
};

/** The hashes of all runs of words, in the order of the text. */
const runsOf = ({ hashes }: Words): readonly number[] => {
  const runs: number[] = [];
  for (let at = 0; at + RUN <= hashes.length; at += 1) {
    let run = 0;
    for (let next = at; next < at + RUN; next += 1) run = Math.imul(run, 0x9e3779b1) + (hashes[next] ?? 0);
    runs.push(spread(run));
  }
  return runs;
};

/** Whether a run is nothing but a quotation, by the number of its first word. */
const isAllQuoted = ({ isQuoted }: Words, at: number): boolean => {
  for (let next = at; next < at + RUN; next += 1) if (isQuoted[next] !== true) return false;
  return true;
};

/** Winnowing (Schleimer, Wilkerson, Aiken 2003): the least hash of every window. */
const winnow = (hashes: readonly number[]): readonly number[] => {
  const kept = new Set<number>();
  for (let at = 0; at < Math.max(1, hashes.length - WINDOW + 1); at += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let next = at; next < Math.min(at + WINDOW, hashes.length); next += 1)
      least = Math.min(least, hashes[next] ?? least);
    if (least !== Number.POSITIVE_INFINITY) kept.add(least);
  }
  return [...kept];
};

/** Numbers in order of size, each once. */
const sorted = (numbers: readonly number[]): Uint32Array => {
  const all = Uint32Array.from(numbers).sort();
  let kept = 0;
  for (let at = 0; at < all.length; at += 1)
    if (at === 0 || all[at] !== all[at - 1]) {
      all[kept] = all[at] ?? 0;
      kept += 1;
    }
  return all.slice(0, kept);
};

/** One hash of all words in their order, of 64 bits. */
const wholeOf = ({ hashes }: Words): string => {
  let one = 0;
  let two = 0;
  for (const hash of hashes) {
    one = (Math.imul(one, 0x9e3779b1) + hash) | 0;
    two = spread(two ^ hash);
  }
  return `${hashes.length}-${(one >>> 0).toString(36)}-${two.toString(36)}`;
};

/** The runs of words of a report. */
export const shinglesOf = (document: Document): Shingles => {
  const words = wordsOf(document);
  const runs = runsOf(words);
  return {
    all: sorted(runs),
    told: sorted(runs.filter((_, at) => !isAllQuoted(words, at))),
    fingerprints: winnow(runs),
    whole: wholeOf(words),
    isEmpty: words.hashes.length === 0,
  };
};

/** How many of the runs of `some` stand in `others`, as a share; 0 where there are none. */
export const containment = (some: Uint32Array, others: Uint32Array): number => {
  let shared = 0;
  for (let at = 0, other = 0; at < some.length && other < others.length; ) {
    const [a, b] = [some[at] ?? 0, others[other] ?? 0];
    if (a === b) shared += 1;
    if (a <= b) at += 1;
    if (b <= a) other += 1;
  }
  return some.length === 0 ? 0 : shared / some.length;
};
