import { describe, expect, test } from 'vitest';
import { readSaid } from '../support/read-said.ts';

const MUST_FIND: readonly (readonly [shows: string, text: string, expected: object])[] = [
  [
    'a title before a name',
    'White House national security adviser Paul Mercer left.',
    {
      name: 'Paul Mercer',
      kind: 'person',
      role: 'national security adviser',
      affiliation: 'United States',
      code: 'USA GOV',
    },
  ],
  [
    'a demonym and a title',
    'Norwegian Foreign Minister Ada Berg left.',
    { name: 'Ada Berg', role: 'Foreign Minister', affiliation: 'Norway', code: 'NOR GOV' },
  ],
  [
    'a title of more words',
    'U.S. Secretary of State Paul Mercer left.',
    { name: 'Paul Mercer', role: 'Secretary of State', code: 'USA GOV' },
  ],
  [
    'a title behind a name',
    'Ada Berg, the foreign minister of Norway, left.',
    { name: 'Ada Berg', role: 'foreign minister', affiliation: 'Norway' },
  ],
  [
    'a name behind a title',
    "Norway's foreign minister, Ada Berg, left.",
    { name: 'Ada Berg', role: 'foreign minister', affiliation: 'Norway' },
  ],
  ['a capital that speaks', 'Moscow said it had no such plan.', { name: 'Russia', kind: 'country', code: 'RUS GOV' }],
  [
    'a palace that speaks',
    'The Kremlin said it had no such plan.',
    { name: 'Russia', kind: 'country', code: 'RUS GOV' },
  ],
  ['a government', 'The Norwegian government closed the border.', { name: 'Norway', kind: 'country', code: 'NOR GOV' }],
  [
    'a body of states',
    'The United Nations condemned the attack.',
    { name: 'United Nations', kind: 'organization', code: 'IGO' },
  ],
  ['a definite group', 'Norwegian opposition lawmakers left the hall.', { kind: 'group', code: 'NOR OPP' }],
];

describe('actors', () => {
  test.each(MUST_FIND)('%s: %s', async (_, text, expected) => {
    const { actors } = await readSaid(text);
    expect(actors).toContainEqual(expect.objectContaining(expected));
  });

  test('a surname, a title and a pronoun are the same person', async () => {
    const { actors } = await readSaid(
      'Norwegian Foreign Minister Ada Berg flew to Lima. Berg met two judges there. The foreign minister said she was glad.',
    );
    const berg = actors.filter((actor) => actor.name === 'Ada Berg');
    expect(berg).toHaveLength(1);
    expect(berg[0]?.mentions.map((mention) => mention.text)).toEqual([
      'Ada Berg',
      'Berg',
      'The foreign minister',
      'she',
    ]);
  });

  test('a counterpart is the one whose title and country fit', async () => {
    const { actors } = await readSaid(
      'Ada Berg will call her Russian counterpart. She wants Russian Foreign Minister Oleg Darin to listen.',
    );
    expect(actors.find((actor) => actor.name === 'Oleg Darin')?.mentions.map((mention) => mention.text)).toContain(
      'her Russian counterpart',
    );
  });

  test('a role that comes before its name finds it', async () => {
    const { actors } = await readSaid(
      'The national security adviser was late. National security adviser Paul Mercer came at noon.',
    );
    expect(actors.filter((actor) => actor.kind === 'person')).toHaveLength(1);
  });

  test('a country that is only a place acts nowhere', async () => {
    const { actors } = await readSaid('The two envoys met in Norway.');
    expect(actors.map((actor) => actor.name)).not.toContain('Norway');
  });

  test('two people of one surname: the surname alone is neither', async () => {
    const { said } = await readSaid('Ada Berg and Tor Berg left the hall. Berg said the talks had failed.');
    expect(said.find((each) => each.source === 'Berg')?.speakers).not.toContain('Ada Berg');
    expect(said.find((each) => each.source === 'Berg')?.speakers).not.toContain('Tor Berg');
  });

  test('names side by side are not one person', async () => {
    const { actors } = await readSaid('Tor Dahl to Meet Envoy – Ada Berg', { kind: 'heading' });
    expect(
      actors
        .filter((actor) => actor.kind === 'person')
        .map((actor) => actor.name)
        .sort(),
    ).toEqual(['Ada Berg', 'Tor Dahl']);
  });

  test('a family of one surname: each has a name of their own, the surname is whom the report calls so', async () => {
    const { actors } = await readSaid(
      'Former Prime Minister Tor Dahl left Oslo. Dahl was ill. His wife, Marit Dahl, stayed there. Dahl said the house was sold.',
    );
    expect(actors.find((actor) => actor.name === 'Tor Dahl')?.mentions.map((mention) => mention.text)).toContain(
      'Dahl',
    );
    const others = actors.find((actor) => actor.name === 'Marit Dahl')?.mentions.map((mention) => mention.text);
    expect(others).toEqual(['Marit Dahl']);
  });

  test('where a person is does not make him one of that country', async () => {
    const { actors } = await readSaid('Mercer in Norway for talks. Mercer met farmers.');
    expect(actors.find((actor) => actor.name === 'Mercer')?.code).toBeNull();
  });

  test('a part of a name is no actor', async () => {
    const { actors } = await readSaid("Norway's Ministry of Foreign Affairs denied that its envoy had left.");
    expect(actors.map((actor) => actor.name)).not.toContain('of Foreign Affairs');
  });

  test.each([
    ['The army attacked the town on Monday.', 'army', 'group'],
    ['Police arrested the farmers on Monday.', 'police', 'group'],
  ])('many that one word names are a group: %s', async (text, name, kind) => {
    const { actors } = await readSaid(text);
    const found = actors.filter((actor) => actor.name.toLowerCase() === name);
    expect(found.map((actor) => actor.kind)).toEqual([kind]);
  });

  test('an idea is nobody', async () => {
    const { actors } = await readSaid('The rebels were brought to justice.');
    expect(actors.map((actor) => actor.name)).not.toContain('justice');
  });

  test.each([
    ['The African Union Mediation Panel met on Monday.', 'African Union Mediation Panel', 'IGO'],
    ['The Northern Press Agency interviewed the farmers.', 'Northern Press Agency', 'JRN'],
    ['EU foreign ministers condemned the vote.', 'EU foreign ministers', 'IGO GOV'],
    ['Interfax quoted the mayor.', 'Interfax', 'RUS JRN'],
    ['A Norwegian group denied the report.', 'Norwegian group', 'NOR'],
  ])('a body has the sector of what it belongs to: %s', async (text, name, code) => {
    const { actors } = await readSaid(text);
    expect(actors.find((actor) => actor.name === name)?.code).toBe(code);
  });

  test('nobody is no actor', async () => {
    const { actors } = await readSaid('No soldier fired at the crowd, and no rebels attacked the town.');
    expect(actors.map(({ name }) => name)).toEqual(['crowd']);
  });

  test.each([
    ['a letter off is the same person', 'Jan Eckhart left Oslo. Eckhardt was ill.', 1],
    ['two letters off is another', 'Jan Eckhart left Oslo. Eckerdt was ill.', 2],
    ['short surnames are not guessed at', 'Jan Moen left Oslo. Moe was ill.', 2],
  ])('a surname %s', async (_, text, people) => {
    const { actors } = await readSaid(text);
    expect(actors.filter(({ kind }) => kind === 'person')).toHaveLength(people);
  });

  test('where something was posted is nobody, but its company may speak', async () => {
    const posted = await readSaid('Ada Berg wrote on Facebook that she would resign.');
    expect(posted.actors.map(({ name }) => name)).toEqual(['Ada Berg']);
    const spoke = await readSaid('Facebook said it would appeal.');
    expect(spoke.actors.map(({ name }) => name)).toEqual(['Facebook']);
  });
});
