import { type Evidence, recordId } from '../../text/index.ts';
import type { Event, Realis } from '../records.ts';
import type { Candidate } from './candidate.ts';

/** One happening: the mention told most fully, and all mentions. */
interface Happening {
  readonly main: Candidate;
  readonly mentions: readonly Candidate[];
}

const NOT_YET: readonly Realis[] = ['planned', 'expected', 'possible', 'requested', 'conditional'];

const overlap = (one: readonly string[], other: readonly string[]): number =>
  one.filter((id) => other.includes(id)).length;

/** Do the parties agree: the same, or those of one among those of the other? */
const agree = (one: readonly string[], other: readonly string[]): boolean => {
  const shared = overlap(one, other);
  return shared === one.length || shared === other.length;
};

const sameRealis = (one: Realis, other: Realis): boolean =>
  one === other || (NOT_YET.includes(one) && NOT_YET.includes(other));

const sameTime = (one: string | null, other: string | null, { readTime }: Context): boolean => {
  if (one === null || other === null || one === other) return true;
  const [first, second] = [readTime(one), readTime(other)];
  return first !== null && second !== null && (first.startsWith(second) || second.startsWith(first));
};

/** What is laid to the same party again in plain words ("they cheat us", she said) is one charge with what was laid to it before. */
const isRepeated = (one: Candidate, other: Candidate): boolean =>
  one.type === 'ACCUSE' &&
  (one.isPlain || other.isPlain) &&
  overlap(one.actors, other.actors) > 0 &&
  overlap(one.recipients, other.recipients) > 0;

/** Two acts of speech are two events, unless one is the headline's telling of the other. */
const sameSpeech = (one: Candidate, other: Candidate): boolean =>
  one.statement === null || other.statement === null || one.isHeadline || other.isHeadline || isRepeated(one, other);

/** The same act, done by the same, that several raise ("accept a truce", "agree to one") is one (codebook, ruling 11). */
const isHypothetical = (one: Candidate, other: Candidate): boolean =>
  one.realis === 'requested' && other.realis === 'requested' && overlap(one.actors, other.actors) > 0;

/**
 * Is it done to the same? Two words for what is done to nobody named ("ignored a summons", "defied Norland") may tell two deeds;
 * a headline leaves out to whom.
 */
const isDoneToSame = (one: Candidate, other: Candidate): boolean =>
  one.isHeadline || other.isHeadline
    ? one.recipients.length + other.recipients.length > 0
    : overlap(one.recipients, other.recipients) > 0;

/** Words for the same kind of thing: by pattern, mode or trigger; sanctions, and meetings of the same people, have many words. */
const sameKind = (one: Candidate, other: Candidate, { isUmbrella }: Context): boolean => {
  if (one.lemma === other.lemma || isHypothetical(one, other) || isRepeated(one, other)) return true;
  if (isUmbrella(one.lemma) !== isUmbrella(other.lemma)) return false;
  return (
    (one.rule === other.rule && one.type !== 'AGREE' && isDoneToSame(one, other)) ||
    (one.type === 'CONSULT' && overlap(one.actors, other.actors) > 1) ||
    one.type === 'SANCTION' ||
    (one.mode !== null && one.mode === other.mode)
  );
};

/** What is known of a document's times and actors. */
export interface Context {
  /** The value of a time. */
  readonly readTime: (time: string) => string | null;
  /** The body that an actor acts for, else the actor: a minister's country. */
  readonly bodyOf: (actor: string) => string;
  /** Does a word name a conflict that single measures are part of ("trade war")? */
  readonly isUmbrella: (lemma: string) => boolean;
}

/**
 * The parties of a mention; of a headline, which names bodies for their people ("G7 urges …"), and of what it is held against, the
 * bodies; so also where a meeting is named by the same word ("the ministers' talks", "the G7 talks").
 */
const sidesOf = (one: Candidate, other: Candidate, { bodyOf }: Context): readonly [string[], string[]][] => {
  const short = one.isHeadline !== other.isHeadline || (one.type === 'CONSULT' && one.lemma === other.lemma);
  const side = (ids: readonly string[]): string[] => (short ? [...new Set(ids.map(bodyOf))] : [...ids]);
  return [
    [side(one.actors), side(other.actors)],
    [side(one.recipients), side(other.recipients)],
  ];
};

const isSame = (one: Candidate, other: Candidate, context: Context): boolean => {
  if (one.type !== other.type || !sameRealis(one.realis, other.realis)) return false;
  const sides = sidesOf(one, other, context);
  if (sides.every(([mine, theirs]) => overlap(mine, theirs) === 0)) return false;
  if (!sides.every(([mine, theirs]) => agree(mine, theirs))) return false;
  return sameTime(one.time, other.time, context) && sameKind(one, other, context) && sameSpeech(one, other);
};

/** "The meeting" is the one last told of, whoever else is said to attend it. */
const isToldAgain = (one: Candidate, other: Candidate, context: Context): boolean =>
  other.isAgain &&
  one.type === other.type &&
  one.lemma === other.lemma &&
  sameRealis(one.realis, other.realis) &&
  sameTime(one.time, other.time, context);

/** Does grammar say that the second is the first ("… for what was the largest march")? */
const isPredicated = (one: Candidate, other: Candidate): boolean =>
  other.sameAs !== null && other.sameAs.start === one.trigger.start;

const fullness = ({ actors, recipients, time, place, isHeadline }: Candidate): number =>
  actors.length * 2 + recipients.length * 2 + (time === null ? 0 : 1) + (place === null ? 0 : 1) - (isHeadline ? 2 : 0);

const join = (happening: Happening, next: Candidate): Happening => ({
  main: fullness(next) > fullness(happening.main) ? next : happening.main,
  mentions: [...happening.mentions, next],
});

/** One more mention. Who calls for "what would be the largest march" is not the one who marches, where the text says who does. */
const add = (happening: Happening, next: Candidate): Happening => {
  const { actors } = happening.main;
  const isOther = actors.length > 0 && overlap(actors, next.actors) === 0;
  const predicated = happening.mentions.some((mention) => isPredicated(mention, next));
  return join(happening, isOther && predicated ? { ...next, actors: [], recipients: [] } : next);
};

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

const firstOf = (candidates: readonly Candidate[], field: 'time' | 'place' | 'statement' | 'mode'): string | null =>
  candidates.find((candidate) => candidate[field] !== null)?.[field] ?? null;

/** Who only takes for granted what the report itself tells ("a month after he resigned", she said) does not tell it. */
const tellersOf = (mentions: readonly Candidate[]): readonly Candidate[] => {
  const isReported = mentions.some(
    ({ assertedBy, isHeadline, realis }) => assertedBy.length === 0 && !isHeadline && realis === 'actual',
  );
  return isReported ? mentions.filter(({ isGranted }) => !isGranted) : mentions;
};

const toEvent = (document: string, { main, mentions }: Happening): Event => {
  const ordered = [main, ...mentions.filter((mention) => mention !== main)];
  const spans: Evidence[] = unique(mentions.map((mention) => mention.trigger)).sort((a, b) => a.start - b.start);
  return {
    id: recordId(document, 'event', [main.trigger], main.type),
    type: main.type,
    mode: firstOf(ordered, 'mode'),
    contexts: unique(mentions.flatMap((mention) => mention.contexts)),
    actors: unique(ordered.flatMap((mention) => mention.actors)),
    recipients: unique(ordered.flatMap((mention) => mention.recipients)),
    trigger: main.trigger,
    mentions: spans,
    realis: main.realis,
    assertedBy: unique(tellersOf(mentions).flatMap((mention) => mention.assertedBy)),
    statement: firstOf(ordered, 'statement'),
    time: firstOf(ordered, 'time'),
    place: firstOf(ordered, 'place'),
    rule: main.rule,
  };
};

/** Is the candidate one more mention of a happening? */
const isOneOf = (happening: Happening | undefined, candidate: Candidate, context: Context): boolean =>
  happening !== undefined &&
  (happening.mentions.some((mention) => isPredicated(mention, candidate) || isToldAgain(mention, candidate, context)) ||
    happening.mentions.every((mention) => isSame(mention, candidate, context)));

/** Joins mentions of the same happening (same type, parties, time and standing) into one event each, in text order. */
export const mergeEvents = (document: string, candidates: readonly Candidate[], context: Context): Event[] => {
  const happenings: Happening[] = [];
  const places = new Map<string, Set<number>>();
  const keysOf = ({ type, actors, recipients, trigger, lemma, sameAs }: Candidate): string[] => [
    ...[...actors, ...recipients].flatMap((id) => [`${type} ${id}`, `${type} ${context.bodyOf(id)}`]),
    `at ${trigger.start}`,
    ...(sameAs === null ? [] : [`at ${sameAs.start}`]),
    // Only a meeting told again is found by its word alone.
    ...(type === 'CONSULT' ? [`${type} as ${lemma}`] : []),
  ];
  for (const candidate of candidates) {
    const keys = keysOf(candidate);
    const near = [...new Set(keys.flatMap((key) => [...(places.get(key) ?? [])]))].sort((a, b) => a - b);
    const isNear = (index: number): boolean => isOneOf(happenings[index], candidate, context);
    const at = (candidate.isAgain ? near.findLast(isNear) : near.find(isNear)) ?? happenings.length;
    const known = happenings[at];
    happenings[at] = known === undefined ? { main: candidate, mentions: [candidate] } : add(known, candidate);
    for (const key of keys) places.set(key, (places.get(key) ?? new Set()).add(at));
  }
  return happenings.map((happening) => toEvent(document, happening));
};
