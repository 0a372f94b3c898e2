import type { Dispute } from '../../readout/index.ts';
import { AROUND } from './events.ts';
import { reasonOf } from './reason.ts';
import type { Evidence, Row, Section } from './row.ts';
import type { View } from './view.ts';
import { disputeWords } from './words.ts';

interface Side {
  readonly name: string;
  readonly evidence: Evidence;
  readonly rule: string;
}

const sideOf = (id: string, view: View): Side | null => {
  const event = view.event(id);
  if (event !== undefined) return { name: `event ${view.number(id)}`, evidence: event.trigger, rule: event.rule };
  const statement = view.statement(id);
  if (statement === undefined) return null;
  return {
    name: `statement ${view.number(id)}`,
    evidence: statement.content[0] ?? statement.cue,
    rule: statement.rule,
  };
};

const rowOf =
  (view: View, explain: boolean) =>
  (dispute: Dispute): Row => {
    const claim = sideOf(dispute.claim, view);
    const counter = sideOf(dispute.counter, view);
    const sides = [claim, counter].flatMap((side) => side ?? []);
    return {
      id: dispute.id,
      number: view.number(dispute.id),
      label: disputeWords[dispute.kind],
      title: `${counter?.name ?? 'somebody'} ${disputeWords[dispute.kind]} ${claim?.name ?? 'a claim'}`,
      notes: dispute.parties.length > 0 ? [`between ${view.names(dispute.parties)}`] : [],
      excerpts: sides.map(({ evidence }) => view.excerpt(evidence, AROUND)),
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
