import { type RawBuilder, sql } from 'kysely';
import { FOREVER } from '../../store/index.ts';
import type { RecordTable } from '../ask/conditions.ts';

/** A reason to look at a row again: what is odd about it, and how much that weighs. */
export interface Doubt {
  readonly reason: string;
  readonly of: readonly RecordTable[];
  /** What is said of it to people. */
  readonly words: string;
  /** From 1, a small thing, to 4: the row contradicts itself. */
  readonly weight: number;
  /** Whether it holds of a row called `t`. Rare ones have an index (migrations/0014-ways-to-rare-rows.sql). */
  readonly holds: RawBuilder<boolean>;
}

/** Words that stand for somebody whom the report must have named: pronouns, "the minister", "their spokesman". */
const POINTS_BACK = '^((he|she|they|it|we|i|who|this|that)$|(the|this|that|these|those|his|her|its|their) )';
/** Two words with capitals in a row: a name. */
const NAMED = '[[:upper:]][^[:space:]]+ [[:upper:]]';

const named = sql`(t.source ~* ${sql.lit(POINTS_BACK)} or t.source ~ ${sql.lit(NAMED)})`;

/** Nodes that are one side of a dispute. */
const disputed = sql`
  select d.summary->'claim'->>'node' from nodes d where d.kind = 'dispute' and d.until = ${sql.lit(FOREVER)}::bigint and d.review <> 'rejected'
  union select c->>'node' from nodes d cross join lateral jsonb_array_elements(d.summary->'counters') as c
  where d.kind = 'dispute' and d.until = ${sql.lit(FOREVER)}::bigint and d.review <> 'rejected'`;

const ofStatements: readonly Omit<Doubt, 'of'>[] = [
  {
    reason: 'unresolved-speaker',
    words: 'Its source points to somebody, but who that is was not resolved.',
    weight: 3,
    holds: sql<boolean>`(t.source is not null and cardinality(t.speakers) = 0 and ${named})`,
  },
  {
    reason: 'source-missing',
    words: 'Nobody is named as its source.',
    weight: 2,
    holds: sql<boolean>`(t.source is null and cardinality(t.speakers) = 0 and not t.attitude)`,
  },
  {
    reason: 'network-only',
    words: 'The network alone took these words for a statement; no word that the codebook knows introduces them.',
    weight: 2,
    holds: sql<boolean>`(t.rule like 'statements/head/%')`,
  },
  {
    reason: 'odd-length',
    words: 'What is said is very short or very long: its beginning or end may be wrong.',
    weight: 1,
    holds: sql<boolean>`(length(t.content) < 12 or length(t.content) > 700)`,
  },
];

const ofEvents: readonly Omit<Doubt, 'of'>[] = [
  {
    reason: 'acts-on-itself',
    words: 'The same one does it and undergoes it.',
    weight: 4,
    holds: sql<boolean>`(t.actors && t.recipients)`,
  },
  {
    reason: 'against-time',
    words: 'Its realis goes against its time: it happened, but later than the report; or it is ahead, but in the past.',
    weight: 4,
    holds: sql<boolean>`((t.realis = 'actual' and t.starts at time zone 'UTC' > t.at at time zone 'UTC' + interval '1 day')
      or (t.realis in ('planned', 'expected') and t.ends at time zone 'UTC' <= date_trunc('day', t.at at time zone 'UTC')))`,
  },
  {
    reason: 'nobody-acts',
    words: 'Nobody is named who does it.',
    weight: 3,
    holds: sql<boolean>`(cardinality(t.actors) = 0 and t.type <> 'OCCASION')`,
  },
  {
    reason: 'told-otherwise',
    words: 'Another report tells the same event with another realis.',
    weight: 3,
    holds: sql<boolean>`exists (select 1 from events o where o.node = t.node and o.document <> t.document
      and o.realis <> t.realis and o.until = ${sql.lit(FOREVER)}::bigint and o.review <> 'rejected')`,
  },
  {
    reason: 'alone',
    words: 'Such an event takes two parties; one is named.',
    weight: 2,
    holds: sql<boolean>`(t.type in ('CONSULT', 'AGREE', 'COOPERATE') and cardinality(t.actors) = 1 and cardinality(t.recipients) = 0)`,
  },
  {
    reason: 'nobody-undergoes',
    words: 'Such an event is done to somebody; nobody is named.',
    weight: 2,
    holds: sql<boolean>`(t.type in ('ACCUSE', 'THREATEN', 'SANCTION', 'COERCE', 'ASSAULT', 'AID') and cardinality(t.recipients) = 0)`,
  },
  {
    reason: 'time-open',
    words: 'A time is named that could not be resolved to a date.',
    weight: 1,
    holds: sql<boolean>`(t.record->>'time' is not null and t.starts is null)`,
  },
  {
    reason: 'realis-open',
    words: 'Whether it comes about is open: the words for it are those that are most often misread.',
    weight: 1,
    holds: sql<boolean>`(t.realis in ('possible', 'conditional', 'expected'))`,
  },
];

/** Every reason for which a row is put before people, the heaviest first. */
export const doubts: readonly Doubt[] = [
  {
    reason: 'disputed',
    of: ['statements' as const, 'events' as const],
    words: 'It is one side of a dispute.',
    weight: 3,
    holds: sql<boolean>`(t.node in (${disputed}))`,
  },
  ...ofStatements.map((doubt) => ({ ...doubt, of: ['statements' as const] })),
  ...ofEvents.map((doubt) => ({ ...doubt, of: ['events' as const] })),
].toSorted((a, b) => b.weight - a.weight);

/** Their names, as a filter asks for them. */
export const doubtReasons: readonly string[] = doubts.map(({ reason }) => reason);
