import type { Readout } from '../src/readout/index.ts';
import type { Span } from '../src/text/index.ts';

/** A sentence of the file of event sentences. */
export interface EventRow {
  readonly set: string;
  readonly id: string;
  readonly text: string;
  readonly expect: string;
  readonly markup?: string;
  readonly events: readonly { readonly plover_root?: string; readonly penta?: number }[];
}

/** A sentence with the class of its event, and who does it to whom. */
export interface ClassedSentence {
  readonly id: string;
  readonly text: string;
  readonly gold: string;
  readonly source: Span;
  readonly target: Span;
}

const TAGS = /<\/?[st]>/g;

/** Where a party stands; an empty span where the gold names none. */
const spanOf = (markup: string, tag: 's' | 't'): Span => {
  const [from, to] = [markup.indexOf(`<${tag}>`), markup.indexOf(`</${tag}>`)];
  const plain = (until: number): number => markup.slice(0, until).replace(TAGS, '').length;
  return from < 0 ? { start: 0, end: 0 } : { start: plain(from), end: plain(to) };
};

/** The sentences whose event has a PLOVER class, with their parties where the markup has them. */
export const toClassed = ({ id, markup, events: [event] }: EventRow): ClassedSentence[] =>
  markup === undefined || event?.plover_root === undefined
    ? []
    : [
        {
          id,
          text: markup.replace(TAGS, ''),
          gold: event.plover_root,
          source: spanOf(markup, 's'),
          target: spanOf(markup, 't'),
        },
      ];

/** What is promised of these is, to the gold, the promise: AGREE. */
const PROMISED: readonly string[] = ['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'];

/** The class of an event as the gold names it: CONCEDE and RETREAT are one. */
const classOf = (type: string): string => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type);

type Found = Pick<Readout, 'actors' | 'events'>;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Is an event of a gold class? What is promised counts as AGREE too where the gold says so. */
export const isClass = ({ type, realis }: Found['events'][number], gold: string): boolean =>
  classOf(type) === gold || (gold === 'AGREE' && realis !== 'actual' && PROMISED.includes(type));

/** Is there an event of the gold class from the gold source to the gold target, where the gold names them? */
export const isPaired = ({ gold, source, target }: ClassedSentence, { actors, events }: Found): boolean => {
  const mentions = new Map(actors.map((actor) => [actor.id, actor.mentions]));
  const touches = (ids: readonly string[], span: Span): boolean =>
    span.start === span.end || ids.some((id) => mentions.get(id)?.some((each) => overlaps(each, span)) === true);
  return events.some(
    (event) =>
      isClass(event, gold) && touches(event.actors, source) && touches([...event.actors, ...event.recipients], target),
  );
};

/**
 * The class that a readout gives a sentence: the gold class where an event of it has the gold parties, else that of the first
 * event with those parties, else of the first event, else null.
 */
export const answerOf = ({ gold, source, target }: ClassedSentence, { actors, events }: Found): string | null => {
  const mentions = new Map(actors.map((actor) => [actor.id, actor.mentions]));
  const touches = (ids: readonly string[], span: Span): boolean =>
    ids.some((id) => mentions.get(id)?.some((mention) => overlaps(mention, span)) === true);
  const told = events.filter(({ type }) => type !== 'OCCASION');
  const between = told.filter(
    (event) => touches(event.actors, source) && touches([...event.actors, ...event.recipients], target),
  );
  if (between.some((event) => isClass(event, gold))) return gold;
  const [first] = between.length > 0 ? between : told;
  return first === undefined ? null : classOf(first.type);
};

/** A sentence's class and the class that was found. */
export interface Answer {
  readonly gold: string;
  readonly found: string | null;
}

/** F1 averaged over the gold classes, in per cent. */
export const macroF1 = (answers: readonly Answer[]): number => {
  const classes = [...new Set(answers.map(({ gold }) => gold))];
  const scores = classes.map((each) => {
    const right = answers.filter(({ gold, found }) => gold === each && found === each).length;
    const all = answers.filter(({ gold }) => gold === each).length + answers.filter((it) => it.found === each).length;
    return (200 * right) / all;
  });
  return classes.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / classes.length;
};
