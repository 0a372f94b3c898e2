import { expect, test } from 'vitest';
import { type Arrival, createMemoryLedger, type MemoryLedger } from '../../src/ledger/index.ts';
import { type MadeRecords, madeReport } from '../support/made-records.ts';

const people: NonNullable<MadeRecords['actors']> = {
  'Maija Holm': { role: 'transport minister', code: 'FIN GOV' },
  'Ivo Kask': { role: 'ferry envoy', code: 'EST GOV' },
};
const both = ['Maija Holm', 'Ivo Kask'];

type Told = NonNullable<MadeRecords['events']>[string];

const meeting = (
  published: string,
  verb: string,
  event: Told,
  more: Partial<MadeRecords> & { readonly day?: string; readonly publisher?: string } = {},
): Arrival => {
  const { day, ...rest } = more;
  const when = day === undefined ? '' : ` on ${day}`;
  return madeReport({
    text: `Maija Holm ${verb} Ivo Kask in Turku${when} about ferry pensions and the quay, said ${more.publisher ?? 'a paper'}.`,
    published,
    actors: people,
    places: { Turku: { country: 'FIN' } },
    ...(day === undefined ? {} : { times: { [day]: day } }),
    events: { [verb]: { by: both, at: 'Turku', ...(day === undefined ? {} : { on: day }), ...event } },
    ...rest,
  });
};

const ledgerOf = async (...arrivals: readonly Arrival[]): Promise<MemoryLedger> => {
  const ledger = createMemoryLedger();
  for (const arrival of arrivals) await ledger.add(arrival);
  return ledger;
};

const eventsOf = (ledger: MemoryLedger) => ledger.nodes('event').map(({ summary }) => summary);

test('what several houses tell of one day is one event, with reports, publishers and origins', async () => {
  const ledger = await ledgerOf(
    meeting('2025-03-05', 'met', {}, { day: '2025-03-04', publisher: 'courier', origin: 'wire' }),
    meeting('2025-03-05', 'saw', {}, { day: '2025-03-04', publisher: 'gazette', origin: 'wire' }),
    meeting('2025-03-06', 'received', {}, { publisher: 'gazette', origin: 'own' }),
  );
  expect(eventsOf(ledger).map(({ counts }) => counts)).toEqual([{ reports: 3, publishers: 2, origins: 2 }]);
});

const distinct: readonly (readonly [why: string, second: Arrival])[] = [
  ['another day', meeting('2025-03-14', 'met', {}, { day: '2025-03-13' })],
  ['another type', meeting('2025-03-05', 'sued', { type: 'ACCUSE' }, { day: '2025-03-04' })],
  ['another party', meeting('2025-03-05', 'saw', { by: ['Ivo Kask'], type: 'ASSAULT' }, { day: '2025-03-04' })],
  [
    'another place',
    madeReport({
      text: 'Maija Holm saw Ivo Kask in Vaasa on 2025-03-04 about ferry pensions and the quay.',
      published: '2025-03-05',
      actors: people,
      places: { Vaasa: { country: 'FIN' } },
      times: { '2025-03-04': '2025-03-04' },
      events: { saw: { by: both, on: '2025-03-04', at: 'Vaasa' } },
    }),
  ],
];

test.each(distinct)('two events: %s', async (_, second) => {
  const ledger = await ledgerOf(meeting('2025-03-05', 'met', {}, { day: '2025-03-04' }), second);
  expect(eventsOf(ledger)).toHaveLength(2);
});

test('a year and a day in it are found to be one', async () => {
  const ledger = await ledgerOf(
    meeting('2025-11-05', 'met', {}, { day: '2025' }),
    meeting('2025-11-06', 'met', {}, { day: '2025-11-04' }),
  );
  expect(eventsOf(ledger).map(({ when, counts }) => [when?.value, counts.reports])).toEqual([['2025-11-04', 2]]);
});

test('headline and text of one report tell one deed, the headline less exactly', async () => {
  const told = madeReport({
    text: 'Maija Holm to meet Ivo Kask in 2025-W11. Maija Holm will meet Ivo Kask on 2025-03-12 over pensions.',
    published: '2025-03-05',
    actors: people,
    times: { '2025-W11': '2025-W11', '2025-03-12': '2025-03-12' },
    events: {
      'to meet': { by: both, realis: 'planned', on: '2025-W11' },
      'will meet': { by: both, realis: 'planned', on: '2025-03-12' },
    },
  });
  expect(eventsOf(await ledgerOf(told)).map(({ when }) => when?.value)).toEqual(['2025-03-12']);
});

test('two acts of one type in one report stay two', async () => {
  const report = madeReport({
    text: 'Maija Holm saw Ivo Kask, and later Maija Holm called Ivo Kask.',
    published: '2025-03-05',
    actors: people,
    events: { saw: { by: both }, called: { by: both } },
  });
  expect(eventsOf(await ledgerOf(report))).toHaveLength(2);
});

const steps = (ledger: MemoryLedger) =>
  ledger
    .nodes('agenda')
    .map(({ summary }) => [summary.state, summary.when?.value, summary.steps.map(({ state }) => state)]);

const scheduled = meeting(
  '2025-03-03',
  'will meet',
  { realis: 'planned' },
  { day: '2025-03-12', agenda: { 'will meet': { state: 'scheduled', on: '2025-03-12' } } },
);

const moved = madeReport({
  text: 'The meeting of Maija Holm with Ivo Kask about ferry pensions, due in Turku on 2025-03-12, was put off until 2025-03-19.',
  published: '2025-03-10',
  actors: people,
  times: { '2025-03-12': '2025-03-12', '2025-03-19': '2025-03-19' },
  events: { meeting: { by: both, realis: 'negated', on: '2025-03-19' } },
  agenda: { meeting: { state: 'rescheduled', on: '2025-03-19' } },
});

test('what was planned and then happened is one event, and its item is held', async () => {
  const ledger = await ledgerOf(scheduled, meeting('2025-03-13', 'met', {}, { day: '2025-03-12' }));
  expect(eventsOf(ledger).map(({ realis }) => realis)).toEqual(['actual']);
  expect(steps(ledger)).toEqual([['held', '2025-03-12', ['scheduled', 'held']]]);
});

test('an item is moved, and held on its new day', async () => {
  const ledger = await ledgerOf(scheduled, moved);
  expect(steps(ledger)).toEqual([['rescheduled', '2025-03-19', ['scheduled', 'rescheduled']]]);
  await ledger.add(meeting('2025-03-20', 'met', {}, { day: '2025-03-19' }));
  expect(steps(ledger)).toEqual([['held', '2025-03-19', ['scheduled', 'rescheduled', 'held']]]);
});

test('an item is cancelled before its day, and did not happen after it', async () => {
  const off = (published: string) => meeting(published, 'did not meet', { realis: 'negated' }, { day: '2025-03-12' });
  expect(steps(await ledgerOf(scheduled, off('2025-03-11')))).toEqual([
    ['cancelled', '2025-03-12', ['scheduled', 'cancelled']],
  ]);
  expect(steps(await ledgerOf(scheduled, off('2025-03-13')))).toEqual([
    ['did not happen', '2025-03-12', ['scheduled', 'did not happen']],
  ]);
});

test('the passing of time changes no item, nor does telling the plan once more', async () => {
  const again = meeting(
    '2025-03-20',
    'was to meet',
    { realis: 'planned' },
    { day: '2025-03-12', agenda: { 'was to meet': { state: 'scheduled', on: '2025-03-12' } } },
  );
  expect(steps(await ledgerOf(scheduled, again))).toEqual([['scheduled', '2025-03-12', ['scheduled']]]);
  const held = meeting('2025-03-13', 'met', {}, { day: '2025-03-12' });
  expect(steps(await ledgerOf(scheduled, held, again))[0]?.[0]).toBe('held');
});

test('reports that came late find their place among the steps', async () => {
  const held = meeting('2025-03-20', 'met', {}, { day: '2025-03-19' });
  const ledger = await ledgerOf(scheduled, moved, held);
  const late = await ledgerOf(moved, held, scheduled);
  expect(steps(late)[0]?.[0]).toBe(steps(ledger)[0]?.[0]);
});

test('one says it happened, another house that it did not: two events and a dispute, both sides kept', async () => {
  const ledger = await ledgerOf(
    meeting('2025-03-05', 'met', {}, { day: '2025-03-04', publisher: 'courier' }),
    meeting('2025-03-06', 'did not meet', { realis: 'negated' }, { day: '2025-03-04', publisher: 'gazette' }),
  );
  expect(
    eventsOf(ledger)
      .map(({ realis }) => realis)
      .sort(),
  ).toEqual(['actual', 'negated']);
  const [dispute] = ledger.nodes('dispute');
  expect(dispute?.summary).toMatchObject({
    kind: 'contradicts',
    claim: { published: '2025-03-05' },
    counters: [{ published: '2025-03-06' }],
  });
});
