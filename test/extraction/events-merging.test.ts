import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';

const rowsOf = async (text: string, type: string) =>
  (await readEvents(text)).events
    .filter(({ event }) => event.type === type)
    .map(({ actors, event }) => [actors, event.mentions.map((mention) => mention.text)]);

test.each([
  [
    'the meeting, told again',
    'Norway and Poland held a meeting in Oslo. King Karl took part in the meeting.',
    'CONSULT',
    [
      [
        ['Karl', 'Norway', 'Poland'],
        ['meeting', 'meeting'],
      ],
    ],
  ],
  [
    'a group named again by the end of its name',
    'Rebels kidnapped forty schoolgirls in Mali. On Friday the girls were freed. The girls had been kidnapped at night.',
    'ASSAULT',
    [[['Rebels'], ['kidnapped', 'kidnapped']]],
  ],
  [
    'words of the same act',
    'Poland criticized Latvia, saying that Latvia had violated the truce.',
    'ACCUSE',
    [[['Poland'], ['criticized', 'saying']]],
  ],
  [
    'a charge made twice',
    'Ada Berg said Poland had violated the truce. Poland is a bully, Ada Berg told reporters.',
    'ACCUSE',
    [[['Ada Berg'], ['said', 'told']]],
  ],
  ['readiness to agree', 'Latvia is ready to accept the truce.', 'AGREE', [[['Latvia'], ['ready']]]],
])('one event: %s', async (_, text, type, rows) => {
  expect(await rowsOf(text, type)).toEqual(rows);
});

test.each([
  ['another meeting', 'Norway and Poland held a meeting. King Karl attended a meeting with Latvia.', 'CONSULT', 2],
  [
    'a war of tariffs and a tariff',
    'Norway escalated its trade war with Poland. Norway imposed tariffs on Poland.',
    'SANCTION',
    2,
  ],
  ['two refusals', 'Ada Berg ignored a summons. Ada Berg defied Norway.', 'REJECT', 2],
  ['two attacks', 'If Mali attacks Niger and invades Chad, Norway will respond.', 'ASSAULT', 2],
  ['once more', 'Rebels attacked Norburg in May and again in June.', 'ASSAULT', 2],
  ['other girls', 'Rebels kidnapped forty schoolgirls in Mali. Bandits kidnapped the girls of Togo.', 'ASSAULT', 2],
  [
    'charges against two',
    'Ada Berg said Poland had violated the truce. Latvia is a bully, Ada Berg said.',
    'ACCUSE',
    2,
  ],
])('several events: %s', async (_, text, type, count) => {
  expect(await rowsOf(text, type)).toHaveLength(count);
});

test('who takes for granted what the report tells does not tell it', async () => {
  const { events } = await readEvents(
    'Ada Berg resigned in May. “The party lost its way after Ada Berg resigned,” Karl Lund said.',
  );
  expect(events.map(({ event }) => [event.type, event.mentions.length, event.assertedBy])).toEqual([
    ['RETREAT', 2, []],
  ]);
});
