import type { Actor, Place, TimeExpression } from '../readout/index.ts';
import { intervalOf } from '../readout/index.ts';
import type { Arrival } from './arrival.ts';
import { dayOf, isoDay } from './days.ts';
import type { Telling, When } from './node.ts';

/** A report with what is looked up in it again and again. */
export interface Report {
  readonly arrival: Arrival;
  /** The document's id. */
  readonly id: string;
  /** Its day of publication; null where it is not known. */
  readonly published: string | null;
  /** Its day of publication, or the day it was added. */
  readonly day: string;
  readonly actor: (id: string) => Actor | undefined;
  readonly time: (id: string | null) => TimeExpression | undefined;
  readonly place: (id: string | null) => Place | undefined;
  readonly telling: (record: string) => Telling;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

const dayIn = (iso: string | null): string | null =>
  iso !== null && !Number.isNaN(dayOf(iso)) ? iso.slice(0, 10) : null;

/** A view of an arrival. */
export const reportOf = (arrival: Arrival): Report => {
  const { readout, publisher, origin, added } = arrival;
  const { document } = readout;
  const published = dayIn(document.published);
  const [actors, times, places] = [byId(readout.actors), byId(readout.times), byId(readout.places)];
  return {
    arrival,
    id: document.id,
    published,
    day: published ?? dayIn(added) ?? '1970-01-01',
    actor: (id) => actors.get(id),
    time: (id) => (id === null ? undefined : times.get(id)),
    place: (id) => (id === null ? undefined : places.get(id)),
    telling: (record) => ({ document: document.id, record, published: document.published, publisher, origin }),
  };
};

/** A TIMEX3 value as the days it can lie between; null where there is none. */
export const whenOf = (value: string | null, grain: string): When | null => {
  if (value === null) return null;
  const days = intervalOf(value);
  if (days === undefined || Number.isNaN(dayOf(days.from))) return { value, start: null, end: null, grain };
  return { value, start: days.from, end: isoDay(dayOf(days.to) + 1), grain };
};
