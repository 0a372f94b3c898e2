import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';

test.each([
  [
    'where a mission serves that is given something',
    'Japan sent trucks to the peacekeeping force in Togo.',
    'AID',
    ['Japan'],
    ['Togo'],
  ],
  [
    'a fighting force is given it itself',
    'Japan sent trucks to the rebel force in Togo.',
    'AID',
    ['Japan'],
    ['rebel force'],
  ],
  [
    "a minister's own tariff hits others",
    'Kenyan President Ada Berg raised the Kenyan tariff.',
    'SANCTION',
    ['Ada Berg'],
    [],
  ],
  ['who leads others in it', 'Norway led Poland in condemning Latvia.', 'ACCUSE', ['Norway', 'Poland'], ['Latvia']],
  ['who joins others in it', 'Norway joined Poland in condemning Latvia.', 'ACCUSE', ['Norway', 'Poland'], ['Latvia']],
  [
    'but who helps others in it does not',
    'Norway helped Poland in attacking Latvia.',
    'ASSAULT',
    ['Poland'],
    ['Latvia'],
  ],
  [
    "a deed beside a thing that is somebody's",
    'The court fined Karl Lund over his remarks and for defying Norway.',
    'REJECT',
    ['Karl Lund'],
    ['Norway'],
  ],
  [
    'whom one holds out against, in a clause below',
    'Norway will not lift the embargo until it is sure that Poland has left.',
    'REJECT',
    ['Norway'],
    ['Poland'],
  ],
  [
    'a region that is refused something',
    'Norway refuses to lift sanctions on Abkhazia.',
    'REJECT',
    ['Norway'],
    ['Abkhazia'],
  ],
  [
    '"they" of whoever speaks for them',
    'The chairman said that they will not end the strike.',
    'REJECT',
    ['chairman'],
    [],
  ],
  [
    'but not where others are told of',
    'Rebels and miners met the chairman. The chairman said that they will not end the strike.',
    'REJECT',
    ['Rebels', 'miners'],
    [],
  ],
  [
    'who held an office stands for himself',
    'Former Prime Minister Karl Lund of Peru said on Monday that the Peruvian government must ensure security.',
    'REQUEST',
    ['Karl Lund'],
    ['Peru'],
  ],
])('whose deed, and to whom: %s', async (_, text, type, actors, recipients) => {
  const { events } = await readEvents(text);
  const found = events.filter(({ event }) => event.type === type);
  expect(found.map((each) => [each.actors, each.recipients])).toEqual([[actors, recipients]]);
});
