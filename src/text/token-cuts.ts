import { classOf, foldMarks, isJoined, isPictureStop } from './characters.ts';
import { bucketOf, scoreOf } from './linear-model.ts';
import type { TextModel } from './text-model.ts';

type Words = Pick<TextModel, 'abbreviations' | 'contractions'>;

const WEB = /^(?:[a-z][a-z+.-]*:\/\/|www\.)\S+$/i;
const DOMAIN = /^(?:[\w-]+\.)+(?:com|org|net|gov|edu|mil|int|info|news|co\.uk|[a-z]{2})\/\S*$/i;
const EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
const HANDLE = /^[@#][\p{L}\p{N}_]+$/u;
const CLOSING = /[.,;:!?)\]}>'"\u2019\u201D\u2026]+$/;
const NEGATION = /^n['\u2019]t(?![\p{L}\p{N}])/iu;

/** Is this whole chunk one word whatever it contains (a web or e-mail address, a hashtag)? */
const isAtomic = (text: string): boolean =>
  WEB.test(text) || DOMAIN.test(text) || EMAIL.test(text) || HANDLE.test(text);

const pattern = (text: string): string => {
  let out = '';
  for (const character of text) {
    const kind = classOf(character);
    if (kind === 'letter') out += character === character.toLowerCase() ? 'x' : 'X';
    else out += kind === 'digit' ? 'd' : character;
  }
  return out;
};

const collapse = (shape: string): string => shape.replace(/(.)\1{2,}/gu, '$1$1');

/** How the chunk after this one begins: a letter's case, a digit, a mark, or the end of the text. */
export const beginningOf = (next: string): string => {
  const character = next.slice(0, 1);
  if (character === '') return '-';
  const shape = pattern(foldMarks(character));
  return shape === 'x' || shape === 'X' || shape === 'd' ? shape : 'o';
};

/** Places inside a chunk where a word may end: beside what is no letter or digit, between letters and digits, before n't. */
export const candidateCuts = (chunk: string): number[] => {
  const found: number[] = [];
  const characters = [...chunk];
  let offset = 0;
  for (let i = 1; i < characters.length; i += 1) {
    const before = characters[i - 1] ?? '';
    const after = characters[i] ?? '';
    offset += before.length;
    const left = classOf(before);
    const right = classOf(after);
    if (left === 'letter' && right === 'letter') {
      if ((after === 'n' || after === 'N') && NEGATION.test(chunk.slice(offset))) found.push(offset);
    } else if ((left !== right || left === 'other') && !isJoined(before, after)) found.push(offset);
  }
  return found;
};

const RUN_BEFORE = /[\p{L}\p{N}]+$/u;
const RUN_AFTER = /^[\p{L}\p{N}]+/u;

/** Features of cutting `chunk` (marks folded) at `at`, given how the next chunk begins; as buckets. */
export const cutFeatures = (chunk: string, at: number, next: string, words: Words): number[] => {
  const lower = chunk.toLowerCase();
  const left = lower.slice(0, at);
  const right = lower.slice(at);
  const shape = pattern(chunk);
  const runBefore = RUN_BEFORE.exec(left)?.[0] ?? '';
  const runAfter = RUN_AFTER.exec(right)?.[0] ?? '';
  const window = `${shape.slice(Math.max(0, at - 4), at)}|${shape.slice(at, at + 4)}`;
  const place = `${at === 1 ? 'b' : ''}${at === chunk.length - 1 ? 'e' : ''}`;
  const known = `${words.abbreviations.has(lower) ? 'w' : ''}${words.abbreviations.has(left) ? 'l' : ''}${words.abbreviations.has(right) ? 'r' : ''}`;
  const pair = lower.slice(at - 1, at + 1);
  return [
    bucketOf(1, pair),
    bucketOf(2, `${left.slice(-2)}|${right.slice(0, 2)}`),
    bucketOf(3, `${left.slice(-3)}|${right.slice(0, 3)}`),
    bucketOf(4, `${left.slice(-1)}${runBefore}${pair}`),
    bucketOf(5, `${pair}${runAfter}`),
    bucketOf(6, `${runBefore}${pair}${runAfter}`),
    bucketOf(7, window),
    bucketOf(8, `${collapse(shape.slice(0, at))}|${collapse(shape.slice(at))}`),
    bucketOf(9, `${known}${pair}${place}`),
    bucketOf(10, `${pair}${place}${next}`),
    bucketOf(11, `${left}|${pair}`),
    bucketOf(12, `${pair}|${right}`),
    bucketOf(13, `${lower}${at}`),
    bucketOf(14, `${known}${runBefore.length > 3 ? 4 : runBefore.length}${next}${place}${shape.slice(at - 1, at + 1)}`),
    bucketOf(15, `${shape.slice(Math.max(0, at - 2), at)}|${shape.slice(at, at + 2)}${place}`),
    bucketOf(
      16,
      `${lower.includes('/') ? '/' : ''}${lower.includes('.') ? '.' : ''}${lower.includes('-') ? '-' : ''}${pair}`,
    ),
  ];
};

const closingLength = (chunk: string): number => CLOSING.exec(chunk)?.[0].length ?? 0;

/** Cuts of a web address and the like: none but those among the closing marks behind it. */
const atomicCuts = (chunk: string): number[] | undefined => {
  const body = chunk.length - closingLength(chunk);
  if (!isAtomic(chunk.slice(0, body))) return undefined;
  return Array.from({ length: chunk.length - body }, (_, i) => body + i);
};

/** Where the words of a chunk end, but for its own end: offsets into the chunk, rising. */
export const findCuts = (chunk: string, next: string, model: TextModel): number[] => {
  const lengths = model.contractions.get(chunk.toLowerCase());
  if (lengths !== undefined)
    return lengths.slice(0, -1).map((_, i) => lengths.slice(0, i + 1).reduce((sum, n) => sum + n, 0));
  const atomic = atomicCuts(chunk);
  if (atomic !== undefined) return atomic;
  const folded = foldMarks(chunk);
  const isCut = (at: number): boolean =>
    isPictureStop(chunk.slice(Math.max(0, at - 2), at), chunk.slice(at, at + 1)) ||
    scoreOf(model.tokens, cutFeatures(folded, at, next, model)) > 0;
  return candidateCuts(chunk).filter(isCut);
};
