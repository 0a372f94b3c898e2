import { ReadoutError } from './error.ts';
import { guessEncoding } from './guess-encoding.ts';
import { encodingOf, prescan } from './prescan.ts';
import { wideEncoding } from './sniff.ts';

/** Something odd about an input that was read all the same; `code` names it for programs. */
export interface IntakeWarning {
  readonly code: string;
  readonly message: string;
}

/** Bytes made text: in which encoding, and what was odd. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly warnings: readonly IntakeWarning[];
}

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const markedEncoding = (bytes: Uint8Array): string | null =>
  marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1] ?? null;

const strictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const guessed = (name: string, text: string, encoding: string): Decoded => ({
  text,
  encoding,
  warnings: [
    {
      code: 'encoding-guessed',
      message: `${name} is not UTF-8 and does not say what it is; it was read as ${encoding}. If letters look wrong, save it as UTF-8.`,
    },
  ],
});

/** Halves of a surrogate pair, which some programs write into UTF-8 and which stand for nothing, as U+FFFD. */
const withoutSurrogates = (bytes: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  for (let at = copy.indexOf(0xed); at >= 0; at = copy.indexOf(0xed, at + 1))
    if ((copy[at + 1] ?? 0) >= 0xa0 && (copy[at + 1] ?? 0) < 0xc0)
      copy.set([0xef, 0xbf, 0xbd].slice(0, copy.length - at), at);
  return copy;
};

const damaged = (name: string, text: string, encoding: string): Decoded => ({
  text,
  encoding,
  warnings: [
    {
      code: 'encoding-damaged',
      message: `${name} is ${encoding.toUpperCase()} with ${count(text, /\ufffd/g)} damaged characters, shown as \ufffd; save it again from its source if they matter.`,
    },
  ],
});

const isMostlySound = (text: string): boolean =>
  count(text, /\ufffd/g) * 10 < count(text, /[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu);

const unknown = (name: string): ReadoutError =>
  new ReadoutError(
    'unknown-encoding',
    `${name} is neither UTF-8 nor any encoding that can be told from its bytes; save it as UTF-8 (for example: iconv -f ENCODING -t UTF-8).`,
    { name },
  );

/** CASE 4: not UTF-8, and nothing that fits is declared: UTF-8 with damage, else the encoding in which it makes most sense, else that of old Western pages. */
const guess = (name: string, bytes: Uint8Array): Decoded => {
  const mended = withoutSurrogates(bytes);
  const whole = strictly(mended, 'utf-8');
  const loose = whole ?? new TextDecoder('utf-8').decode(bytes);
  if (whole !== null || isMostlySound(loose)) return damaged(name, loose, 'utf-8');
  const likely = guessEncoding(bytes);
  if (likely !== null) return guessed(name, new TextDecoder(likely).decode(bytes), likely);
  const text = new TextDecoder('windows-1252').decode(bytes);
  if (/[\u0080-\u009f]/.test(text) || count(text, /[\u0080-\uffff]/g) * 4 > text.length) throw unknown(name);
  return guessed(name, text, 'windows-1252');
};

/** CASE 3: what the server or else the page declares. Some damage is shown; where most is damage, the declaration is wrong. */
const declared = (name: string, bytes: Uint8Array, encoding: string | null): Decoded => {
  if (encoding === null || encoding === 'utf-8') return guess(name, bytes);
  const text = strictly(bytes, encoding);
  if (text !== null) return { text, encoding, warnings: [] };
  const loose = new TextDecoder(encoding).decode(bytes);
  return isMostlySound(loose) ? damaged(name, loose, encoding) : guess(name, bytes);
};

/** Marks that UTF-8 leaves when it was once read as windows-1252: "â€™" for an apostrophe, "Ã©" for é. */
const mojibake = /â€[™œ˜”“\u009d¦]|Ã[©¨¤¶¼±³]|Â[\u00a0»«]/g;

const misread = (name: string, text: string): readonly IntakeWarning[] =>
  count(text, mojibake) < 2
    ? []
    : [
        {
          code: 'encoding-misread',
          message: `${name} holds letters such as "${mojibake.exec(text)?.[0] ?? ''}": it was decoded wrongly before it was saved. Save it again from its source.`,
        },
      ];

/** Japanese mail and old pages: ASCII bytes in which an escape turns letters on; they are valid UTF-8 too. */
const isEscapedJapanese = (bytes: Uint8Array): boolean => {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return true;
  return false;
};

const choose = (name: string, bytes: Uint8Array, charset: string | null): Decoded => {
  // CASE 1: a byte order mark. CASE 2: valid UTF-8, whatever is declared: other bytes do not come out so by chance.
  const marked = markedEncoding(bytes) ?? wideEncoding(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, warnings: [] };
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null && isEscapedJapanese(bytes))
    return { text: new TextDecoder('iso-2022-jp').decode(bytes), encoding: 'iso-2022-jp', warnings: [] };
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', warnings: [] };
  return declared(name, bytes, (charset === null ? null : encodingOf(charset)) ?? prescan(bytes));
};

/** All but tab, form feed and the ends of lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const stray = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

/** Control characters, which no report needs, become spaces; lone surrogates U+FFFD; line ends "\n". */
const tidy = (text: string): string => {
  let clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0085\u2028\u2029]/g, '\n');
  if (clean.startsWith('\ufeff')) clean = clean.slice(1);
  return clean.replace(stray, ' ');
};

/**
 * The text of `bytes`, its encoding found by mark, validity, declaration (first `charset`, what its server said) and guess, in
 * that order; throws a `ReadoutError` naming `name` if none fits.
 */
export const decode = (name: string, bytes: Uint8Array, charset: string | null = null): Decoded => {
  const decoded = choose(name, bytes, charset);
  const text = tidy(decoded.text);
  return { ...decoded, text, warnings: [...decoded.warnings, ...misread(name, text)] };
};
