import { stem } from './stem.ts';

/** A word of a text as it is compared, and whether it looks like part of a name: a capital inside a sentence. */
export interface Term {
  readonly stem: string;
  readonly isName: boolean;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}'’.-]*[\p{L}\p{N}])?/gu;
const opensSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:\n“"‘]\s*)$/.test(text.slice(Math.max(0, at - 3), at));

/** The words of a text, in order. */
export const termsOf = (text: string): readonly Term[] =>
  [...text.matchAll(WORD)].map((match) => {
    const [word] = match;
    const plain = word
      .toLowerCase()
      .replace(/[’']s$|\./g, '')
      .replace(/’/g, "'");
    const isName = /^\p{Lu}/u.test(word) && !/^I(?:$|['’])/.test(word) && !opensSentence(text, match.index);
    return { stem: stem(plain), isName };
  });
