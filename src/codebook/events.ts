import { z } from 'zod';
import { examplesSchema } from './examples.ts';
import { misspeltRoles, noneOf, selfContradictions } from './pattern-mistakes.ts';
import { CONTEXTS, EVENT_TYPES, MODES } from './plover.ts';
import { ACTS } from './speech.ts';

const words = z
  .array(z.string().regex(/^[\p{L}\p{Sc}][\p{L}\p{N}'. -]*$/u, 'a word in its dictionary form, lower case'))
  .min(1, 'holds no word');

/**
 * Where in the sentence a party stands, seen from the trigger: `subject` and `object` (of the active clause), `indirect`,
 * `possessive` ("Norland's raid"), `adjective` ("the Norlandic raid"), `carrier` (who holds, launches … the noun),
 * `clause` (the verb that it governs), `infinitive` (the same, after "to"), `clause-subject` (who is asked to do it),
 * or a preposition; `codebook/README.md` lists all.
 */
const role = z.string().regex(/^[a-z-]+$/, 'a role (subject, object, possessive …) or a preposition');

const condition = z.union([z.enum(['actor', 'several', 'named', 'person', 'present', 'absent', 'place']), words], {
  error:
    'must be a list of words in dictionary form, set:ID, or one of actor, several, named, person, place, present, absent',
});

/** An entry of the section `events`. */
export const eventEntrySchema = z
  .strictObject({
    id: z.string().min(1),
    type: z.enum(EVENT_TYPES),
    mode: z.string().nullable().optional(),
    contexts: z.array(z.enum(CONTEXTS)).optional(),
    verbs: words.optional(),
    nouns: words.optional(),
    adjectives: words.optional(),
    where: z.record(role, condition).optional(),
    unless: z.record(role, condition).optional(),
    actors: z.array(role).optional(),
    recipients: z.array(role).optional(),
    parties: z.array(role).optional(),
    /** Parties without which the pattern is dropped. */
    needs: z.array(z.enum(['actors', 'recipients'])).optional(),
    /** Acts of statements that are this event even where the cue is a plain one ("said"). */
    acts: z.array(z.enum(ACTS)).optional(),
    /** Types of events that are this event where they stand with "will not" or "would not". */
    refusing: z.array(z.enum(EVENT_TYPES)).optional(),
    /** Types of events that are this event beside, where those who would do them say that they will. */
    declaring: z.array(z.enum(EVENT_TYPES)).optional(),
    realis: z.enum(['actual', 'planned', 'expected', 'possible', 'requested', 'negated']).optional(),
    examples: examplesSchema,
  })
  .refine(
    (entry) =>
      (entry.verbs ?? entry.nouns ?? entry.adjectives ?? entry.acts ?? entry.refusing ?? entry.declaring) !== undefined,
    'needs "verbs", "nouns" or "acts": what names the event',
  )
  .superRefine((entry, { addIssue }) => {
    const modes = MODES[entry.type] ?? [];
    if (typeof entry.mode === 'string' && !modes.includes(entry.mode))
      addIssue({ code: 'custom', path: ['mode'], message: noneOf(`mode of ${entry.type}`, entry.mode, modes) });
    for (const { path, message } of [...misspeltRoles(entry), ...selfContradictions(entry)])
      addIssue({ code: 'custom', path, message });
  });

/** A pattern for one kind of event: its words, the parties and where they stand, and example sentences. */
export type EventEntry = z.infer<typeof eventEntrySchema>;
/** What a role must hold for a pattern to match. */
export type RoleCondition = z.infer<typeof condition>;
