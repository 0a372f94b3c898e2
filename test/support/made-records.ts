import type { Actor, AgendaItem, Dispute, Event, Place, Statement, TimeExpression } from '../../src/readout/index.ts';
import { type Evidence, recordId } from '../../src/text/index.ts';
import { type MadeReport, madeArrival } from './made-arrival.ts';

/** Records of a made report, named by the words that stand for them in its text. */
export interface MadeRecords
  extends Omit<MadeReport, 'actors' | 'times' | 'places' | 'statements' | 'events' | 'agenda' | 'disputes'> {
  readonly actors?: Readonly<Record<string, Partial<Actor>>>;
  readonly times?: Readonly<Record<string, string>>;
  readonly places?: Readonly<Record<string, Partial<Place>>>;
  /** By cue: who says what. */
  readonly statements?: Readonly<
    Record<string, Partial<Omit<Statement, 'content'>> & { readonly by?: readonly string[]; readonly content: string }>
  >;
  /** By trigger: who does what to whom, when and where. */
  readonly events?: Readonly<
    Record<
      string,
      Partial<Event> & {
        readonly by?: readonly string[];
        readonly to?: readonly string[];
        readonly on?: string;
        readonly at?: string;
      }
    >
  >;
  /** By the trigger of the event. */
  readonly agenda?: Readonly<Record<string, { readonly state: AgendaItem['state']; readonly on?: string }>>;
  /** Cue or trigger of the claim, and cue of what is held against it. */
  readonly disputes?: readonly (readonly [claim: string, counter: string])[];
}

/** An arrival with records whose spans are the words they are named by. */
export const madeReport = (made: MadeRecords) => {
  const { text } = made;
  const evidence = (words: string): Evidence => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`The made report does not say "${words}"`);
    return { start, end: start + words.length, text: words };
  };
  const id = (kind: string, words: string): string => recordId(text, kind, [evidence(words)]);
  const ids = (kind: string, all: readonly string[] = []) => all.map((words) => id(kind, words));
  const rows = <T>(records: Readonly<Record<string, T>> | undefined) => Object.entries(records ?? {});
  const actors = rows(made.actors).map(
    ([words, actor]): Actor => ({
      id: id('actor', words),
      name: words,
      kind: 'person',
      role: null,
      affiliation: null,
      code: null,
      mentions: [evidence(words)],
      ...actor,
    }),
  );
  const times = rows(made.times).map(
    ([words, value]): TimeExpression => ({
      id: id('time', words),
      span: evidence(words),
      type: 'DATE',
      value,
      grain: 'day',
      kind: 'exact',
      anchor: 'publication',
      rule: 'made',
    }),
  );
  const places = rows(made.places).map(
    ([words, place]): Place => ({
      id: id('place', words),
      span: evidence(words),
      name: words,
      country: null,
      lat: null,
      lon: null,
      precision: null,
      gazetteer: null,
      rule: 'made',
      ...place,
    }),
  );
  const statements = rows(made.statements).map(
    ([words, { by, content, ...statement }]): Statement => ({
      id: id('statement', words),
      source: null,
      speakers: ids('actor', by),
      cue: evidence(words),
      content: [evidence(content)],
      quotation: 'indirect',
      act: 'say',
      attitude: false,
      channel: [],
      addressee: null,
      time: null,
      place: null,
      parent: null,
      rule: 'made',
      ...statement,
    }),
  );
  const events = rows(made.events).map(
    ([words, { by, to, on, at, ...event }]): Event => ({
      id: id('event', words),
      type: 'CONSULT',
      mode: null,
      contexts: [],
      actors: ids('actor', by),
      recipients: ids('actor', to),
      trigger: evidence(words),
      mentions: [evidence(words)],
      realis: 'actual',
      assertedBy: [],
      statement: null,
      time: on === undefined ? null : id('time', on),
      place: at === undefined ? null : id('place', at),
      rule: 'made',
      ...event,
    }),
  );
  const agenda = rows(made.agenda).map(([words, { state, on }]): AgendaItem => {
    const event = events.find((each) => each.id === id('event', words));
    const value = made.times?.[on ?? ''] ?? null;
    return {
      id: id('agenda', words),
      event: event?.id ?? '',
      when: { value, grain: 'day', kind: value === null ? 'unscheduled' : 'exact' },
      where: null,
      who: event?.actors ?? [],
      state,
    };
  });
  const recordOf = (words: string): string =>
    statements.find((each) => each.cue.text === words)?.id ??
    events.find((each) => each.trigger.text === words)?.id ??
    '';
  const disputes = (made.disputes ?? []).map(
    ([claim, counter]): Dispute => ({
      id: id('dispute', counter),
      claim: recordOf(claim),
      counter: recordOf(counter),
      kind: 'denies',
      parties: [],
    }),
  );
  return madeArrival({ ...made, actors, times, places, statements, events, agenda, disputes });
};
