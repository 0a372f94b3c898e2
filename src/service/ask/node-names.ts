import type { AgendaSummary, DisputeSummary, NodeKind, Side, SummaryOf, When } from '../../ledger/index.ts';
import { actWords, disputeWords, enumerate, verbOf } from '../../readout/index.ts';

/** The name of an actor by its node, as it goes by now; empty where there is none. */
type NameOf = (actor: string) => string;

const namesOf = (ids: readonly string[], nameOf: NameOf): readonly string[] => [
  ...new Set(ids.map(nameOf).filter((name) => name !== '')),
];

const saidBy = (names: readonly string[], nobody: string): string => (names.length === 0 ? nobody : enumerate(names));

const DAY = 86_400_000;

/** The day, the month or whatever else it is told by; from day to day where that has no name. */
const dayWords = (when: When | null): string => {
  if (when?.start == null) return 'no date yet';
  const first = when.start.slice(0, 10);
  const last = when.end === null ? first : new Date(Date.parse(when.end) - DAY).toISOString().slice(0, 10);
  if (last <= first) return first;
  return /^\d{4}(?:-\d\d)?$/.test(when.value ?? '') ? (when.value ?? first) : `${first} – ${last}`;
};

/** "Marchetti and Ardic CONSULT, 2026-09-16". */
const agendaName = ({ who, type, when }: AgendaSummary, nameOf: NameOf): string =>
  `${saidBy(namesOf(who, nameOf), 'somebody')} ${type}, ${dayWords(when)}`;

const isAct = (what: string): what is keyof typeof actWords => what in actWords;

const claimed = ({ kind, who, what }: Side, nameOf: NameOf): string => {
  const names = namesOf(who, nameOf);
  if (kind === 'event') return `${saidBy(names, 'somebody')} ${what}`;
  return `what ${saidBy(names, 'somebody unnamed')} ${verbOf(isAct(what) ? actWords[what] : actWords.say, names.length)}`;
};

/** "Turkey denies what France claims"; of events that reports tell otherwise: "Reports contradict each other: Norland and Sudmark CONSULT". */
const disputeName = ({ kind, claim, counters }: DisputeSummary, nameOf: NameOf): string => {
  const told = counters.filter((side) => side.kind === 'statement');
  if (told.length === 0) return `Reports contradict each other: ${claimed(claim, nameOf)}`;
  const against = namesOf(
    told.flatMap(({ who }) => who),
    nameOf,
  );
  const somebody = saidBy(against, 'somebody unnamed');
  if (kind !== 'disputes-characterization')
    return `${somebody} ${verbOf(disputeWords[kind], against.length)} ${claimed(claim, nameOf)}`;
  return `${somebody} ${verbOf('disputes', against.length)} how ${saidBy(namesOf(claim.who, nameOf), 'somebody unnamed')} put it`;
};

/**
 * What a node is called where it has no name of its own: disputes and what is planned go by those they are about, with the names that
 * these have at that moment. Null for all others.
 */
export const madeName = <K extends NodeKind>(kind: K, summary: SummaryOf[K], nameOf: NameOf): string | null => {
  if (kind === 'agenda') return agendaName(summary as AgendaSummary, nameOf);
  return kind === 'dispute' ? disputeName(summary as DisputeSummary, nameOf) : null;
};
