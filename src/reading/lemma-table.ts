import type { Upos } from './parsed.ts';

/** Lemmas that are known and need not be guessed: by form and part of speech. */
export interface LemmaTable {
  readonly find: (form: string, upos: Upos) => string | undefined;
}

/** Endings of regular verb forms, and what may stand in their place in the lemma. */
const ENDINGS: readonly (readonly [ending: RegExp, replacements: readonly string[]])[] = [
  [/(.)\1(?:ing|ed)$/, ['$1', '$1$1', '$1$1e']],
  [/ing$/, ['', 'e']],
  [/ied$/, ['y', 'ie']],
  [/ed$/, ['', 'e']],
  [/ies$/, ['y', 'ie']],
  [/es$/, ['', 'e']],
  [/s$/, ['']],
];

/**
 * The known verb that an unknown form belongs to by regular inflection: "intervening" → "intervene". A verb that is known as a
 * noun only may have either stem; there the longer one is the likelier ("praised" → "praise", "tweeted" → "tweet").
 */
const regularVerb = (form: string, verbs: ReadonlySet<string>, nouns: ReadonlySet<string>): string | undefined => {
  const endings = ENDINGS.filter(([ending]) => ending.test(form));
  const stems = endings.map(([ending, all]) => all.map((replacement) => form.replace(ending, replacement)));
  const known = (words: ReadonlySet<string>): string | undefined =>
    stems.flatMap((own) => (words === verbs ? own : own.toReversed())).find((stem) => words.has(stem));
  return known(verbs) ?? known(nouns);
};

/** Reads `lemmas.tsv`: form in lower case, UPOS, lemma; one a line. */
export const toLemmaTable = (tsv: string): LemmaTable => {
  const lemmas = new Map<string, string>();
  const verbs = new Set<string>();
  const nouns = new Set<string>();
  for (const line of tsv.split('\n')) {
    const [form, upos, lemma] = line.split('\t');
    if (form === undefined || upos === undefined || lemma === undefined) continue;
    lemmas.set(`${upos} ${form}`, lemma);
    if (upos === 'VERB') verbs.add(lemma);
    if (upos === 'NOUN') nouns.add(lemma);
  }
  return {
    find: (form, upos) => {
      const lower = form.toLowerCase();
      return lemmas.get(`${upos} ${lower}`) ?? (upos === 'VERB' ? regularVerb(lower, verbs, nouns) : undefined);
    },
  };
};
