import { z } from 'zod';
import { examplesSchema } from './examples.ts';
import { CONTEXTS } from './plover.ts';

/** An entry of the section `contexts`. */
export const contextEntrySchema = z.strictObject({
  /** The context of PLOVER that the words show. */
  id: z.enum(CONTEXTS),
  /** Words and phrases in dictionary form, lower case; looked for in the clause of an event. */
  words: z
    .array(z.string().regex(/^[\p{Ll}\p{N}][\p{Ll}\p{N}'. -]*$/u, 'a word in its dictionary form, lower case'))
    .min(1, 'holds no word'),
  examples: examplesSchema,
});

/** Words that show what an event is about ("ballot": election). */
export type ContextEntry = z.infer<typeof contextEntrySchema>;
