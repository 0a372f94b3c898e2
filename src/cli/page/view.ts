import { type Actor, type Event, isStance, type Reading, type Readout, type Statement } from '../../readout/index.ts';
import { sayTime } from './when.ts';
import { enumerate, oneLine, squeeze } from './words.ts';

type Evidence = Statement['cue'];

/** Words of the report around a span: the sentence it stands in, cut where it is long. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A readout with the look-ups that every page needs. */
export interface View {
  readonly reading: Reading;
  readonly readout: Readout;
  /** What the report was read from: the name of a file. */
  readonly name: string;
  readonly actor: (id: string) => Actor | undefined;
  readonly statement: (id: string) => Statement | undefined;
  readonly event: (id: string) => Event | undefined;
  /** The number that a page gives a row: "3" for the third statement. */
  readonly number: (id: string) => number;
  readonly names: (ids: readonly string[]) => string;
  readonly speaker: (statement: Statement) => string;
  readonly time: (id: string | null) => string | null;
  readonly place: (id: string | null) => string | null;
  readonly excerpt: (span: Evidence, most: number) => Excerpt;
}

const cutAt = (text: string, most: number, side: 'start' | 'end'): string => {
  if (text.length <= most) return text;
  if (side === 'end') return `${text.slice(0, most).replace(/\s+\S*$/, '')} …`;
  return `… ${text.slice(text.length - most).replace(/^\S*\s+/, '')}`;
};

/** The sentence that holds an offset: sentences are in text order and do not overlap. */
export const sentenceAt = (
  sentences: Reading['sentences'],
  offset: number,
): Reading['sentences'][number] | undefined => {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.start <= offset ? found : undefined;
};

const excerptOf =
  ({ readout, sentences }: Reading) =>
  ({ start, end }: Evidence, most: number): Excerpt => {
    const around = sentenceAt(sentences, start) ?? { start, end };
    const before = squeeze(readout.text.slice(around.start, start)).trimStart();
    const after = squeeze(readout.text.slice(end, Math.max(end, around.end))).trimEnd();
    const words = squeeze(readout.text.slice(start, end));
    const room = Math.max(20, most - words.length);
    const ahead = Math.min(before.length, Math.max(Math.floor(room / 2), room - after.length));
    return { before: cutAt(before, ahead, 'start'), words, after: cutAt(after, room - ahead, 'end') };
  };

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** The statements that a page shows and numbers: all but stances, which tell nothing. */
export const shownStatements = ({ statements }: Readout): readonly Statement[] =>
  statements.filter((statement) => !isStance(statement));

const numbersOf = (readout: Readout): Map<string, number> =>
  new Map(
    [readout.actors, shownStatements(readout), readout.events, readout.agenda, readout.disputes].flatMap((rows) =>
      rows.map((row, index): [string, number] => [row.id, index + 1]),
    ),
  );

const timeWords = (time: Readout['times'][number]): string => {
  const words = `“${oneLine(time.span.text)}”`;
  if (time.value === null || time.kind === 'unresolved') return `${words} (unresolved)`;
  // A duration ("for years"), a habit or a season of no year is no day: the report's words tell it best.
  if (!/^\d{4}/.test(time.value)) return words;
  return `${time.kind === 'approximate' ? 'about ' : ''}${sayTime(time.value)}`;
};

/** The view of a reading; `name` is what it was read from. */
export const viewOf = (reading: Reading, name: string): View => {
  const { readout } = reading;
  const actors = byId(readout.actors);
  const times = byId(readout.times);
  const places = byId(readout.places);
  const statements = byId(readout.statements);
  const events = byId(readout.events);
  const numbers = numbersOf(readout);
  const names = (ids: readonly string[]): string => enumerate(ids.map((id) => oneLine(actors.get(id)?.name ?? id)));
  return {
    reading,
    readout,
    name,
    names,
    actor: (id) => actors.get(id),
    statement: (id) => statements.get(id),
    event: (id) => events.get(id),
    number: (id) => numbers.get(id) ?? 0,
    speaker: ({ speakers, source }) => {
      if (speakers.length > 0) return names(speakers);
      return source === null ? 'somebody unnamed' : `“${oneLine(source.text)}” (unnamed)`;
    },
    time: (id) => {
      const time = id === null ? undefined : times.get(id);
      return time === undefined ? null : timeWords(time);
    },
    place: (id) => oneLine((id === null ? undefined : places.get(id)?.name) ?? '') || null,
    excerpt: excerptOf(reading),
  };
};

/** A person's or body's title and where it belongs: "foreign minister, Norland". */
export const standing = ({ name, role, affiliation }: Actor): string =>
  [role, affiliation].flatMap((part) => (part === null || part === name ? [] : [oneLine(part)])).join(', ');

/** Whose word an event rests on, in words: "alleged by Ada Berg"; null where the report itself says so. */
export const assertion = (event: Event, view: View): string | null => {
  const said = event.assertedBy.flatMap((id) => view.statement(id) ?? []);
  const verbs: Readonly<Record<string, string>> = { claim: 'alleged', accuse: 'alleged', deny: 'denied' };
  const verbOf = (statement: Statement): string => verbs[statement.act] ?? 'said';
  const groups = Map.groupBy(said, verbOf);
  const parts = [...groups].map(
    ([verb, by]) => `${verb} by ${enumerate([...new Set(by.map((statement) => view.speaker(statement)))])}`,
  );
  return parts.length > 0 ? parts.join('; ') : null;
};

/** Who does it, and to whom: "Norland → Sudmark". */
export const parties = (event: Event, view: View): string => {
  const actors = view.names(event.actors) || 'somebody';
  return event.recipients.length > 0 ? `${actors} → ${view.names(event.recipients)}` : actors;
};
