import { reasonOf } from './reason.ts';
import type { Row, Section } from './row.ts';
import type { View } from './view.ts';
import { oneLine } from './words.ts';

const timeRows = (view: View): Row[] =>
  view.readout.times.map((time, index) => ({
    id: time.id,
    number: index + 1,
    label: time.type,
    title: oneLine(time.span.text),
    notes: [time.value ?? 'unresolved', time.grain, time.kind, `from ${time.anchor}`],
    excerpts: [],
    evidence: [time.span],
    reason: reasonOf(view, time.rule, time.span),
  }));

const placeRows = (view: View): Row[] =>
  view.readout.places.map((place, index) => ({
    id: place.id,
    number: index + 1,
    label: place.country ?? '',
    title: oneLine(place.name),
    notes: [
      ...(place.lat === null || place.lon === null ? ['not located'] : [`${place.lat}, ${place.lon}`]),
      ...(place.gazetteer === null ? [] : [place.gazetteer]),
    ],
    excerpts: [],
    evidence: [place.span],
    reason: reasonOf(view, place.rule, place.span),
  }));

/** The times and places that the text names, with the rules that found them: shown where reasons are asked for. */
export const namedSections = (view: View): Section[] => [
  { id: 'times', title: 'Times', groups: [{ title: null, rows: timeRows(view) }], empty: 'No time is named.' },
  { id: 'places', title: 'Places', groups: [{ title: null, rows: placeRows(view) }], empty: 'No place is named.' },
];
