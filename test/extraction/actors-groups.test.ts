import { describe, expect, test } from 'vitest';
import { readSaid } from '../support/read-said.ts';

/** [what it shows, report, source, who speaks]. */
const FOUND: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'people of a body named behind them',
    'Senior diplomats from the African Union warned that the truce was fragile.',
    'Senior diplomats from the African Union',
    ['Senior diplomats from the African Union'],
  ],
  [
    'the same people under another title',
    'Top diplomats of the European Union met in Oslo. EU foreign ministers said on Friday that they would meet again.',
    'EU foreign ministers',
    ['EU foreign ministers'],
  ],
  [
    'a title that takes them up again',
    'EU foreign ministers met in Oslo. The ministers said on Friday that the truce was fragile.',
    'The ministers',
    ['EU foreign ministers'],
  ],
  ['all members of a body', 'NATO members said the truce was fragile.', 'NATO members', ['NATO']],
  [
    'people told by their country',
    'Polish analysts said the truce was fragile.',
    'Polish analysts',
    ['Polish analysts'],
  ],
  [
    'a title with its country inside',
    'U.S. Secretary of State Lars Lind landed in Oslo. The top U.S. diplomat said the truce was fragile.',
    'The top U.S. diplomat',
    ['Lars Lind'],
  ],
  [
    'an organization taken up again',
    'Ada Berg met King Karl. Amnesty International opened a house in Oslo. The organization said the truce was fragile.',
    'The organization',
    ['Amnesty International'],
  ],
  [
    '"they" after a group',
    'EU foreign ministers met in Oslo. They said on Friday that the truce was fragile.',
    'They',
    ['EU foreign ministers'],
  ],
  [
    '"they" after a group that only its act makes known',
    'Nine rights groups called for his release. They said on Friday that the trial was unfair.',
    'They',
    ['rights groups'],
  ],
  [
    '"they" after two people',
    'Ada Berg and Tor Dahl met in Oslo. They said on Friday that the truce was fragile.',
    'They',
    ['Ada Berg', 'Tor Dahl'],
  ],
  [
    'members of a list',
    'Two members of the Norwegian Parliament, Ada Berg and Tor Dahl, flew to Rome. They said the truce was fragile.',
    'They',
    ['Ada Berg', 'Tor Dahl'],
  ],
  [
    '"it" after a body',
    'Amnesty International opened a house in Oslo. It said on Friday that the truce was fragile.',
    'It',
    ['Amnesty International'],
  ],
  ['a body before its figures', 'According to U.N. figures, prices fell in Oslo.', 'U.N. figures', ['United Nations']],
  [
    'a body far behind its report',
    'A report on prisons in Oslo by Amnesty International said the guards were tired.',
    'A report on prisons in Oslo by Amnesty International',
    ['Amnesty International'],
  ],
  [
    'a body by the end of its name',
    'The Oslo Harbor Union closed its doors. Later the Harbor Union said the truce was fragile.',
    'the Harbor Union',
    ['Oslo Harbor Union'],
  ],
  ['a country behind what it is', 'Host country Norway said the truce was fragile.', 'Host country Norway', ['Norway']],
];

/** [what it shows, report, source]: nobody speaks. */
const NOBODY: readonly (readonly [string, string, string])[] = [
  ['some members of a body', 'Three NATO countries said the truce was fragile.', 'Three NATO countries'],
  ['officials of a body', 'NATO officials said the truce was fragile.', 'NATO officials'],
  ['people of nobody', 'Diplomats said the truce was fragile.', 'Diplomats'],
  ['people whom nobody named before', 'King Karl landed. The diplomats said the truce was fragile.', 'The diplomats'],
  [
    'a ministry is no "group"',
    'The Polish Foreign Ministry closed its doors. The group said the truce was fragile.',
    'The group',
  ],
  ['one person is not "they"', 'Ada Berg met King Karl. They said the truce was fragile.', 'They'],
  [
    'two groups that "they" may mean',
    'EU foreign ministers praised the deal, but Polish lawmakers marched. They said the truce was fragile.',
    'They',
  ],
  ['what is told of a thing', 'The talks ended. It said on a poster that the truce was fragile.', 'It'],
];

describe('groups', () => {
  test.each(FOUND)('%s', async (_, text, source, expected) => {
    const { said } = await readSaid(text);
    expect(said.find((each) => each.source === source)?.speakers).toEqual(expected);
  });

  test.each(NOBODY)('nobody: %s', async (_, text, source) => {
    const { said } = await readSaid(text);
    expect(said.find((each) => each.source === source)?.speakers).toEqual([]);
  });

  test('"them" is not who is the subject of its verb', async () => {
    const { actors } = await readSaid('Norway warned Turkey and Serbia, and Ada Berg and Tor Dahl told them to leave.');
    const holders = actors.filter(({ mentions }) => mentions.some(({ text }) => text === 'them'));
    expect(holders.map(({ name }) => name)).toEqual(['Turkey', 'Serbia']);
  });

  test('a group has the name that says its title', async () => {
    const { actors } = await readSaid('Top EU diplomats met in Oslo. EU foreign ministers then flew to Rome.');
    expect(actors.filter(({ kind }) => kind === 'group').map(({ name }) => name)).toEqual(['EU foreign ministers']);
  });
});

test('a group is not taken up by a noun that only ends alike', async () => {
  const { actors } = await readSaid('Rebels kidnapped forty women in Mali. Bandits kidnapped the men.');
  const meant = actors.filter(({ mentions }) => mentions.some(({ text }) => /\bmen$/.test(text)));
  expect(meant.map(({ mentions }) => mentions.some(({ text }) => /women/.test(text)))).toEqual([false]);
});

test.each([
  ['beside his president', 'Poland’s President Ada Berg and Representative Karl Lund spoke on Monday.', 'Poland'],
  [
    'but not of whom he speaks',
    '“They will reach out to Polish President Ada Berg,” Representative Karl Lund told reporters.',
    null,
  ],
])('a lawmaker has the country of people beside him: %s', async (_, text, country) => {
  const { actors } = await readSaid(text);
  const lawmaker = actors.find(({ name }) => name === 'Karl Lund');
  expect(lawmaker?.code?.startsWith('POL') ?? false).toBe(country === 'Poland');
});

test('those who call for "their release" do not call for their own', async () => {
  const { actors } = await readSaid(
    'The arrests angered Norway, with many ministers and aid groups calling for their release.',
  );
  expect(actors.filter(({ mentions }) => mentions.some(({ text }) => text === 'their'))).toEqual([]);
});

test('"at times" is no newspaper, and "the post" none in small letters', async () => {
  const { actors } = await readSaid('At times, the base held 200 detainees. The soldiers attacked the post in Mali.');
  expect(actors.map(({ name }) => name)).not.toContainEqual(expect.stringMatching(/times|post/));
});
