import type { Span } from '../../text/index.ts';
import { indexBySpan, type NearIndex } from '../near.ts';
import type { ActorIndex, FoundStatement, ReadDocument } from '../reading-of.ts';
import type { Event } from '../records.ts';
import { topicsOf, topicsOfAct } from './topics.ts';

/** Something said that may be disputed: an accusation, a claim. */
export interface Claim {
  readonly id: string;
  readonly by: readonly string[];
  /** Whom it is about. */
  readonly about: readonly string[];
  readonly at: Span;
  /** Does it accuse or act against somebody, rather than only tell of him? */
  readonly accuses: boolean;
  /** Is it an act, such as an arrest or a threat, which words may condemn but not deny? */
  readonly isAct: boolean;
  /** Is it an order, which only an answer that speaks of the same is to ("called the | arrest | political")? */
  readonly isOrder: boolean;
  /** What it is about, in dictionary forms. */
  readonly topics: () => ReadonlySet<string>;
}

/** What claims are looked for in. */
export interface Telling {
  readonly read: ReadDocument;
  readonly actors: ActorIndex;
  readonly statements: readonly FoundStatement[];
  readonly events: readonly Event[];
  /** The events that a statement tells. */
  readonly toldBy: ReadonlyMap<string, readonly Event[]>;
  /** Do two actors speak for the same side: the same actor, or of the same country's government? */
  readonly sameSide: (one: readonly string[], other: readonly string[]) => boolean;
}

/** Computes a value when it is first asked for: few of the claims of a long report are ever compared. */
export const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const ACCUSING = new Set(['accuse', 'claim', 'criticize', 'threaten']);
const TELLING = new Set(['say', 'announce']);

/** Acts against somebody, which those whom they hit may dispute. */
const HOSTILE: readonly Event['type'][] = ['ACCUSE', 'THREATEN', 'SANCTION', 'COERCE'];

/** What one accuses another of by only telling it. */
const BLAMING: readonly Event['type'][] = ['COERCE', 'ASSAULT', 'MOBILIZE', 'THREATEN'];

interface Mention {
  readonly actor: string;
  readonly span: Span;
}

/** Finds the actors that stand in what is said. */
export const mentionsOf = ({ actors }: ActorIndex): ((content: readonly Span[]) => string[]) => {
  const all = actors.flatMap((actor) => actor.mentions.map((span): Mention => ({ actor: actor.id, span })));
  const mentions: NearIndex<Mention> = indexBySpan(all, ({ span }) => [span]);
  return (content) =>
    content.flatMap((span) =>
      mentions
        .near(span)
        .filter((mention) => span.start <= mention.span.start && mention.span.end <= span.end)
        .map(({ actor }) => actor),
    );
};

/** "France said that Turkey had intervened": does a statement tell of another side's act against somebody? */
const isBlaming = ({ toldBy, sameSide }: Telling, { statement }: FoundStatement): boolean =>
  (toldBy.get(statement.id) ?? []).some(
    ({ type, realis, actors }) =>
      BLAMING.includes(type) && realis === 'actual' && actors.length > 0 && !sameSide(actors, statement.speakers),
  );

/** What can be answered: acts against somebody, and statements that accuse, claim, or tell something of another party. */
export const claimsOf = (telling: Telling): Claim[] => {
  const mentioned = mentionsOf(telling.actors);
  const accusations = telling.events.filter(({ type, realis }) => HOSTILE.includes(type) && realis === 'actual');
  const told = accusations.map(
    (event): Claim => ({
      id: (event.type === 'ACCUSE' ? event.statement : null) ?? event.id,
      by: event.actors,
      about: event.recipients,
      at: event.trigger,
      accuses: event.type === 'ACCUSE',
      isAct: event.type !== 'ACCUSE',
      isOrder: false,
      topics: once(() => topicsOfAct(telling.read, event.trigger)),
    }),
  );
  const known = new Set(accusations.flatMap(({ id, statement }) => [id, ...(statement === null ? [] : [statement])]));
  const said = telling.statements.flatMap((found): Claim[] => {
    const { id, attitude, act, content, speakers, cue } = found.statement;
    if (known.has(id) || attitude) return [];
    const isOrder = act === 'demand';
    if (!ACCUSING.has(act) && !TELLING.has(act) && !isOrder) return [];
    const accuses = ACCUSING.has(act) || isBlaming(telling, found);
    const topics = once(() => topicsOf(telling.read, content));
    return [
      {
        id,
        by: speakers,
        about: mentioned(content),
        at: cue,
        accuses: accuses && !isOrder,
        isAct: isOrder,
        isOrder,
        topics,
      },
    ];
  });
  return [...told, ...said].sort((one, other) => one.at.start - other.at.start);
};
