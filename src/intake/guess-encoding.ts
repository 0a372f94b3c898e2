import { languageScores } from './language.ts';

/** An encoding of the web older than UTF-8, and the languages that were written in it. */
interface Legacy {
  readonly encoding: string;
  readonly languages: readonly string[];
  /** What a text in it must hold, where a language is too easily seen in other bytes. */
  readonly mustHold?: RegExp;
}

const legacy = (encoding: string, languages: string, mustHold?: RegExp): Legacy => ({
  encoding,
  languages: languages.split(' '),
  ...(mustHold === undefined ? {} : { mustHold }),
});

/** Of two that fit equally the first is chosen, as where only quotation marks and dashes are in question. */
const encodings: readonly Legacy[] = [
  legacy('windows-1252', 'en de fr es it pt nl sv no da fi is ca eu sq ms tl'),
  legacy('windows-1251', 'ru uk be bg sr'),
  legacy('koi8-r', 'ru bg'),
  legacy('koi8-u', 'uk be'),
  legacy('ibm866', 'ru be bg'),
  legacy('iso-8859-5', 'ru bg sr be'),
  legacy('shift_jis', 'ja'),
  legacy('euc-jp', 'ja'),
  legacy('gb18030', 'zh'),
  legacy('big5', 'zh'),
  legacy('euc-kr', 'ko'),
  legacy('windows-1250', 'pl cs sk sl hr hu ro sq'),
  legacy('iso-8859-2', 'pl cs sk sl hr hu ro'),
  legacy('windows-1254', 'tr az'),
  legacy('windows-1253', 'el'),
  legacy('windows-1256', 'ar fa ur'),
  legacy('windows-1255', 'he'),
  legacy('windows-1257', 'et lv lt'),
  // Thai puts no spaces between words; many bytes are Thai letters, but few runs of them are long.
  legacy('windows-874', 'th', /[\u0e01-\u0e5b]{16}/),
];

/** So many bytes tell an encoding; they are looked for in so many. */
const ENOUGH = 16_000;
const FAR = 2_000_000;

/** The lines that hold other bytes than ASCII, tags left out; none of these encodings has "<" inside a letter. */
const telling = (bytes: Uint8Array): Uint8Array => {
  const lines = Buffer.from(bytes.subarray(0, FAR))
    .toString('latin1')
    .replace(/<[^<>]*>/g, '\n')
    .split('\n')
    .filter((line) => /[\u0080-\u00ff]/.test(line));
  return Buffer.from(lines.join('\n').slice(0, ENOUGH), 'latin1');
};

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    // A sample may end inside a letter.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
};

/** A capital behind a small letter, frames, controls and signs amid letters: what bytes of another kind give. */
const odd = /\p{Ll}\p{Lu}|[\u0080-\u009f\u2500-\u259f]|\p{L}[\p{S}¶§]\p{L}/gu;

const isSound = (text: string): boolean =>
  (text.match(odd)?.length ?? 0) * 8 <= (text.match(/[^\P{L}a-z]/giu)?.length ?? 0);

const scoreOf = (bytes: Uint8Array, { encoding, languages, mustHold }: Legacy): number => {
  const text = decoded(bytes, encoding);
  if (text === null || mustHold?.test(text) === false || !isSound(text)) return 0;
  const scores = languageScores(text);
  return Math.max(0, ...languages.map((language) => scores[language] ?? 0));
};

/** Less than this is no language. */
const LEAST = 0.4;

/**
 * The legacy encoding in which bytes that name none and are no UTF-8 make most sense: the one whose letters look most
 * like a language that was written in it; null if none does.
 */
export const guessEncoding = (bytes: Uint8Array): string | null => {
  const sample = telling(bytes);
  if (sample.length === 0) return null;
  const scored = encodings.map((each) => ({ encoding: each.encoding, score: scoreOf(sample, each) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score < LEAST ? null : best.encoding;
};
