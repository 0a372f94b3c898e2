import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Codebook } from '../src/codebook/index.ts';
import type { Event, Place } from '../src/extraction/index.ts';
import { type Engine, type Readout, readDocument } from '../src/readout/index.ts';
import { type EvalContext, shareFigure, type Table } from './report.ts';
import { toDocument } from './time.ts';

/** What the gold says of a place. */
interface GoldPlace {
  readonly name: string;
  readonly geonameid?: string;
  readonly country?: string;
  /** The name of the state or province that it lies in. */
  readonly admin1?: string;
  /** GeoNames': PPLC is a capital, ADM1 a state or province. */
  readonly feature_code?: string;
}

/** A text with where one event happened, or with the places that it names. */
export interface EventPlaceRow {
  readonly text: string;
  readonly event?: string | null;
  readonly event_location?: string;
  readonly places?: readonly GoldPlace[];
}

/** The events that the gold names, as PLOVER has them; what is not among them is a statement. */
const TYPES: Readonly<Record<string, Partial<Event>>> = {
  'Use conventional military force': { type: 'ASSAULT' },
  arrest: { type: 'COERCE', mode: 'arrest' },
};
const STATEMENT = 'Make statement';

type Found = Pick<Readout, 'places' | 'events' | 'statements'>;

const isMeant = (event: Event, wanted: Partial<Event>): boolean =>
  event.type === wanted.type && (wanted.mode === undefined || event.mode === wanted.mode);

/** Where what the gold names happened, in words of the text; null where it was not found at all. */
const answerOf = ({ events, statements, places }: Found, name: string): string | null => {
  const wanted = TYPES[name];
  const [found] =
    name === STATEMENT ? statements : events.filter((event) => wanted !== undefined && isMeant(event, wanted));
  if (found === undefined) return null;
  return places.find(({ id }) => id === found.place)?.span.text ?? '';
};

/** Places of events that the gold does not name. */
const otherPlaces = ({ events, places }: Found): string[] => {
  const others = events.filter((event) => !Object.values(TYPES).some((wanted) => isMeant(event, wanted)));
  return others.flatMap(({ place }) => places.find(({ id }) => id === place)?.span.text ?? []);
};

const hasFeature = (code: string, place: Place, codebook: Codebook): boolean => {
  const kinds: Readonly<Record<string, string>> = { PPLC: 'capital', ADM1: 'division' };
  return codebook.gazetteer
    .find(place.name)
    .some(
      ({ kind, source, lat, lon }) =>
        kind === kinds[code] &&
        (source === place.gazetteer || Math.hypot(lat - (place.lat ?? 0), lon - (place.lon ?? 0)) < 2),
    );
};

const liesIn = (admin1: string, place: Place, codebook: Codebook): boolean => {
  const divisions = codebook.gazetteer.find(admin1).filter(({ kind }) => kind === 'division');
  const own = codebook.gazetteer.find(place.name).find(({ source }) => source === place.gazetteer);
  return own !== undefined && divisions.some(({ division }) => division === own.division);
};

const isRight = (gold: GoldPlace, place: Place, codebook: Codebook): boolean =>
  (place.name === gold.name || place.span.text.startsWith(gold.name)) &&
  (gold.geonameid === undefined || place.gazetteer === `geonames:${gold.geonameid}`) &&
  (gold.country === undefined || place.country === gold.country) &&
  (gold.admin1 === undefined || liesIn(gold.admin1, place, codebook)) &&
  (gold.feature_code === undefined || hasFeature(gold.feature_code, place, codebook));

/** What is wrong with where an event is; of no event, whether events that the gold does not know have places. */
const eventMistake = (event: string | null, where: string, found: Found): string | null => {
  const others = event === null ? otherPlaces(found) : [];
  if (others.length > 0) return `places of events that nobody asked for: ${others.join(', ')}`;
  const answer = event === null ? where : answerOf(found, event);
  if (answer === null) return `${event}: not found`;
  return answer === where ? null : `${event}: at "${answer}"`;
};

/** What is wrong with the places that a text names. */
const placesMistake = (places: readonly GoldPlace[], found: Found, codebook: Codebook): string | null => {
  const missed = places.filter((gold) => !found.places.some((place) => isRight(gold, place, codebook)));
  const isTooMuch = places.length === 0 && found.places.length > 0;
  if (missed.length === 0 && !isTooMuch) return null;
  const have = found.places.map(({ span, gazetteer, country }) => `${span.text} ${country} ${gazetteer}`).join(', ');
  return `${missed.map(({ name }) => name).join(', ')}: found ${have || 'nothing'}`;
};

/** What is wrong with a readout of the text, as a line; null where all that the gold says is right. */
export const mistakeOf = (row: EventPlaceRow, found: Found, codebook: Codebook): string | null => {
  const { event, event_location: where = '', places } = row;
  return (
    (event === undefined ? null : eventMistake(event, where, found)) ??
    (places === undefined ? null : placesMistake(places, found, codebook))
  );
};

/** Whether each event has its own place, and each place is the one that is meant. */
export const scoreEventPlaces = async ({ gold, split, errors }: EvalContext, engine: Engine): Promise<Table[]> => {
  const path = join(gold, 'events', `event-places-${split}.jsonl`);
  if (!existsSync(path)) return [];
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as EventPlaceRow);
  const mistakes: string[] = [];
  for (const row of rows) {
    const { readout } = await readDocument(toDocument(row.text, ''), engine, { asOf: null });
    const mistake = mistakeOf(row, readout, engine.codebook);
    if (mistake !== null) mistakes.push(`${row.text}\n      ${mistake}`);
  }
  const figures = [shareFigure('event-places/right', 'texts right', rows.length - mistakes.length, rows.length)];
  return [{ task: 'event-places', title: 'places of events', figures, errors: errors ? mistakes : [] }];
};
