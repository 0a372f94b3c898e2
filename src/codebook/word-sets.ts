import { z } from 'zod';

/** A set of words of the section `words` (`word-sets.yaml`). */
export const wordSetSchema = z.strictObject({
  id: z.string().min(1),
  words: z.array(z.string().min(1)).default([]).readonly(),
  /** More words, parted by spaces: a long list reads faster so. */
  text: z.string().default(''),
});

export type WordSet = Readonly<z.infer<typeof wordSetSchema>>;

/** Is a word in the set of that id? Words are compared in lower case; a set that is not there holds nothing. */
export type WordSets = (id: string, word: string | undefined) => boolean;

/** Makes the look-up of word sets. */
export const toWordSets = (entries: readonly WordSet[]): WordSets => {
  const sets = new Map(
    entries.map(({ id, words, text }) => [
      id,
      new Set([...words, ...(text.match(/\S+/g) ?? [])].map((word) => word.toLowerCase())),
    ]),
  );
  return (id, word) => word !== undefined && sets.get(id)?.has(word.toLowerCase()) === true;
};
