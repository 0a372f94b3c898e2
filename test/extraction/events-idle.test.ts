import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';

const typesOf = async (text: string): Promise<string[]> =>
  (await readEvents(text)).events.map(({ event }) => event.type);

test.each([
  ['an act in general', 'Bargaining with kidnappers is regarded as treason.'],
  ['an act in general, as an infinitive', 'After all, to cooperate with a spy makes you a spy.'],
  ['an idea', 'There are doubts about the use of punishing a foreign banker.'],
  ['what nobody may do to nobody in particular', 'It is all in vain if farmers can be robbed or abducted.'],
  ['what is only to be prevented', 'Latvia will do everything to prevent Poland from acquiring nuclear weapons.'],
  ['their own affair', 'Latvia defended its plan.'],
])('%s is no event: %s', async (_, text) => {
  expect(await typesOf(text)).toEqual([]);
});

test.each([
  ['an act that happened', 'Attacking Poland was a mistake.', 'ASSAULT'],
  ['somebody negotiates', 'Latvia is negotiating with armed groups.', 'CONSULT'],
  ['somebody may do it', 'If Latvia attacks villagers, the truce ends.', 'ASSAULT'],
  ['it was prevented', 'Latvia prevented Poland from attacking Norway.', 'ASSAULT'],
  ["another's affair", "Latvia defended Poland's plan.", 'SUPPORT'],
])('%s: %s', async (_, text, type) => {
  expect(await typesOf(text)).toContain(type);
});
