import { expect, test } from 'vitest';
import { readSaid } from '../support/read-said.ts';

const SAME: readonly (readonly [name: string, mentions: number, text: string])[] = [
  ['Joaquin Guzman', 3, 'Joaquin Guzman, better known as El Chapo, was arrested. El Chapo denied the charge.'],
  ['Islamic State', 3, 'Islamic State, also known as Daesh, claimed the attack. Daesh warned France.'],
  [
    'General Security Service',
    3,
    'Officials from the General Security Service, known as Shin Bet, accused Hamas. Shin Bet warned Egypt.',
  ],
  ['Ada Berg', 3, 'Ada Berg, known by her nickname Toto, met the king of Norway. Toto thanked the king.'],
  ['Omar Khalid', 3, 'Omar Khalid, nicknamed Abu Salim, met the king of Norway. Abu Salim thanked the king.'],
];

test.each(SAME)('%s is one under both names, %i times: %s', async (name, mentions, text) => {
  const { actors } = await readSaid(text);
  const found = actors.filter((actor) => actor.name === name);
  expect(found.map((actor) => actor.mentions.length)).toEqual([mentions]);
  expect(actors.map((actor) => actor.name)).not.toContainEqual(
    expect.stringMatching(/Chapo|Daesh|Shin Bet|Toto|Salim/),
  );
});

test('the other name stands for its bearer before it is explained, and in part', async () => {
  const { actors } = await readSaid(
    'Abu Golan warned Norway. Tor Dahl, also known as Abu Golan, leads the Red Army of Chad. Golan said Norway would pay.',
  );
  const people = actors.filter(({ kind }) => kind === 'person');
  expect(people.map(({ name }) => name)).toEqual(['Tor Dahl']);
  expect(people[0]?.mentions.length).toBe(4);
});

test('a noun that is no name lends none', async () => {
  const { actors } = await readSaid(
    'The charity Red Lantern warned Chad. The aid group, known by its acronym RL, asked Norway for help. RL said it was poor.',
  );
  expect(actors.map(({ name }) => name)).not.toContain('aid group');
});

test.each([
  'Ada Berg, known as a friend of Tor Dahl, met the king of Norway. Dahl thanked the king.',
  'Ada Berg, who knows Tor Dahl, met the king of Norway. Dahl thanked the king.',
  'Ada Berg, known to Tor Dahl, met the king of Norway. Dahl thanked the king.',
])('two people stay two: %s', async (text) => {
  const { actors } = await readSaid(text);
  const names = actors.map(({ name }) => name);
  expect(names).toContain('Ada Berg');
  expect(names).toContain('Tor Dahl');
});
