import type { AgendaItem, Dispute, Event } from '../../src/extraction/index.ts';
import {
  findActors,
  findAgenda,
  findDisputes,
  findEvents,
  findPlaces,
  findStatements,
  findTimes,
} from '../../src/extraction/index.ts';
import { shippedCodebook } from './codebook.ts';
import { readText, type TextFrame } from './read-text.ts';

/** An event with names and values instead of ids. */
export interface NamedEvent {
  readonly event: Event;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly time: string | null;
  readonly place: string | null;
}

/** What a test's text yields from events on. */
export interface Told {
  readonly events: readonly NamedEvent[];
  readonly agenda: readonly AgendaItem[];
  readonly disputes: readonly Dispute[];
  /** Ids of the statements, in the order of the text. */
  readonly statements: readonly string[];
  /** The cue of a statement, or the trigger of an event, by its id. */
  readonly wordsOf: (id: string) => string | undefined;
}

/** Reads a text with the shipped network and codebook and finds its events, agenda and disputes. */
export const readEvents = async (text: string, frame: TextFrame = {}): Promise<Told> => {
  const codebook = shippedCodebook();
  const read = await readText(text, { published: '2026-03-04', ...frame });
  const times = findTimes(read, codebook);
  const places = findPlaces(read, codebook);
  const actors = findActors(read, codebook, places);
  const statements = findStatements(read, actors, times, places, codebook);
  const events = findEvents(read, actors, times, places, statements, codebook);
  const names = new Map(actors.actors.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]): string[] => ids.map((id) => names.get(id) ?? id).sort();
  const words = new Map([
    ...statements.map(({ statement }) => [statement.id, statement.cue.text] as const),
    ...events.map((event) => [event.id, event.trigger.text] as const),
  ]);
  return {
    events: events.map((event) => ({
      event,
      actors: named(event.actors),
      recipients: named(event.recipients),
      time: times.find(({ id }) => id === event.time)?.value ?? null,
      place: places.find(({ id }) => id === event.place)?.name ?? null,
    })),
    agenda: findAgenda(read, events, times, codebook),
    disputes: findDisputes(read, actors, statements, events, codebook),
    statements: statements.map(({ statement }) => statement.id),
    wordsOf: (id) => words.get(id),
  };
};
