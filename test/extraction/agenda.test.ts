import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';
import type { TextFrame } from '../support/read-text.ts';

/** Reports of Wednesday, 4 March 2026. */
const agendaOf = async (text: string, frame: TextFrame = {}) =>
  (await readEvents(text, frame)).agenda.map(({ when, state }) => [when.value, when.kind, state]);

test.each([
  ['a planned meeting', 'Poland will meet Latvia on Friday.', '2026-03-06', 'exact', 'scheduled'],
  ['on the day of the report', 'Poland will meet Latvia on Wednesday.', '2026-03-04', 'exact', 'scheduled'],
  ['expected for a day', 'Poland is expected to meet Latvia on Friday.', '2026-03-06', 'exact', 'scheduled'],
  ['arranged without a date', 'Poland will meet Latvia.', null, 'unscheduled', 'scheduled'],
  ['an election', 'Kenya will hold an election on Sunday.', '2026-03-08', 'exact', 'scheduled'],
  ['called off', 'Poland called off talks between Latvia and Norway.', null, 'unscheduled', 'cancelled'],
  [
    'put off, announced for a day',
    'The address of King Karl to the nation, announced for Friday, has been postponed.',
    '2026-03-06',
    'exact',
    'postponed',
  ],
  [
    'threatened for a day and called off',
    'Norway called off the march it had threatened for Friday.',
    '2026-03-06',
    'exact',
    'cancelled',
  ],
  ['to be seen by a person', 'Chancellor Ada Berg will see King Karl on Friday.', '2026-03-06', 'exact', 'scheduled'],
  ['put off without a new day', 'Kenya put off the election by two months.', null, 'unscheduled', 'postponed'],
  [
    'put off to a day',
    'Talks between Poland and Latvia were postponed until Monday.',
    '2026-03-09',
    'exact',
    'rescheduled',
  ],
  ['moved', 'The meeting of Poland and Latvia was moved to March 20.', '2026-03-20', 'exact', 'rescheduled'],
  [
    'given a new day',
    'The summit between Poland and Latvia was rescheduled for Monday.',
    '2026-03-09',
    'exact',
    'rescheduled',
  ],
  [
    'put off by those who were to meet',
    'Poland postponed its talks with Latvia to March 20.',
    '2026-03-20',
    'exact',
    'rescheduled',
  ],
  ['meant for soon', 'King Karl will visit Oslo in the coming days.', null, 'unscheduled', 'scheduled'],
])('%s', async (_, text, value, kind, state) => {
  expect(await agendaOf(text)).toContainEqual([value, kind, state]);
});

test.each([
  ['what happened', 'Poland met Latvia on Monday.'],
  ['what may happen', 'Poland may meet Latvia on Friday.'],
  ['what is asked for', 'Norway urged Poland to meet Latvia on Friday.'],
  ['what is expected at no time', 'Poland is expected to meet Latvia.'],
  ['what somebody came for', 'The Polish minister flew to Riga to meet the Latvian minister.'],
  ['willingness without a day', 'Poland is ready to accept the offer of Latvia.'],
  ['lasting support', 'Poland will keep supporting Latvia.'],
  ['what is expected for no day', 'Poland is expected to meet Latvia soon.'],
  ['a delay of something else', 'Snow delayed the train of King Karl, who met Ada Berg in Oslo.'],
])('not %s', async (_, text) => {
  expect(await agendaOf(text)).toEqual([]);
});

test('a threat for a day is no appointment', async () => {
  expect(await agendaOf('Norway called off the march that it had threatened for Friday.')).toHaveLength(1);
});

test('the plain present with a day is a timetable, also where nothing dates the report', async () => {
  const frame = { published: null };
  expect(await agendaOf('The council of Kenya meets in Nairobi on Saturday.', frame)).toHaveLength(1);
  expect(await agendaOf('The council of Kenya met in Nairobi on Saturday.', frame)).toEqual([]);
  expect(await agendaOf('The council of Kenya is meeting in Nairobi.', frame)).toEqual([]);
});
