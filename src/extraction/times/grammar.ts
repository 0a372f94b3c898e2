import type { CalendarEntry, TimeRuleEntry } from '../../codebook/index.ts';
import { holderOf, type Needs, needsOf } from './needs.ts';

/** A rule ready to be searched with. */
interface TimeRule {
  readonly id: string;
  /** Its place among the rules: of matches of one length the first wins. */
  readonly order: number;
  readonly read: string;
  readonly pattern: RegExp;
  /** What a text must hold for the pattern to fit. */
  readonly needs: Needs;
}

/** Words of time with their values, and the rules made of them. */
export interface Grammar {
  readonly rules: readonly TimeRule[];
  /** The rules that may fit somewhere in a text; the others need words that it does not hold. */
  readonly rulesFor: (text: string) => readonly TimeRule[];
  /** What a word of a class stands for: `value('weekday', 'Fri.')` → 5. */
  readonly value: (name: string, word: string) => string | number | undefined;
  /** Must a word of the class begin with a capital? */
  readonly isCapital: (name: string, word: string) => boolean;
  /** Do words fit a class's pattern from end to end? */
  readonly fits: (name: string, words: string) => boolean;
  /** The words of a class, in lower case. */
  readonly words: (name: string) => ReadonlySet<string>;
}

const toKey = (word: string): string =>
  word
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

const escapeWord = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const PIECES = /\\.|\[[^\]]*\]| \?| |-|'/gs;

const loosened: Readonly<Record<string, string>> = {
  ' ': '\\s+',
  ' ?': '\\s*',
  '-': '[-\\u2010\\u2011]',
  "'": "['’]",
};

/** Marks as they vary in print: white space, hyphens and apostrophes; inside brackets only the space. */
const loosen = (pattern: string): string =>
  pattern.replace(PIECES, (piece) => loosened[piece] ?? (piece.startsWith('[') ? piece.replaceAll(' ', '\\s') : piece));

/**
 * Letters as the patterns ask for them: Latin ones. `\\p{L}` in a case-blind pattern costs V8 a closure over all of Unicode
 * each time it stands there: seconds for a whole grammar, where this takes milliseconds.
 */
const LETTER = 'a-z\\u00DF-\\u024F';

/** Words of a class, longest first; those that end with a letter end there. */
const wordsPattern = (words: readonly string[]): string => {
  const sorted = [...words].sort((one, other) => other.length - one.length);
  const branch = (own: readonly string[]): string => own.map((word) => loosen(escapeWord(word))).join('|');
  const lettered = sorted.filter((word) => /\p{L}$/u.test(word));
  const others = sorted.filter((word) => !/\p{L}$/u.test(word));
  const branches = [
    ...(others.length > 0 ? [branch(others)] : []),
    ...(lettered.length > 0 ? [`(?:${branch(lettered)})(?![${LETTER}])`] : []),
  ];
  return branches.join('|');
};

const PLACE_HOLDER = /(?<!\\[pP])\{([A-Za-z]+)\}/g;
const NAMED_GROUP = /\(\?<([A-Za-z]+)>/g;

/** Classes inside classes are not captured: the whole is read at once. */
const classPattern = (classes: ReadonlyMap<string, CalendarEntry>, name: string, depth = 0): string => {
  const entry = classes.get(name);
  if (entry === undefined || depth > 5) return '(?!)';
  if (entry.words !== undefined) return wordsPattern(Object.keys(entry.words));
  return loosen(entry.pattern ?? '(?!)').replace(PLACE_HOLDER, (_, inner: string) => {
    return `(?:${classPattern(classes, inner, depth + 1)})`;
  });
};

/** Names of groups get a number each, since a name may stand in several branches. */
const compile = (classes: ReadonlyMap<string, CalendarEntry>, pattern: string): RegExp => {
  let number = 0;
  const named = loosen(pattern)
    .replace(PLACE_HOLDER, (_, name: string) => `(?<${name}>${classPattern(classes, name)})`)
    .replace(NAMED_GROUP, (_, name: string) => {
      number += 1;
      return `(?<${name}_${number}>`;
    });
  return new RegExp(`(?<![${LETTER}\\d])(?:${named})(?![${LETTER}\\d])`, 'giu');
};

/** Names of weekdays have at least so many letters; what is shorter is an abbreviation ("Sun", "Thu"). */
const FULL_WORD = 6;

/** The grammar of a codebook's sections `calendar` and `times`. */
export const toGrammar = (calendar: readonly CalendarEntry[], rules: readonly TimeRuleEntry[]): Grammar => {
  const classes = new Map(calendar.map((entry) => [entry.id, entry]));
  const values = new Map(
    calendar.map(({ id, words }) => [
      id,
      new Map(Object.entries(words ?? {}).map(([word, value]) => [toKey(word), value])),
    ]),
  );
  const wordSets = new Map([...values].map(([id, words]) => [id, new Set(words.keys())]));
  const patterns = new Map<string, RegExp>();
  const whole = (name: string): RegExp => {
    const pattern = patterns.get(name) ?? new RegExp(`^(?:${classPattern(classes, name)})$`, 'iu');
    patterns.set(name, pattern);
    return pattern;
  };
  const compiled = rules.map(({ id, read, pattern }, order) => ({
    id,
    order,
    read,
    pattern: compile(classes, pattern),
    needs: needsOf(classes, pattern),
  }));
  const heldIn = holderOf(calendar);
  return {
    rules: compiled,
    rulesFor: (text) => {
      const mayHold = heldIn(text);
      return compiled.filter(({ needs }) => mayHold(needs));
    },
    value: (name, word) => values.get(name)?.get(toKey(word)),
    isCapital: (name, word) => {
      const capital = classes.get(name)?.capital ?? false;
      return capital === 'short' ? word.length < FULL_WORD : capital;
    },
    fits: (name, words) => whole(name).test(words),
    words: (name) => wordSets.get(name) ?? new Set(),
  };
};
