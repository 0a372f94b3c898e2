import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';

test('the time of the event, not of the speech about it', async () => {
  const { events } = await readEvents('A Polish spokesman said on Tuesday that Poland will meet Latvia on Friday.');
  expect(events.map(({ time }) => time)).toEqual(['2026-03-06']);
});

test('a time beside the verb that plans', async () => {
  const { events } = await readEvents('Poland is scheduled on Friday to meet Latvia.');
  expect(events.map(({ time }) => time)).toEqual(['2026-03-06']);
});

test.each([
  [
    'of the verb that it is joined to',
    'Last month, Poland condemned Latvia and sanctioned Norway.',
    'SANCTION',
    '2026-02',
  ],
  ['not how long it lasts', 'On Monday, Poland imposed sanctions on Latvia for six years.', 'SANCTION', '2026-03-02'],
  [
    'of a participle that tells of the same act',
    'Poland rejected the Latvian proposal, telling reporters on Monday that it was a trick.',
    'REJECT',
    '2026-03-02',
  ],
  [
    'of the stretch that begins there',
    'Starting in May 2019, Poland imposed sanctions on Latvia.',
    'SANCTION',
    '2019-05',
  ],
  ['not that of a treaty that it is about', 'Poland sanctioned Latvia under the 2015 agreement.', 'SANCTION', null],
  [
    'the year of what happened right before',
    'Poland condemned Latvia after it was attacked in 2013.',
    'ACCUSE',
    '2013',
  ],
  [
    'of what it was done by',
    'Poland stunned Latvia last week by imposing sanctions on Norway.',
    'SANCTION',
    '2026-W09',
  ],
  ['but not of what came before it', 'Poland left on Monday after imposing sanctions on Norway.', 'SANCTION', null],
  ['but not the day of it', 'Poland condemned Latvia after it was attacked on Monday.', 'ACCUSE', null],
])('a time: %s', async (_, text, type, time) => {
  const { events } = await readEvents(text);
  expect(events.filter(({ event }) => event.type === type).map((each) => each.time)).toEqual([time]);
});

test('no time is no time', async () => {
  const { events } = await readEvents('On Friday, Poland said that it met Latvia.');
  expect(events.filter(({ event }) => event.type === 'CONSULT').map(({ time }) => time)).toEqual([null]);
});

test('the place of the event', async () => {
  const { events } = await readEvents('Poland met Latvia in Vienna.');
  expect(events.map(({ place }) => place)).toEqual(['Vienna']);
});

test.each([
  ['in an office', "Poland's ambassador to Vienna, Ada Berg, condemned Latvia."],
  ['whom a measure hits', 'Poland imposed sanctions on Latvia.'],
  ['that is the topic', 'Poland met Latvia amid tension over the crisis in Kenya.'],
  ['that talks are on', 'Poland met Latvia on Kenya.'],
  ['where goods go', 'Poland imposed tariffs on exports to Norway.'],
])('a place %s is not where the event is', async (_, text) => {
  const { events } = await readEvents(text);
  expect(events.map(({ place }) => place)).toEqual([null]);
});

test.each([
  ['Rebels attacked a school in the village of Riga.', 'Riga'],
  ['Rebels kidnapped two tourists during a raid at a hotel in the north of Mali.', 'Mali'],
  ['Poland and Latvia held talks at a hotel on the outskirts of Vienna.', 'Vienna'],
])('a place in a place: %s', async (text, where) => {
  const { events } = await readEvents(text);
  expect(events.map(({ place }) => place)).toContain(where);
});

test.each([
  'Poland met Latvia in support of Ukraine.',
  'Poland met Latvia at the request of Norway.',
  'Poland agreed to a truce as a step toward peace in Europe.',
  'Peru called on Chile to prevent violence in Kenya.',
])('what is said of a country is no place: %s', async (text) => {
  const { events } = await readEvents(text);
  expect(events.map(({ place }) => place)).toEqual(events.map(() => null));
  expect(events.length).toBeGreaterThan(0);
});

test('where its parties are is the place of an act', async () => {
  const { events } = await readEvents('Poland attacked rebels in Kenya.');
  expect(events.map(({ place }) => place)).toEqual(['Kenya']);
});

test('where an act goes is its place', async () => {
  const { events } = await readEvents('Poland sent troops to Riga.');
  expect(events.map(({ place }) => place)).toEqual(['Riga']);
});

test('a speech act is where it was said, and what it tells of elsewhere', async () => {
  const { events } = await readEvents('Speaking in Vienna, Ada Berg accused Latvia of attacking rebels in Kenya.');
  expect(events.map(({ event, place }) => [event.type, place])).toEqual([
    ['ACCUSE', 'Vienna'],
    ['ASSAULT', 'Kenya'],
  ]);
});

test('a people is no place of an event', async () => {
  const { events } = await readEvents('Poland met Latvia in Norwegian waters.');
  expect(events.map(({ place }) => place)).toEqual([null]);
});

test('what is told by a statement names it; what the reporter tells names none', async () => {
  const { events, wordsOf } = await readEvents('Norway said that Poland invaded Latvia. Poland condemned Norway.');
  const by = events.map(({ event }) => [event.type, event.assertedBy.map(wordsOf)]);
  expect(by).toEqual([
    ['ASSAULT', ['said']],
    ['ACCUSE', []],
  ]);
});

test('inside a chain of statements the innermost tells', async () => {
  const { events, wordsOf } = await readEvents('Norway said that Peru claimed that Poland invaded Latvia.');
  const [invasion] = events.filter(({ event }) => event.type === 'ASSAULT');
  expect(invasion?.event.assertedBy.map(wordsOf)).toEqual(['claimed']);
});

test('a speech act that is an event is linked to its statement and not told by it', async () => {
  const { events, wordsOf } = await readEvents('Poland accused Belarus of lying.');
  expect(events.map(({ event }) => [wordsOf(event.statement ?? ''), event.assertedBy])).toEqual([['accused', []]]);
});

test('mentions of one happening are one event, with all who tell of it', async () => {
  const text = 'Norway said that Poland will meet Latvia on Friday. Peru said that Poland would meet Latvia.';
  const { events } = await readEvents(text);
  expect(events.map(({ event }) => [event.mentions.length, event.assertedBy.length])).toEqual([[2, 2]]);
});

test('the same act on two days is two events', async () => {
  const { events } = await readEvents('Poland met Latvia on Monday. Poland met Latvia on Tuesday.');
  expect(events.map(({ time }) => time)).toEqual(['2026-03-02', '2026-03-03']);
});

test('"we" are those who speak', async () => {
  const { events } = await readEvents('"We will meet Latvia on Friday," Ada Berg said.');
  expect(events.map(({ actors }) => actors)).toEqual([['Ada Berg', 'Latvia']]);
});
