import { describe, expect, test } from 'vitest';
import { mistakeOf } from '../../eval/event-places.ts';
import type { Event, Place, Statement } from '../../src/extraction/index.ts';
import { shippedCodebook } from '../support/codebook.ts';

const codebook = shippedCodebook();

const place = (name: string, more: Partial<Place> = {}): Place => ({
  id: name,
  span: { text: name, start: 0, end: name.length },
  name,
  country: null,
  lat: null,
  lon: null,
  precision: null,
  gazetteer: null,
  rule: 'places/town',
  ...more,
});

const event = (type: string, where: string | null, mode: string | null = null) =>
  ({ type, mode, place: where }) as Event;
const statement = (where: string | null) => ({ place: where }) as Statement;

const places = [
  place('Oslo', { country: 'NOR', gazetteer: 'geonames:3143244', lat: 59.91, lon: 10.75 }),
  place('Riga'),
];
const nothing = { places: [], events: [], statements: [] };

describe('where an event is', () => {
  const wanted = { text: '', event: 'arrest', event_location: 'Oslo' };

  test.each([
    ['right', [event('COERCE', 'Oslo', 'arrest')], null],
    ['elsewhere', [event('COERCE', 'Riga', 'arrest')], 'arrest: at "Riga"'],
    ['nowhere', [event('COERCE', null, 'arrest')], 'arrest: at ""'],
    ['of another mode', [event('COERCE', 'Oslo', 'seize')], 'arrest: not found'],
    ['of no event', [], 'arrest: not found'],
  ])('%s', (_, events, mistake) => {
    expect(mistakeOf(wanted, { ...nothing, places, events }, codebook)).toBe(mistake);
  });

  test('a statement has its place too', () => {
    const row = { text: '', event: 'Make statement', event_location: 'Riga' };
    expect(mistakeOf(row, { ...nothing, places, statements: [statement('Riga')] }, codebook)).toBeNull();
    expect(mistakeOf(row, { ...nothing, places, statements: [statement(null)] }, codebook)).toBe(
      'Make statement: at ""',
    );
  });

  test('no event, no place', () => {
    const row = { text: '', event: null, event_location: '' };
    expect(mistakeOf(row, { ...nothing, places, events: [event('PROTEST', null)] }, codebook)).toBeNull();
    expect(mistakeOf(row, { ...nothing, places, events: [event('PROTEST', 'Oslo')] }, codebook)).toMatch(/Oslo/);
  });
});

describe('which places a text names', () => {
  const mistake = (gold: object) =>
    mistakeOf({ text: '', places: [{ name: 'Oslo', ...gold }] }, { ...nothing, places }, codebook);

  test.each([[{}], [{ geonameid: '3143244' }], [{ country: 'NOR' }], [{ feature_code: 'PPLC' }], [{ admin1: 'Oslo' }]])(
    'right: %o',
    (gold) => expect(mistake(gold)).toBeNull(),
  );

  test.each([
    [{ geonameid: '1' }],
    [{ country: 'SWE' }],
    [{ feature_code: 'ADM1', geonameid: '3143244', name: 'Riga' }],
    [{ admin1: 'Texas' }],
    [{ name: 'Bergen' }],
  ])('wrong: %o', (gold) => expect(mistake(gold)).toMatch(/found Oslo/));

  test('where none are named, any is a mistake', () => {
    expect(mistakeOf({ text: '', places: [] }, { ...nothing, places }, codebook)).toMatch(/found Oslo/);
    expect(mistakeOf({ text: '', places: [] }, nothing, codebook)).toBeNull();
  });
});
