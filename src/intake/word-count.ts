/** How many words a text has, near enough to tell a line from a paragraph: runs between spaces, and two characters of Chinese, Japanese or Thai a word. */
export const wordCount = (text: string): number => {
  const runs = text.trim().split(/\s+/).length;
  const unspaced = text.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/gu)?.length ?? 0;
  return runs + Math.floor(unspaced / 2);
};
