/** Classes of letters that the network is told besides its uncased pieces; the numbers are the model's. */
const SHAPE = { lower: 1, title: 2, upper: 3, initial: 4, mixed: 5, digit: 6, alphanumeric: 7, other: 8 } as const;

/** The shape of what is no word: the root, the end and padding. */
export const NO_WORD = SHAPE.other;

const ASCII_LOWER = /^[a-z]+$/;
const LETTER = /\p{L}/gu;
const DIGIT = /[\p{Nd}²³¹⁰-⁹₀-₉]/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/** The class of a word's letters: `Bolton` → title, `U.S.` → upper, `15` → digit. */
export const shapeOf = (word: string): number => {
  if (ASCII_LOWER.test(word)) return SHAPE.lower;
  const letters = word.match(LETTER);
  const digits = DIGIT.test(word);
  if (letters === null) return digits ? SHAPE.digit : SHAPE.other;
  if (digits) return SHAPE.alphanumeric;
  if (!letters.some((letter) => UPPER.test(letter))) return SHAPE.lower;
  if (!letters.some((letter) => LOWER.test(letter))) return letters.length === 1 ? SHAPE.initial : SHAPE.upper;
  const onlyFirst = UPPER.test(letters[0] ?? '') && !letters.slice(1).some((letter) => UPPER.test(letter));
  return onlyFirst ? SHAPE.title : SHAPE.mixed;
};
