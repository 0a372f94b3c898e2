import { z } from 'zod';

/** The acts of statements. */
export const ACTS = [
  'say',
  'claim',
  'accuse',
  'deny',
  'confirm',
  'warn',
  'threaten',
  'promise',
  'demand',
  'request',
  'announce',
  'ask',
  'praise',
  'criticize',
  'apologize',
  'refuse',
  'decline',
] as const;

const list = z.array(z.string().min(1)).default([]).readonly();

/** A sentence of the analyst's that an entry must match, or must not. */
export const exampleSchema = z.strictObject({
  text: z.string().min(1),
  /** Must the entry leave this sentence alone? */
  not: z.boolean().default(false),
});

/** A cue of `acts.yaml`: words that report speech or thought. */
export const cueSchema = z.strictObject({
  id: z.string(),
  act: z.enum(ACTS),
  attitude: z.boolean().default(false),
  verbs: list,
  nouns: list,
  particles: list,
  light: z.strictObject({ verb: z.string(), word: z.string() }).optional(),
  frames: z.array(z.string()).min(1, 'needs at least one frame').readonly(),
  party: z.boolean().default(false),
  needsParty: z.boolean().default(false),
  objects: list,
  examples: z.array(exampleSchema).default([]).readonly(),
});

const sector = z.string().regex(/^[A-Z]{3}( [A-Z]{3})*$/, 'must be sectors of three capitals, "GOV" or "GOV MIL"');

/** A set of titles of `titles.yaml`. */
export const titleSchema = z.strictObject({ id: z.string(), sector, titles: list });

/** A set of words of `bodies.yaml`; `sector` is null where the word tells a body but not of what kind. */
export const bodySchema = z.strictObject({ id: z.string(), sector: sector.nullable(), words: list });

/** A set of words of `channels.yaml`. */
export const channelSchema = z.strictObject({
  id: z.string(),
  words: list,
  /** Is it the channel of somebody, whose name says more ("an interview with | CNN")? */
  names: z.boolean().default(false),
  /** Does it speak for the body that issued it ("the report said")? */
  speaks: z.boolean().default(false),
});

export type Cue = Readonly<z.infer<typeof cueSchema>>;
export type TitleSet = Readonly<z.infer<typeof titleSchema>>;
export type BodySet = Readonly<z.infer<typeof bodySchema>>;
export type ChannelSet = Readonly<z.infer<typeof channelSchema>>;

/** Cues by the lemma that carries them. */
export interface Cues {
  readonly entries: readonly Cue[];
  readonly ofVerb: (lemma: string) => readonly Cue[];
  readonly ofNoun: (lemma: string) => readonly Cue[];
}

const group = (
  entries: readonly Cue[],
  words: (cue: Cue) => readonly string[],
): ((lemma: string) => readonly Cue[]) => {
  const byLemma = new Map<string, Cue[]>();
  for (const cue of entries) {
    for (const word of words(cue)) byLemma.set(word, [...(byLemma.get(word) ?? []), cue]);
  }
  return (lemma) => byLemma.get(lemma) ?? [];
};

/** Makes the look-ups of cues. */
export const toCues = (entries: readonly Cue[]): Cues => ({
  entries,
  ofVerb: group(entries, (cue) => (cue.light === undefined ? cue.verbs : [...cue.verbs, cue.light.verb])),
  ofNoun: group(entries, (cue) => cue.nouns),
});

/** A look-up of phrases: what the last words of a name or role say ("Deputy Prime Minister" → the entry of "prime minister"). */
export interface PhraseTable<Entry> {
  readonly entries: readonly Entry[];
  /** The longest known phrase that `words` end with (or, where `anywhere`, hold), and its entry. */
  readonly find: (
    words: readonly string[],
    anywhere?: boolean,
  ) => { readonly phrase: string; readonly entry: Entry } | undefined;
}

const LONGEST_PHRASE = 5;

/** Makes a table of phrases, lower case. `adviser|advisor` are two spellings of one phrase, known by the first. */
export const toPhraseTable = <Entry>(
  entries: readonly Entry[],
  phrases: (entry: Entry) => readonly string[],
): PhraseTable<Entry> => {
  const table = new Map<string, { phrase: string; entry: Entry }>();
  for (const entry of entries) {
    for (const spellings of phrases(entry)) {
      const [phrase = '', ...others] = spellings.toLowerCase().split('|');
      for (const each of [phrase, ...others]) if (!table.has(each)) table.set(each, { phrase, entry });
    }
  }
  const endingAt = (words: readonly string[], end: number): { phrase: string; entry: Entry } | undefined => {
    for (let size = Math.min(LONGEST_PHRASE, end); size > 0; size -= 1) {
      const found = table.get(words.slice(end - size, end).join(' '));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    entries,
    find: (words, anywhere = false) => {
      const lower = words.map((word) => word.toLowerCase());
      for (let end = lower.length; end > (anywhere ? 0 : lower.length - 1); end -= 1) {
        const found = endingAt(lower, end);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
};
