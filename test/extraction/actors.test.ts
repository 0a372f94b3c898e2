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

  test('two that "he" may mean leave it open', async () => {
    const { said } = await readSaid('Tor Dahl and Jan Moe met in Lima. Then he said the talks had failed.');
    expect(said.find((each) => each.source === 'he')?.speakers).toEqual([]);
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
    ['an honorific', 'Mr. Dahl thanked Ms. Vik. She left early.', 'she', 'Vik'],
    ['a given name', 'Maria Vik will meet Peter Dahl. He is ill.', 'he', 'Peter Dahl'],
    ['a name that stands in full only later', 'Vik met Dahl. She left. Maria Vik won.', 'she', 'Maria Vik'],
    ['a word for a woman', 'The spokeswoman, Kosi Vik, met Dahl. He left early.', 'he', 'Dahl'],
    ['a word for a relative', 'Her father, Ammu Dahl, met Vik. She left early.', 'she', 'Vik'],
  ])('gender is known by %s', async (_, text, pronoun, expected) => {
    const { actors } = await readSaid(text);
    const isMeant = ({ mentions }: (typeof actors)[number]): boolean =>
      mentions.some((mention) => mention.text.toLowerCase() === pronoun);
    expect(actors.filter(isMeant).map((actor) => actor.name)).toEqual([expected]);
  });

  test('a pronoun is nobody of the other gender, even where nobody else is there', async () => {
    const { actors } = await readSaid('Mr. Dahl was late. She had warned of it.');
    expect(actors.flatMap(({ mentions }) => mentions.map(({ text }) => text))).not.toContain('She');
  });

  test.each([
    ['the object of a verb is not its understood subject', 'Tor Dahl asked Jan Moe to help him.', 'him', 'Tor Dahl'],
    [
      "who is made another's deputy is not that other",
      'Tor Dahl praised Jan Moe. Moe became his deputy.',
      'his',
      'Tor Dahl',
    ],
    ['members of a coordination are two', 'Tor Dahl praised Jan Moe. Later he and Moe left.', 'he', 'Tor Dahl'],
  ])('%s', async (_, text, pronoun, expected) => {
    const { actors } = await readSaid(text);
    const holders = actors.filter(({ mentions }) => mentions.some((mention) => mention.text === pronoun));
    expect(holders.map((actor) => actor.name)).toEqual([expected]);
  });

  test.each([
    [
      'before his name',
      "The king met Norway's prime minister in Rome. Norway's Peter Dahl was late.",
      "Norway's prime minister",
      'Peter Dahl',
    ],
    [
      'for a counterpart',
      "Norwegian Prime Minister Tor Dahl called his Danish counterpart, Ada Berg. Denmark's prime minister was ill.",
      "Denmark's prime minister",
      'Ada Berg',
    ],
    [
      'by the last subject',
      'French Foreign Minister Ada Berg met Turkish Foreign Minister Tor Dahl. The minister left early.',
      'The minister',
      'Ada Berg',
    ],
  ])('an office finds its holder %s', async (_, text, office, expected) => {
    const { actors } = await readSaid(text);
    const holders = actors.filter(({ mentions }) => mentions.some((mention) => mention.text === office));
    expect(holders.map((actor) => actor.name)).toEqual([expected]);
  });

  test('an office whose holder is not named is somebody', async () => {
    const { actors } = await readSaid('The chairperson spoke with Peter Dahl. He urged calm.');
    const holder = actors.find(({ mentions }) => mentions.some((mention) => mention.text === 'The chairperson'));
    expect(holder?.kind).toBe('person');
  });

  test('a pronoun between quotation marks is not who speaks', async () => {
    const { actors } = await readSaid('Tor Dahl lost the vote. "He lost the street too," Jan Moe said. "He will go."');
    const moe = actors.find(({ name }) => name === 'Jan Moe');
    expect(moe?.mentions.map(({ text }) => text)).toEqual(['Jan Moe']);
  });

  test.each([
    ['The African Union Mediation Panel met on Monday.', 'African Union Mediation Panel', 'IGO'],
    ['The Northern Press Agency interviewed the farmers.', 'Northern Press Agency', 'MED'],
    ['EU foreign ministers condemned the vote.', 'EU foreign ministers', 'IGO'],
    ['Interfax quoted the mayor.', 'Interfax', 'RUS MED'],
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

  test('a pronoun stays in its paragraph', async () => {
    const { actors } = await readSaid(
      'Tor Dahl spoke on Monday. Dahl asked for help, and Dahl got it.\n\nThe envoy, Jan Moe, landed and met Dahl. He will go home on Friday.',
    );
    expect(actors.find(({ name }) => name === 'Jan Moe')?.mentions.map(({ text }) => text)).toContain('He');
  });

  test.each([
    [
      'its spokesman',
      'The Norwegian Defense Ministry denied it. Its spokesman, Tor Dahl, resigned.',
      'Tor Dahl',
      'Norwegian Defense Ministry',
      'NOR GOV',
    ],
    [
      'a spokesman of the subject before',
      'The Norwegian Defense Ministry denied it. Spokesman Tor Dahl resigned.',
      'Tor Dahl',
      'Norwegian Defense Ministry',
      'NOR GOV',
    ],
    ['her envoy', 'Danish Prime Minister Ada Berg spoke. Her envoy, Tor Dahl, left.', 'Tor Dahl', 'Denmark', 'DNK GOV'],
    [
      'her office',
      'Danish Prime Minister Ada Berg resigned. Her office denied it.',
      "Ada Berg's office",
      'Denmark',
      'DNK GOV',
    ],
    [
      'its opposition',
      'Norway banned the march. Its opposition protested.',
      "Norway's opposition",
      'Norway',
      'NOR OPP',
    ],
  ])("what belongs to somebody has that one's affiliation: %s", async (_, text, name, affiliation, code) => {
    const { actors } = await readSaid(text);
    expect(actors.find((actor) => actor.name === name)).toMatchObject({ affiliation, code });
  });

  test('the offices of two people are two', async () => {
    const { actors } = await readSaid(
      'Ada Berg resigned. Her office denied it.\n\nTor Dahl resigned. His office denied it.',
    );
    const names = actors.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Ada Berg's office", "Tor Dahl's office"]));
  });

  test('where something was posted is nobody, but its company may speak', async () => {
    const posted = await readSaid('Ada Berg wrote on Facebook that she would resign.');
    expect(posted.actors.map(({ name }) => name)).toEqual(['Ada Berg']);
    const spoke = await readSaid('Facebook said it would appeal.');
    expect(spoke.actors.map(({ name }) => name)).toEqual(['Facebook']);
  });

  test('the leader of the opposition is the opposition leader', async () => {
    const { actors } = await readSaid('Opposition leader Ada Berg left. The leader of the opposition was ill.');
    expect(actors.find(({ name }) => name === 'Ada Berg')?.mentions).toHaveLength(2);
  });

  test.each([
    ['a phrase before its subject', 'Tor Dahl praised Jan Moe. In his speech, Moe thanked the farmers.', 'Jan Moe'],
    [
      'the subject of the sentence before',
      'Tor Dahl flew home after talks with Jan Moe. He will vote on Friday.',
      'Tor Dahl',
    ],
    ['never who belongs to him', 'Tor Dahl left. His brother, Jan Moe, stayed.', 'Tor Dahl'],
  ])('a pronoun is %s', async (_, text, expected) => {
    const { actors } = await readSaid(text);
    const holders = actors.filter(({ mentions }) => mentions.some((mention) => /^(?:he|his)$/i.test(mention.text)));
    expect(holders.map((actor) => actor.name)).toEqual([expected]);
  });
});
