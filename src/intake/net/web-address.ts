/** Whether a word on a command line means a page on the net and no file. */
export const isWebAddress = (word: string): boolean => /^https?:\/\//i.test(word);
