import { ReadoutError } from './error.ts';
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

/** The encoding that a label means; null for one that does not exist. */
const encodingOf = (label: string): string | null => {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
};

/** The encoding that a page or an XML declaration names in its first bytes; null if none, or none that exists. */
const declaredEncoding = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  return label === undefined ? null : encodingOf(label);
};

const strictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Of two encodings of Cyrillic, the one that gives more small letters than capitals inside words. */
const cyrillic = (bytes: Uint8Array): { text: string; encoding: string } | null => {
  const tries = ['windows-1251', 'koi8-r'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { encoding, text, score: count(text, /[а-яё]{3,}/g) - count(text, /[а-яё][А-ЯЁ]/g) * 3 };
  });
  const best = tries.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score * 8 > bytes.length / 10 ? best : null;
};

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

/** CASE 4: not UTF-8, nothing declared. */
const guess = (name: string, bytes: Uint8Array): Decoded => {
  const mended = withoutSurrogates(bytes);
  const loose = strictly(mended, 'utf-8') ?? new TextDecoder('utf-8').decode(bytes);
  const broken = count(loose, /\ufffd/g);
  if (broken * 10 < count(loose, /[\u0080-\ufffc]/g) || strictly(mended, 'utf-8') !== null)
    return {
      text: loose,
      encoding: 'utf-8',
      warnings: [
        {
          code: 'encoding-damaged',
          message: `${name} is UTF-8 with ${broken} damaged characters, shown as \ufffd; save it again from its source if they matter.`,
        },
      ],
    };
  const russian = cyrillic(bytes);
  if (russian !== null) return guessed(name, russian.text, russian.encoding);
  const text = new TextDecoder('windows-1252').decode(bytes);
  const odd = count(text, /[\u0080-\u009f]/g);
  if (odd > 0 || count(text, /[\u0080-\uffff]/g) * 4 > text.length)
    throw new ReadoutError(
      'unknown-encoding',
      `${name} is neither UTF-8 nor any encoding that can be told from its bytes; save it as UTF-8 (for example: iconv -f ENCODING -t UTF-8).`,
      { name },
    );
  return guessed(name, text, 'windows-1252');
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

const choose = (name: string, bytes: Uint8Array, charset: string | null): Decoded => {
  // CASE 1: a byte order mark. CASE 2: valid UTF-8, whatever the page declares. CASE 3: what its server or the page declares.
  const marked = markedEncoding(bytes) ?? wideEncoding(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, warnings: [] };
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', warnings: [] };
  const declared = (charset === null ? null : encodingOf(charset)) ?? declaredEncoding(bytes);
  if (declared === null || declared === 'utf-8') return guess(name, bytes);
  return { text: new TextDecoder(declared).decode(bytes), encoding: declared, warnings: [] };
};

const isStray = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 127;

/** Control characters, which no report needs, become spaces; lone surrogates U+FFFD; line ends "\n". */
const tidy = (text: string): string => {
  let clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0085\u2028\u2029]/g, '\n');
  if ([...clean.slice(0, 1)].some((first) => first === '\ufeff')) clean = clean.slice(1);
  return /\p{Cc}/u.test(clean)
    ? clean.replace(/\p{Cc}/gu, (control) => (isStray(control.charCodeAt(0)) ? ' ' : control))
    : clean;
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
