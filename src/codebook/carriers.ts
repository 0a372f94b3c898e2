import { z } from 'zod';
import { examplesSchema } from './examples.ts';

const words = z.array(z.string().min(1));

/** An entry of the section `carriers`. */
export const carrierEntrySchema = z.strictObject({
  id: z.string().min(1),
  verbs: words.optional(),
  nouns: words.optional(),
  /** Where the event stands, seen from the carrier: `object`, `subject`, `clause`, or a preposition ("take part in talks"). */
  holds: z.array(z.string().min(1)),
  /** Where the one who does it stands; absent where the carrier names nobody ("talks began"). */
  holder: z.string().optional(),
  examples: examplesSchema.optional(),
});

/** Words that hold an event without adding to it: "held talks", "launched an attack", "began to march", "a round of talks". */
export type CarrierEntry = z.infer<typeof carrierEntrySchema>;
