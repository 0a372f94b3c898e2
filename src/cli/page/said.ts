import type { Statement } from '../../readout/index.ts';
import { reasonOf } from './reason.ts';
import type { Row, Section } from './row.ts';
import { type Excerpt, shownStatements, standing, type View } from './view.ts';
import { actWords, enumerate, oneLine } from './words.ts';

/** The longest quotation that a page shows whole, in characters. */
const LONGEST = 400;

const contentOf = (statement: Statement): Excerpt => {
  const words = statement.content.map(({ text }) => oneLine(text)).join(' … ');
  if (words === '') return { before: '', words: oneLine(statement.cue.text), after: '' };
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')} …` : words;
  return { before: '', words: short, after: '' };
};

/** An act that says more than that something was said is named; else the report's own verb tells more ("shouted", "put"). */
const actOf = ({ act, attitude, cue, rule, source }: Statement): string => {
  const isPlain = act === 'say' && rule.startsWith('statements/verb-');
  if (!attitude && !isPlain) return actWords[act];
  const words = oneLine(cue.text).toLowerCase();
  // "were expected" by nobody whom the report names.
  return source === null ? `“${words}”` : words;
};

const standingOf = (statement: Statement, view: View): string[] => {
  const [only, ...others] = statement.speakers.flatMap((id) => view.actor(id) ?? []);
  const words = only === undefined || others.length > 0 ? '' : standing(only);
  return words === '' ? [] : [words];
};

const notesOf = (statement: Statement, view: View): string[] => {
  const { addressee, channel, time, place, parent } = statement;
  const channels = [...new Set(channel.map(({ name }) => oneLine(name)))];
  return [
    ...standingOf(statement, view),
    ...(addressee === null ? [] : [`to ${oneLine(addressee.text)}`]),
    ...(channels.length === 0 ? [] : [`through ${enumerate(channels)}`]),
    ...[view.time(time), view.place(place)].flatMap((note) => note ?? []),
    ...(parent === null ? [] : [`inside statement ${view.number(parent)}`]),
  ];
};

const rowOf =
  (view: View, explain: boolean) =>
  (statement: Statement): Row => ({
    id: statement.id,
    number: view.number(statement.id),
    label: actOf(statement),
    title: view.speaker(statement),
    notes: notesOf(statement, view),
    excerpts: [contentOf(statement)],
    evidence: [...(statement.source === null ? [] : [statement.source]), statement.cue, ...statement.content],
    reason: explain ? reasonOf(view, statement.rule, statement.cue) : null,
  });

/** Who said what, and apart from it who is said to think, want or expect what; each in the order of the report. */
export const saidSection = (view: View, explain: boolean): Section => {
  const toRow = rowOf(view, explain);
  const statements = shownStatements(view.readout);
  const said = statements.filter(({ attitude }) => !attitude).map(toRow);
  const thought = statements.filter(({ attitude }) => attitude).map(toRow);
  return {
    id: 'said',
    title: 'Said',
    groups: [
      ...(said.length > 0 ? [{ title: null, rows: said }] : []),
      ...(thought.length > 0 ? [{ title: 'Thought, wanted or expected', rows: thought }] : []),
    ],
    empty: 'Nobody is quoted or reported to have said anything.',
  };
};
