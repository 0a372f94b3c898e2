import type { Sentence, Token } from '../../src/text/index.ts';

/** A sentence whose words are parted by single spaces: `spaced('The talks failed .')`. */
export const spaced = (text: string): Sentence => {
  let start = 0;
  const tokens = text.split(' ').map((word): Token => {
    const token = { start, end: start + word.length, text: word };
    start = token.end + 1;
    return token;
  });
  return { start: 0, end: text.length, block: 0, tokens };
};
