import type { Dispute } from '../../readout/index.ts';
import { AROUND } from './events.ts';
import { reasonOf } from './reason.ts';
import { type Evidence, eventLabel, type Row, type Section } from './row.ts';
import { type Excerpt, parties, type View } from './view.ts';
import { actWords, disputeWords } from './words.ts';

interface Side {
  readonly name: string;
  /** Who holds it, in words. */
  readonly holder: string;
  readonly evidence: Evidence;
  readonly rule: string;
}

const sideOf = (id: string, view: View): Side | null => {
  const event = view.event(id);
  if (event !== undefined) {
    const what = `${parties(event, view)} ${eventLabel(event)}`;
    return { name: `event ${view.number(id)}`, holder: what, evidence: event.trigger, rule: event.rule };
  }
  const statement = view.statement(id);
  if (statement === undefined) return null;
  const { content, cue, rule } = statement;
  const holder = `what ${view.speaker(statement)} ${actWords[statement.act]}`;
  return { name: `statement ${view.number(id)}`, holder, evidence: content[0] ?? cue, rule };
};

/** The sentences of both sides, once where they are the same. */
const excerptsOf = (sides: readonly Side[], view: View): Excerpt[] => {
  const excerpts = sides.map(({ evidence }) => view.excerpt(evidence, AROUND));
  const whole = ({ before, words, after }: Excerpt): string => before + words + after;
  return excerpts.filter((excerpt, index) => excerpts.findIndex((other) => whole(other) === whole(excerpt)) === index);
};

const rowOf =
  (view: View, explain: boolean) =>
  (dispute: Dispute): Row => {
    const claim = sideOf(dispute.claim, view);
    const counter = sideOf(dispute.counter, view);
    const sides = [claim, counter].flatMap((side) => side ?? []);
    const statement = view.statement(dispute.counter);
    return {
      id: dispute.id,
      number: view.number(dispute.id),
      label: disputeWords[dispute.kind],
      title: statement === undefined ? 'Somebody' : view.speaker(statement),
      notes: [
        ...(claim === null ? [] : [claim.holder]),
        sides.map(({ name }) => name).join(' against '),
        ...(dispute.parties.length > 1 ? [`between ${view.names(dispute.parties)}`] : []),
      ],
      excerpts: excerptsOf(sides, view),
      evidence: sides.map(({ evidence }) => evidence),
      reason: explain && counter !== null ? reasonOf(view, counter.rule, counter.evidence) : null,
    };
  };

/** What is claimed and contested: the claim first, then what is held against it. */
export const disputesSection = (view: View, explain: boolean): Section => ({
  id: 'disputes',
  title: 'Disputed',
  groups: [{ title: null, rows: view.readout.disputes.map(rowOf(view, explain)) }],
  empty: 'Nothing in the report is denied or contradicted.',
});
