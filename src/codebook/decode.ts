import type { CodebookProblem } from './problem.ts';

/** Bytes of one character of UTF-8 that are well formed, by their first byte. */
const lengthOf = (first: number): number => {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
};

/** Line of the first byte that is no UTF-8, counted from 1. */
const firstBadLine = (bytes: Uint8Array): number => {
  let line = 1;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOf(bytes[at] ?? 0);
    const rest = bytes.subarray(at + 1, at + length);
    if (length === 0 || rest.length < length - 1 || rest.some((byte) => byte >> 6 !== 2)) return line;
    if (bytes[at] === 0x0a) line += 1;
    at += length;
  }
  return line;
};

/** The text of a codebook file, or what is wrong with its bytes: it must be UTF-8. */
export const decodeCodebook = (name: string, bytes: Uint8Array): string | CodebookProblem => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const wide = bytes[0] === 0xff || bytes[0] === 0xfe;
    const what = wide ? 'it looks like UTF-16' : 'perhaps it is Latin-1 or Windows-1252';
    const message = `not UTF-8 (${what}); save the file as UTF-8`;
    return { file: name, line: wide ? 1 : firstBadLine(bytes), message, severity: 'mistake' };
  }
};
