import type { Actor } from '../../readout/index.ts';
import type { Row, Section } from './row.ts';
import type { View } from './view.ts';
import { count, oneLine } from './words.ts';

const rowOf =
  (view: View) =>
  (actor: Actor): Row => ({
    id: actor.id,
    number: view.number(actor.id),
    label: actor.kind,
    title: oneLine(actor.name),
    notes: [actor.role, actor.affiliation, actor.code, count(actor.mentions.length, 'mention')].flatMap((note) =>
      note === null ? [] : [oneLine(note)],
    ),
    excerpts: [],
    evidence: actor.mentions,
    reason: null,
  });

/** Who is who: people first, then the others, each in the order of the report. */
export const actorsSection = (view: View): Section => {
  const { actors } = view.readout;
  const people = actors.filter(({ kind }) => kind === 'person');
  const others = actors.filter(({ kind }) => kind !== 'person');
  return {
    id: 'actors',
    title: 'Who',
    groups: [{ title: null, rows: [...people, ...others].map(rowOf(view)) }],
    empty: 'No person, country, body or group was found.',
  };
};
