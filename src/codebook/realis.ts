import { z } from 'zod';
import { examplesSchema } from './examples.ts';

const words = z.array(z.string().min(1));

/** An entry of the section `realis`. */
export const realisEntrySchema = z.strictObject({
  id: z.string().min(1),
  /** Auxiliaries of the event's own verb. */
  auxiliaries: words.optional(),
  /** Conjunctions of the event's own clause. */
  conjunctions: words.optional(),
  verbs: words.optional(),
  nouns: words.optional(),
  adjectives: words.optional(),
  /** Prepositions between the word and an event that is a noun ("call for talks"); the bare object always counts. */
  prepositions: words.optional(),
  /** Does the bare object count ("plan a march")? `false` for words that need their preposition ("call for"). */
  bare: z.boolean().optional(),
  gives: z.enum(['actual', 'planned', 'expected', 'possible', 'requested', 'conditional', 'negated']),
  /** What it gives where somebody is quoted as saying it ("would"). */
  reported: z.enum(['planned', 'expected', 'possible']).optional(),
  /** What it gives where it is itself told as past: who "had to" leave, or "was able to", left. */
  past: z.enum(['actual']).optional(),
  /** Does what it governs happen as far as the word itself does ("managed to", "forced them to")? */
  implies: z.boolean().optional(),
  /** Who would do it: the subject of the word, its object, or what stands behind a preposition. */
  controller: z.string().optional(),
  examples: examplesSchema.optional(),
});

/** Words that say of an event whether it happened, is planned, asked for, possible … */
export type RealisEntry = z.infer<typeof realisEntrySchema>;
