import { z } from 'zod';
import { examplesSchema } from './examples.ts';

/** An entry of the section `disputes`. */
export const disputeEntrySchema = z.strictObject({
  id: z.string().min(1),
  /** Words of what is said, in dictionary form, that dispute what somebody else said; several words stand side by side. */
  words: z.array(z.string().min(1)),
  kind: z.enum(['denies', 'contradicts', 'disputes-characterization']),
  examples: examplesSchema.optional(),
});

/** Words with which one party disputes what another said: "baseless", "a lie", "information war". */
export type DisputeEntry = z.infer<typeof disputeEntrySchema>;
