import { phraseSet } from './words.ts';

const functionWords = phraseSet('function-words');

/** The language of a text that does not name it: "en" if enough of its words are the commonest of English, else "und" (undetermined); a short text is taken for English. */
export const languageOf = (text: string): string => {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return 'und';
  const latin = words.filter((word) => /^[a-z\u00c0-\u024f]+$/.test(word)).length;
  if (latin * 2 < words.length) return 'und';
  const share = words.filter((word) => functionWords.has(word)).length / words.length;
  return words.length < 40 || share > 0.15 ? 'en' : 'und';
};
