import { z } from 'zod';
import { examplesSchema } from './examples.ts';

/** An entry of the section `agenda`. */
export const agendaEntrySchema = z.strictObject({
  id: z.string().min(1),
  /** Words above an event that say what became of it, in dictionary form. */
  words: z.array(z.string().min(1)),
  /** `open-ended` takes it off the agenda. */
  state: z.enum(['scheduled', 'postponed', 'rescheduled', 'cancelled', 'held', 'did not happen', 'open-ended']),
  examples: examplesSchema.optional(),
});

/** Words that say what became of a planned event: "postponed", "called off", "keep". */
export type AgendaEntry = z.infer<typeof agendaEntrySchema>;
