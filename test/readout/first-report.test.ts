import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { type Event, type Readout, readDocument, type Statement } from '../../src/readout/index.ts';
import { documentFrom, shippedEngine } from '../support/engine.ts';

/** The rows that the first issue asks for, on a report of our own with the same constructions as the one it began from. */
const name = '03-planned-call.md';
let readout: Readout;

beforeAll(async () => {
  const text = readFileSync(new URL(`../../examples/reports/${name}`, import.meta.url), 'utf8');
  ({ readout } = await readDocument(documentFrom(text, name), await shippedEngine(), { asOf: null }));
}, 300_000);

const namesOf = (ids: readonly string[]): string[] =>
  ids.map((id) => readout.actors.find((actor) => actor.id === id)?.name ?? id).sort();
const timeOf = (id: string | null): string | null => readout.times.find((time) => time.id === id)?.value ?? null;
const saying = (words: string): Statement[] =>
  readout.statements.filter(({ content }) => content.some(({ text }) => text.includes(words)));
const isOnAgenda = (event: Event | undefined): boolean => readout.agenda.some((item) => item.event === event?.id);
const eventsOf = (type: Event['type'], realis: Event['realis']): Event[] =>
  readout.events.filter((event) => event.type === type && event.realis === realis);

test.each([
  ['Claire Marchetti', /foreign minister/i, 'France', 'FRA GOV'],
  ['Paul Garnier', /national security adviser/i, 'France', 'FRA GOV'],
  ['Kemal Ardic', /foreign minister/i, 'Turkey', 'TUR GOV'],
  ['Hery Ramaro', /president/i, 'Madagascar', 'MDG GOV'],
  ['Lalao Rabe', /opposition leader/i, 'Madagascar', 'MDG OPP'],
])('%s has the role and country that the text gives', (person, role, country, code) => {
  const actor = readout.actors.find((each) => each.name === person);
  expect(actor?.kind).toBe('person');
  expect(actor?.role).toMatch(role);
  expect(actor?.affiliation).toContain(country);
  expect(actor?.code).toBe(code);
});

test('surnames are joined with full names', () => {
  const named = readout.actors.filter(({ name: each }) => /Garnier|Marchetti|Ramaro|Rabe|Ardic/.test(each));
  expect(named.map(({ name: each }) => each).sort()).toEqual([
    'Claire Marchetti',
    'Hery Ramaro',
    'Kemal Ardic',
    'Lalao Rabe',
    'Paul Garnier',
  ]);
});

test('the planned call is a consultation of the two ministers, planned, asserted by the adviser, on the agenda', () => {
  const calls = eventsOf('CONSULT', 'planned').filter(
    ({ actors }) => namesOf(actors).join() === 'Claire Marchetti,Kemal Ardic',
  );
  const call = calls.find(({ time }) => timeOf(time) === '2026-09-16');
  expect(call).toBeDefined();
  const by = readout.statements.filter(({ id }) => call?.assertedBy.includes(id));
  expect(by.flatMap(({ speakers }) => namesOf(speakers))).toContain('Paul Garnier');
  expect(isOnAgenda(call)).toBe(true);
});

test('the adviser speaks through two channels', () => {
  const [statement] = saying('planned to speak with Turkish Foreign Minister');
  expect(namesOf(statement?.speakers ?? [])).toEqual(['Paul Garnier']);
  expect(statement?.channel.map((channel) => channel.name).sort()).toEqual(['BFM TV', 'France 24']);
});

test('"he told reporters" is the adviser', () => {
  const [statement] = saying('This is our neighborhood');
  expect(statement?.cue.text).toBe('told');
  expect(statement?.source?.text).toBe('he');
  expect(statement?.addressee?.text).toBe('reporters');
  expect(namesOf(statement?.speakers ?? [])).toEqual(['Paul Garnier']);
  expect(statement?.quotation).toBe('direct');
});

test('the accusation is there with what it alleges', () => {
  const accusation = readout.events.find(
    ({ type, actors }) => type === 'ACCUSE' && namesOf(actors).includes('Claire Marchetti'),
  );
  expect(accusation?.realis).toBe('actual');
  expect(namesOf(accusation?.recipients ?? [])).toEqual(['Turkey']);
  expect(timeOf(accusation?.time ?? null)).toBe('2026-09-15');
  const statement = readout.statements.find(({ id }) => id === accusation?.statement);
  expect(statement?.act).toBe('accuse');
  expect(statement?.content.map(({ text }) => text).join(' ')).toContain('of stepping in');
});

test('the opposition leader calls for an uprising', () => {
  const calls = eventsOf('REQUEST', 'actual').filter(({ actors }) => namesOf(actors).includes('Lalao Rabe'));
  expect(calls.map(({ trigger }) => trigger.text)).toEqual(['call']);
});

test('the promised march is expected on the day, and on the agenda', () => {
  const march = eventsOf('PROTEST', 'expected').find(({ time }) => timeOf(time) === '2026-09-16');
  expect(isOnAgenda(march)).toBe(true);
  const promise = saying('longest march').find(({ act }) => act === 'promise');
  expect(namesOf(promise?.speakers ?? [])).toEqual(['Lalao Rabe']);
});

test('two countries are warned, and asked to withdraw', () => {
  const [warning] = saying('against interfering in Madagascar').filter(({ act }) => act === 'warn');
  expect(namesOf(warning?.speakers ?? [])).toEqual(['France']);
  const withdrawal = eventsOf('RETREAT', 'requested')[0];
  expect(namesOf(withdrawal?.actors ?? [])).toEqual(['Serbia', 'Turkey']);
});

test('sanctions are possible', () => {
  const [sanction] = eventsOf('SANCTION', 'possible');
  expect(namesOf(sanction?.actors ?? [])).toEqual(['France']);
  expect(namesOf(sanction?.recipients ?? [])).toEqual(['Turkey']);
});

test('the council meets at the hour that is given', () => {
  const meeting = eventsOf('CONSULT', 'planned').find(({ time }) => timeOf(time)?.startsWith('2026-09-16T15:00'));
  expect(isOnAgenda(meeting)).toBe(true);
});

test('the headline of the related article disputes the accusation', () => {
  const related = readout.document.blocks.find(({ kind }) => kind === 'related')?.span;
  const disputes = readout.disputes.filter(({ counter }) => {
    const cue = readout.statements.find(({ id }) => id === counter)?.cue;
    return cue !== undefined && related !== undefined && cue.start >= related.start && cue.end <= related.end;
  });
  expect(disputes.length).toBeGreaterThan(0);
  expect(disputes.flatMap(({ parties }) => namesOf(parties))).toContain('Turkey');
});
