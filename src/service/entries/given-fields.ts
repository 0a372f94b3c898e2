import { z } from 'zod';
import type { AgendaItem, Place, Readout, TimeExpression } from '../../readout/index.ts';
import { grainOf, intervalOf } from '../../readout/index.ts';
import { toEvidence } from '../../text/index.ts';

/** The rule of what people gave. */
const GIVEN = 'given by a person';

export const span = z.strictObject({ start: z.int().min(0), end: z.int().min(1) });

/** The words that say when, and what they mean (a TIMEX3 value) where that is not what was found there. */
export const timeEdit = z.strictObject({
  ...span.shape,
  value: z
    .string()
    .max(60)
    .refine((value) => intervalOf(value) !== undefined, 'write a date as 2019-04-28, 2019-04, 2019-W18 or 2019')
    .nullable()
    .optional(),
});

/** The words that say where, and the country they lie in (ISO 3166-1 alpha-3) where that is not what was found there. */
export const placeEdit = z.strictObject({
  ...span.shape,
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .optional(),
});

const isAt = (words: { readonly start: number; readonly end: number }) => (one: { readonly span: typeof words }) =>
  one.span.start === words.start && one.span.end === words.end;

/** The time that an edit gives a record; null where it gives none. What was found at these words is kept where nothing else is said. */
export const givenTime = (readout: Readout, record: string, edit: unknown): TimeExpression | null => {
  const given = timeEdit.safeParse(edit);
  if (!given.success) return null;
  const { start, end, value } = given.data;
  const found = readout.times.find(isAt({ start, end }));
  if (found !== undefined && (value === undefined || value === found.value)) return found;
  const meant = value ?? null;
  return {
    id: `time-given-${record}`,
    span: toEvidence(readout.text, { start, end }),
    type: meant?.includes('T') === true ? 'TIME' : 'DATE',
    value: meant,
    grain: meant === null ? 'unknown' : grainOf(meant),
    kind: meant === null ? 'unresolved' : meant.includes('/') ? 'range' : 'exact',
    anchor: 'none',
    rule: GIVEN,
  };
};

/** The place that an edit gives a record, likewise. */
export const givenPlace = (readout: Readout, record: string, edit: unknown): Place | null => {
  const given = placeEdit.safeParse(edit);
  if (!given.success) return null;
  const { start, end, country } = given.data;
  const found = readout.places.find(isAt({ start, end }));
  if (found !== undefined && (country === undefined || country === found.country)) return found;
  const words = toEvidence(readout.text, { start, end });
  const id = `place-given-${record}`;
  return {
    id,
    span: words,
    name: words.text,
    country: country ?? null,
    lat: null,
    lon: null,
    precision: (country ?? null) === null ? null : 'country',
    gazetteer: null,
    rule: GIVEN,
  };
};

const withOne = <T extends { readonly id: string }>(list: readonly T[], one: T | null): readonly T[] =>
  one === null ? list : [...list.filter(({ id }) => id !== one.id), one];

/** A readout with a time and a place that people gave. */
export const withGiven = (readout: Readout, time: TimeExpression | null, place: Place | null): Readout => ({
  ...readout,
  times: withOne(readout.times, time),
  places: withOne(readout.places, place),
});

/** The agenda items of an event whose time people set. */
export const editedAgenda = (
  agenda: readonly AgendaItem[],
  event: string,
  change: Readonly<Record<string, unknown>>,
  time: TimeExpression | null,
): readonly AgendaItem[] => {
  if (!('time' in change)) return agenda;
  const when: AgendaItem['when'] =
    time === null
      ? { value: null, grain: 'unknown', kind: 'unscheduled' }
      : { value: time.value, grain: time.grain, kind: time.kind };
  return agenda.map((item) => (item.event === event ? { ...item, when } : item));
};
