import { recordId } from '../../text/index.ts';
import type { FoundStatement, ReadDocument } from '../reading-of.ts';
import type { Dispute, Event } from '../records.ts';

/** What contradictions are looked for in. */
interface Told {
  readonly read: ReadDocument;
  readonly byId: ReadonlyMap<string, FoundStatement>;
  readonly events: readonly Event[];
  readonly sameSide: (one: readonly string[], other: readonly string[]) => boolean;
}

const shares = (one: readonly string[], other: readonly string[]): boolean => one.some((id) => other.includes(id));

const agree = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || shares(one, other);

const tellersOf = ({ byId }: Told, { assertedBy }: Event): FoundStatement[] =>
  assertedBy.flatMap((id) => byId.get(id) ?? []).filter(({ statement }) => statement.speakers.length > 0);

/** One says that it happened, the other that the same did not. */
const isContrary = (happened: Event, not: Event): boolean =>
  happened.realis === 'actual' &&
  shares(happened.actors, not.actors) &&
  agree(happened.recipients, not.recipients) &&
  (happened.time === null || not.time === null || happened.time === not.time);

/** How many events of one kind and actor before and behind a negated one are looked at. */
const NEAR = 8;

/** Claim against claim: what one party tells as done, another party tells as not done. */
export const contradictionsOf = (told: Told): Dispute[] => {
  const byType = new Map<string, Event[]>();
  for (const event of told.events) {
    for (const actor of event.actors) {
      const key = `${event.type} ${event.trigger.text.toLowerCase().slice(0, 4)} ${actor}`;
      byType.set(key, [...(byType.get(key) ?? []), event]);
    }
  }
  return [...byType.values()].flatMap((events) =>
    events.flatMap((not, index) => {
      if (not.realis !== 'negated') return [];
      const near = events.slice(Math.max(0, index - NEAR), index + NEAR);
      const happened = near.find((event) => isContrary(event, not));
      return happened === undefined ? [] : between(told, happened, not);
    }),
  );
};

/** The first who tells that it happened, against the first of another side who tells that it did not. */
const between = (told: Told, happened: Event, not: Event): Dispute[] => {
  const [claim] = tellersOf(told, happened);
  if (claim === undefined) return [];
  const { speakers } = claim.statement;
  const counter = tellersOf(told, not).find(
    ({ statement }) => statement.act !== 'deny' && !told.sameSide(statement.speakers, speakers),
  );
  if (counter === undefined) return [];
  return [
    {
      id: recordId(told.read.id, 'dispute', [counter.statement.cue, happened.trigger]),
      claim: claim.statement.id,
      counter: counter.statement.id,
      kind: 'contradicts',
      parties: [...new Set([...counter.statement.speakers, ...speakers])],
    },
  ];
};
