import { z } from '@hono/zod-openapi';
import { actorName, counts, reportName, review } from './records.ts';
import { instant } from './shapes.ts';

const text = z.string().nullable();
const ids = z.array(z.string());
const ref = { document: z.string(), record: z.string() };
const dated = z.object({ value: z.string(), first: text, last: text, reports: z.int(), from: z.object(ref) });
const moved = z.object({ value: text, start: text, end: text, grain: z.string() });
const when = moved.nullable();
const span = z.object({ first: z.string(), last: z.string() });
const party = z.object({
  node: z.string(),
  side: z.enum(['actor', 'recipient']),
  kind: z.enum(['person', 'organization', 'country', 'group']),
  country: text,
  sector: text,
  label: text,
});
const told = { ...ref, published: text, publisher: text, origin: z.string() };
const side = z.object({
  ...told,
  kind: z.enum(['event', 'statement']),
  node: z.string(),
  who: ids.describe('The speakers of a statement, the actors of an event.'),
  what: z.string().describe('The act of a statement, the type of an event.'),
});
const telling = z.object(told);
/** What became of something planned. */
export const agendaState = z.enum(['scheduled', 'postponed', 'rescheduled', 'cancelled', 'held', 'did not happen']);

/** What a dispute says of itself. */
export const disputeSummary = z.object({
  kind: z.enum(['denies', 'contradicts', 'disputes-characterization']),
  claim: side,
  counters: z.array(side),
  parties: ids,
});

/** What an item of the agenda says of itself. */
export const agendaSummary = z.object({
  event: z.string(),
  type: z.string().describe('The type of the event.'),
  who: ids,
  when,
  place: text,
  state: agendaState,
  steps: z.array(z.object({ ...ref, state: agendaState, when, published: text })),
  tellings: z
    .array(z.object({ ...told, state: agendaState, when }))
    .describe('All that put it on the agenda, or say what became of it.'),
  counts,
});

/** What each kind of node says of itself. */
const summaries = {
  actor: z.object({
    name: z.string(),
    kind: z.enum(['person', 'organization', 'country', 'group']),
    names: z.array(dated),
    roles: z.array(dated),
    affiliations: z.array(dated),
    codes: z.array(dated),
    isNamed: z.boolean().describe('Whether reports give it a name of its own.'),
    genders: z.array(dated),
    institution: text,
    situations: ids,
    documents: ids.describe('The last reports that mention it.'),
    publishers: ids,
    origins: ids.describe('The last origins of such reports.'),
    counts,
  }),
  event: z.object({
    type: z.string(),
    mode: text,
    realis: z.string(),
    actors: ids,
    recipients: ids,
    when,
    formerly: z.array(moved).describe('Dates it was once planned for, before it was moved.'),
    span,
    place: z.object({ name: z.string(), country: text, isCountry: z.boolean() }).nullable(),
    words: ids,
    parties: z.array(party),
    terms: ids,
    situations: ids,
    assertedBy: ids.describe('Actors that assert it; empty where reporters do.'),
    tellings: z.array(telling),
    counts,
  }),
  statement: z.object({
    speakers: ids,
    act: z.string(),
    shingles: z.array(z.number()),
    terms: ids,
    about: ids.describe('Actors that the content speaks of.'),
    isNegated: z.boolean(),
    isUnnamed: z.boolean(),
    sides: z.object({ by: ids, about: ids }),
    span,
    first: telling,
    tellings: z.array(telling),
    counts,
  }),
  dispute: disputeSummary,
  agenda: agendaSummary,
  situation: z.object({
    title: z.string(),
    first: text,
    last: text,
    terms: z.record(z.string(), z.number()),
    span,
    publishers: ids,
    origins: ids,
    documents: ids,
    actors: ids,
    counts,
  }),
};

type Kind = keyof typeof summaries;

/** A node of a kind as lists give it. */
const nodeOf = <K extends Kind>(kind: K) =>
  z.object({
    kind: z.literal(kind),
    id: z.string(),
    name: z.string(),
    at: instant,
    review,
    counts,
    summary: summaries[kind],
    actors: z.array(actorName),
  });

/** The kinds of nodes, by what their lists are called in addresses. */
export const nodeLists = {
  actors: { kind: 'actor', item: nodeOf('actor').openapi('ActorNode') },
  situations: { kind: 'situation', item: nodeOf('situation').openapi('SituationNode') },
  disputes: { kind: 'dispute', item: nodeOf('dispute').openapi('DisputeNode') },
  agenda: { kind: 'agenda', item: nodeOf('agenda').openapi('AgendaNode') },
  'event-nodes': { kind: 'event', item: nodeOf('event').openapi('EventNode') },
  'statement-nodes': { kind: 'statement', item: nodeOf('statement').openapi('StatementNode') },
} as const;

export type NodeList = keyof typeof nodeLists;

/** A record that belongs to a node, and why. */
export const member = z.object({ ...ref, reason: z.string() }).openapi('Member');

/** What one report says of an actor. */
export const actorTelling = z
  .object({
    ...ref,
    report: reportName,
    name: z.string(),
    role: text,
    affiliation: text,
    code: text,
    mentions: z.int().describe('How often the report mentions it, pronouns too.'),
    evidence: z
      .object({ start: z.int(), end: z.int(), text: z.string() })
      .nullable()
      .describe('The sentence that gives it its role, or else that names it first.'),
    reason: z.string().describe('Why this is the same actor.'),
  })
  .openapi('ActorTelling');
