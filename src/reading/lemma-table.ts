import type { Upos } from './parsed.ts';

/** Lemmas that are known and need not be guessed: by form and part of speech. */
export interface LemmaTable {
  readonly find: (form: string, upos: Upos) => string | undefined;
}

/** Reads `lemmas.tsv`: form in lower case, UPOS, lemma; one a line. */
export const toLemmaTable = (tsv: string): LemmaTable => {
  const lemmas = new Map<string, string>();
  for (const line of tsv.split('\n')) {
    const [form, upos, lemma] = line.split('\t');
    if (form !== undefined && upos !== undefined && lemma !== undefined) lemmas.set(`${upos} ${form}`, lemma);
  }
  return { find: (form, upos) => lemmas.get(`${upos} ${form.toLowerCase()}`) };
};
