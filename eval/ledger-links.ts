import type { Readout } from '../src/readout/index.ts';
import type { GoldReport, Scoring } from './ledger-gold.ts';

type Pairs = ReadonlyMap<number, number>;

/** Records of a report, ours and gold, that stand for each other. */
interface Linked {
  readonly report: GoldReport;
  readonly readout: Readout;
  /** Our id of a gold statement or event, where it was found. */
  readonly idOf: ReadonlyMap<string, string>;
}

const idsOf = (report: GoldReport, readout: Readout, statements: Pairs, events: Pairs): Map<string, string> => {
  const found = new Map<string, string>();
  for (const [g, s] of statements) found.set(report.statements[g]?.id ?? '', readout.statements[s]?.id ?? '');
  for (const [g, s] of events) found.set(report.events[g]?.id ?? '', readout.events[s]?.id ?? '');
  return found;
};

const shorten = (words: string): string => words.replace(/\s+/g, ' ').slice(0, 90);

const goldSide = ({ report }: Linked, id: string): string => {
  const event = report.events.find((each) => each.id === id);
  if (event !== undefined) return `${event.type} ${event.realis} "${event.trigger}" [${event.actors.join('; ')}]`;
  const statement = report.statements.find((each) => each.id === id);
  return statement === undefined
    ? id
    : `[${statement.speakers.join('; ')}] ${statement.cue} "${shorten(statement.content[0] ?? '')}"`;
};

const ownSide = ({ readout }: Linked, id: string): string => {
  const event = readout.events.find((each) => each.id === id);
  if (event !== undefined) return `${event.type} ${event.realis} "${event.trigger.text}"`;
  const statement = readout.statements.find((each) => each.id === id);
  return statement === undefined
    ? id
    : `${statement.source?.text ?? ''} ${statement.cue.text} "${shorten(statement.content[0]?.text ?? '')}"`;
};

const scoreAgenda = ({ n, say }: Scoring, linked: Linked): void => {
  const { report, readout, idOf } = linked;
  const own = new Set(readout.agenda.map((item) => item.event));
  const gold = new Set(report.agenda);
  n.add('gold agenda', gold.size);
  n.add('system agenda', own.size);
  const right = new Set<string>();
  for (const id of gold) {
    const found = idOf.get(id);
    if (found !== undefined && own.has(found)) right.add(found);
    else say(`missed agenda${found === undefined ? ', no event' : ''}: ${goldSide(linked, id)}`);
  }
  n.add('agenda right', right.size);
  for (const id of own) if (!right.has(id)) say(`false agenda: ${ownSide(linked, id)}`);
};

/** Which of the two sides was not found at all. */
const lostOf = ([claim, counter]: readonly (string | undefined)[]): string =>
  (claim === undefined ? ', no claim' : '') + (counter === undefined ? ', no counter' : '');

const scoreDisputes = ({ n, say }: Scoring, linked: Linked): void => {
  const { report, readout, idOf } = linked;
  n.add('gold disputes', report.disputes.length);
  n.add('system disputes', readout.disputes.length);
  const right = new Set<string>();
  for (const { claim, counter, kind } of report.disputes) {
    const sides = [idOf.get(claim), idOf.get(counter)];
    const found = readout.disputes.find((each) => sides.includes(each.claim) && sides.includes(each.counter));
    n.add('dispute right', found !== undefined);
    if (found !== undefined) right.add(found.id);
    else say(`missed dispute${lostOf(sides)}: ${kind ?? ''} ${goldSide(linked, claim)} / ${goldSide(linked, counter)}`);
  }
  for (const { id, claim, counter, kind } of readout.disputes)
    if (!right.has(id)) say(`false dispute: ${kind} ${ownSide(linked, claim)} / ${ownSide(linked, counter)}`);
};

/** Scores the agenda and the disputes of a report, by the records that they link. */
export const scoreLinks = (
  scoring: Scoring,
  report: GoldReport,
  readout: Readout,
  statements: Pairs,
  events: Pairs,
): void => {
  const linked: Linked = { report, readout, idOf: idsOf(report, readout, statements, events) };
  scoreAgenda(scoring, linked);
  scoreDisputes(scoring, linked);
};
