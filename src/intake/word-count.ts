/** White space as regular expressions have it. */
const isSpace = (code: number): boolean => {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  return (code >= 0x2000 && code <= 0x200a) || [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].includes(code);
};

/** Letters of Latin and their accents end before it. */
const FIRST_OTHER = 0x370;
/** Dashes, quotation marks and dots, which stand in Latin texts too. */
const isMark = (code: number): boolean => code >= 0x2010 && code <= 0x2027;

const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/gu;

/** How many words a text has, near enough to tell a line from a paragraph: runs between spaces, and two characters of Chinese, Japanese or Thai a word. */
export const wordCount = (text: string): number => {
  // It is asked of every line many times over: a walk makes no strings.
  let runs = 0;
  let isInside = false;
  let isLatin = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isWord = !isSpace(code);
    if (isWord && !isInside) runs += 1;
    isInside = isWord;
    if (code >= FIRST_OTHER && !isMark(code)) isLatin = false;
  }
  const others = isLatin ? 0 : (text.match(unspaced)?.length ?? 0);
  return Math.max(1, runs) + Math.floor(others / 2);
};
