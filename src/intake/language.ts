import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { phraseSet } from './words.ts';

const functionWords = phraseSet('function-words');

/** As much of the language detector as is used. */
interface Detector {
  detect(text: string): {
    readonly language: string;
    isReliable(): boolean;
    getScores(): Readonly<Record<string, number>>;
  };
  info(): { readonly Languages: Readonly<Record<string, string>> };
}

let detector: Detector | null = null;
const known = new Set<string>();

/** Loaded when the first report is not plainly English: it takes a third of a second. */
const openDetector = (): Detector => {
  if (detector !== null) return detector;
  const require = createRequire(import.meta.url);
  // The package names its files for `import` alone, but those are loaded without waiting only by `require`.
  const { eld } = require(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as { readonly eld: Detector };
  for (const language of Object.values(eld.info().Languages)) known.add(language);
  detector = eld;
  return eld;
};

/** So much of a text tells its language, in UTF-16 code units. */
const ENOUGH = 20_000;
/** The share of function words in news: 0.26 and more in English, 0.05 and less in 16 other languages (docs/decisions/0013). */
const ENGLISH = 0.15;
/** In a text of fewer words chance may bring more of what other languages share with English ("will", "was", "in"). */
const SHORT = 40;
/** Fewer words than this are a headline or a name, which no detector tells surely. */
const FEW = 8;

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The lists that are read name few languages, and each in every entry. */
const canonical = new Map<string, string | null>();
const MOST_REMEMBERED = 1000;

const toCanonical = (tag: string): string | null => {
  const written = tag.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-|$)/i.test(written)) return null;
  try {
    return Intl.getCanonicalLocales(written)[0] ?? null;
  } catch {
    return null;
  }
};

/** A language tag in its canonical form (BCP 47: "en_gb" → "en-GB"); null if it is none. */
export const languageTag = (tag: string | null): string | null => {
  if (tag === null) return null;
  const known = canonical.get(tag);
  if (known !== undefined) return known;
  const found = toCanonical(tag);
  if (canonical.size < MOST_REMEMBERED && tag.length < 100) canonical.set(tag, found);
  return found;
};

/** Whether a tag names a language that is not English; "und", "mul" and "zxx" name none. */
const namesAnother = (tag: string): boolean => !['en', 'und', 'mul', 'zxx'].includes(primary(tag));

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
const isLatinWord = (word: string): boolean => /^(?:[a-z]+|\p{Script=Latin}+)$/u.test(word);
const isLatinIn = (words: readonly string[]): boolean => words.filter(isLatinWord).length * 2 >= words.length;

/** The language that a detector is sure of, or that is declared and the detector does not know; null if neither tells. */
const detected = (text: string, declared: string | null): string | null => {
  const found = openDetector().detect(text);
  const said = declared !== null && namesAnother(declared) ? declared : null;
  if (!found.isReliable()) return said;
  return said !== null && (primary(said) === found.language || !known.has(primary(said))) ? said : found.language;
};

const englishShare = (words: readonly string[]): number =>
  words.filter((word) => functionWords.has(word)).length / words.length;

/** CASE 1: the function words of a long text. CASE 2: a few Latin words, which only a declaration makes another language, whatever a detector says. */
const isPlainlyEnglish = (words: readonly string[], share: number, declared: string | null): boolean =>
  (words.length >= SHORT && share >= ENGLISH) ||
  (words.length < FEW && isLatinIn(words) && (declared === null || !namesAnother(declared)));

/**
 * The language of a text as a BCP 47 tag, "und" where it cannot be told. The text itself decides, by its function words
 * and by a detector, whatever the page declares; the declaration adds the region, and names what the detector does not
 * know. A text that is half English counts as English, and so does a short one of Latin letters that is nothing else.
 */
export const languageOf = (text: string, declares: string | null = null): string => {
  const declared = languageTag(declares);
  const head = text.slice(0, ENOUGH);
  const words = wordsIn(head);
  if (words.length === 0) return declared ?? 'und';
  const english = declared !== null && primary(declared) === 'en' ? declared : 'en';
  const share = englishShare(words);
  if (isPlainlyEnglish(words, share, declared)) return english;
  const found = detected(head, declared);
  if (found === 'en') return english;
  const mayBeEnglish = words.length < FEW ? isLatinIn(words) && found !== declared : share >= ENGLISH && found === null;
  return mayBeEnglish ? english : (found ?? 'und');
};

/** So many headlines have words enough to tell their language together. */
const GROUP = 10;

/**
 * What a list of headlines declares, tested on the headlines together and not one by one: gives for a headline the
 * declared language as a BCP 47 tag, or null where it must be detected by itself, as one in other letters must, and all
 * where any ten of them together are in another language.
 */
export const sharedLanguage = (
  headlines: readonly string[],
  declares: string | null,
): ((headline: string) => string | null) => {
  const declared = languageTag(declares);
  if (declared === null || headlines.length < GROUP) return () => null;
  for (let at = 0; at + GROUP <= headlines.length; at += GROUP)
    if (languageOf(headlines.slice(at, at + GROUP).join('\n'), declared) !== declared) return () => null;
  const isLatin = isLatinIn(wordsIn(headlines.slice(0, GROUP).join('\n')));
  return (headline) => {
    const words = wordsIn(headline);
    return words.length > 0 && isLatinIn(words) === isLatin ? declared : null;
  };
};

/** How much a text looks like each language that the detector knows, 0 to 1; languages that it does not look like at all are absent. */
export const languageScores = (text: string): Readonly<Record<string, number>> =>
  openDetector().detect(text).getScores();
