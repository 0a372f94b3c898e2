import type { Token } from '../src/text/index.ts';
import type { Pieces } from './polnear.ts';

/** The parts of a statement that are scored. */
export type Role = 'source' | 'cue' | 'content';
export const ROLES: readonly Role[] = ['source', 'cue', 'content'];

/** A statement as sets of token numbers of its article. */
export type TokenStatement = Readonly<Record<Role, readonly number[]>> & {
  readonly isSpeech: boolean;
  readonly quotation: string;
  readonly show: string;
};

/** Forms of verbs that report speech; the slice of statements whose cue has one (or "according to") is scored apart. */
const REPORTING =
  /\b(?:sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|add(?:s|ed|ing)?|not(?:e|es|ed|ing)|stat(?:e|es|ed|ing)|claim(?:s|ed|ing)?|warn(?:s|ed|ing)?|announc(?:e|es|ed|ing)|argu(?:e|es|ed|ing)|ask(?:s|ed|ing)?|accus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|report(?:s|ed|ing)?|writ(?:e|es|ing)|wrote|written|tweet(?:s|ed|ing)?|explain(?:s|ed|ing)?|insist(?:s|ed|ing)?|suggest(?:s|ed|ing)?|declar(?:e|es|ed|ing)|repl(?:y|ies|ied)|respond(?:s|ed|ing)?|admit(?:s|ted|ting)?|acknowledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?|according to|explained|continu(?:e|es|ed)|confirm(?:s|ed|ing)?|predict(?:s|ed|ing)?|prais(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|complain(?:s|ed|ing)?|describ(?:e|es|ed|ing)|emphasiz(?:e|es|ed|ing)|stress(?:es|ed|ing)?|mention(?:s|ed|ing)?|remark(?:s|ed|ing)?|recall(?:s|ed|ing)?|testif(?:y|ies|ied)|assert(?:s|ed|ing)?|alleg(?:e|es|ed|ing)|conced(?:e|es|ed|ing)|conclud(?:e|es|ed|ing)|demand(?:s|ed|ing)?|speak(?:s|ing)?|spoke|talk(?:s|ed|ing)?|quot(?:e|es|ed|ing))\b/i;

const WORD = /[\p{L}\p{N}]/u;

const tokensOf = (tokens: readonly Token[], pieces: Pieces): number[] =>
  tokens.flatMap((token, number) =>
    WORD.test(token.text) && pieces.some(([start, end]) => token.start < end && start < token.end) ? [number] : [],
  );

const quotationOf = (text: string, pieces: Pieces): string => {
  const own = pieces.map(([start, end]) => text.slice(start, end));
  const isQuoted = (piece: string): boolean => /^["“].*["”]$/s.test(piece.replace(/^that\s+/, '').trim());
  if (own.every(isQuoted)) return 'direct';
  return own.some((piece) => /["“”]/.test(piece)) ? 'mixed' : 'indirect';
};

/** A statement as the words of its parts; `show` is how the list of errors shows it. */
export const toStatement = (
  text: string,
  tokens: readonly Token[],
  parts: Readonly<Record<Role, Pieces>>,
): TokenStatement => {
  const cue = parts.cue.map(([start, end]) => text.slice(start, end)).join(' ');
  return {
    source: tokensOf(tokens, parts.source),
    cue: tokensOf(tokens, parts.cue),
    content: tokensOf(tokens, parts.content),
    isSpeech: REPORTING.test(cue),
    quotation: quotationOf(text, parts.content),
    show: `${parts.source.map(([start, end]) => text.slice(start, end)).join(' ')} | ${cue} | ${parts.content.map(([start, end]) => text.slice(start, end)).join(' … ')}`.replace(
      /\s+/g,
      ' ',
    ),
  };
};

/** Are two lists of words the same? */
export const isEqual = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((token, at) => token === b[at]);

/** How many words two lists share. */
export const shared = (a: readonly number[], b: readonly number[]): number => {
  const set = new Set(b);
  return a.filter((token) => set.has(token)).length;
};

/** How far the contents of two statements overlap, 0–1. */
export const contentF1 = (a: TokenStatement, b: TokenStatement): number =>
  (2 * shared(a.content, b.content)) / Math.max(1, a.content.length + b.content.length);
