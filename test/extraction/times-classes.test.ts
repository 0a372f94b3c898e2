import { describe, expect, test } from 'vitest';
import { findTimes, type TimeExpression } from '../../src/extraction/index.ts';
import { shippedCodebook } from '../support/codebook.ts';
import { readText, type TextFrame } from '../support/read-text.ts';

// 2019-05-01 was a Wednesday.
const timesIn = async (text: string, frame: TextFrame = {}): Promise<TimeExpression[]> =>
  findTimes(await readText(text, { published: '2019-05-01', ...frame }), shippedCodebook());

const pairs = (times: readonly TimeExpression[]): (string | null)[][] =>
  times.map(({ span, value }) => [span.text, value]);

type Row = readonly [text: string, expected: (string | null)[][]];

const classes: Readonly<Record<string, readonly Row[]>> = {
  'weekdays with tense': [
    ['Nobody could be reached on Tuesday.', [['Tuesday', '2019-04-30']]],
    ['The court could rule on Tuesday.', [['Tuesday', '2019-05-07']]],
    ['Norland was the first country to join on Friday.', [['Friday', '2019-04-26']]],
    ['Norland agreed to join on Friday.', [['Friday', '2019-05-03']]],
    ['Norland planned a march in Oslo on Friday.', [['Friday', '2019-05-03']]],
    ['They look for ways around Tuesday’s ruling.', [['Tuesday', '2019-04-30']]],
    ['There can be a deal before October’s attack.', [['October', '2019-10']]],
    ['Effective Friday, they will charge more.', [['Friday', '2019-05-03']]],
    ['Effective Friday, they were charging more.', [['Friday', '2019-04-26']]],
    ['They met on Tuesday of last week.', [['Tuesday of last week', '2019-04-23']]],
    ['They will vote in Friday’s election.', [['Friday', '2019-05-03']]],
    ['The judge has given them until 9 a.m. Friday.', [['9 a.m. Friday', '2019-05-03T09:00']]],
    ['the offices open again friday', [['friday', '2019-05-03']]],
  ],
  'last, next, this': [
    ['He was freed last Oct. 23.', [['last Oct. 23', '2018-10-23']]],
    ['He was freed last Wednesday.', [['last Wednesday', '2019-04-24']]],
    ['He will be freed this Friday.', [['this Friday', '2019-05-03']]],
    ['He will be freed next Friday.', [['next Friday', '2019-05-10']]],
    ['He will be freed next month.', [['next month', '2019-06']]],
  ],
  'eves and edges': [
    ['He resigned on the eve of the summit.', [['the eve', null]]],
    ['He resigned on the eve of the New Year.', [['the eve of the New Year', '2018-12-31']]],
    ['The raid began early Wednesday.', [['early Wednesday', '2019-05-01']]],
    ['The raid began late on Tuesday night.', [['late on Tuesday night', '2019-04-30TNI']]],
  ],
  'clock times': [
    ['The council meets at 2 o’clock today.', [['2 o’clock today', '2019-05-01T14:00']]],
    ['The ship sank at 1400 GMT.', [['1400 GMT', '2019-05-01T14:00Z']]],
    ['Polls open at 7 a.m. local time on Friday.', [['7 a.m. local time on Friday', '2019-05-03T07:00']]],
    ['Shelling began at 4 in the morning.', [['4 in the morning', '2019-05-01T04:00']]],
    [
      'The bomb went off at 10:35 a.m. (0735 GMT) Tuesday.',
      [
        ['10:35 a.m.', '2019-04-30T10:35'],
        ['0735 GMT', '2019-04-30T07:35Z'],
        ['Tuesday', '2019-04-30'],
      ],
    ],
  ],
  ranges: [
    ['Talks ran from Monday to Wednesday.', [['Monday to Wednesday', '2019-04-29/2019-05-01']]],
    ['Talks run from Friday to Tuesday.', [['Friday to Tuesday', '2019-05-03/2019-05-07']]],
    ['The ban holds from 9 p.m. to 5 a.m.', [['9 p.m. to 5 a.m.', '2019-05-01T21:00/2019-05-02T05:00']]],
    [
      'Polls are open from 8 a.m. until 6 p.m. on Sunday.',
      [['8 a.m. until 6 p.m. on Sunday', '2019-05-05T08:00/2019-05-05T18:00']],
    ],
    ['The war of 1939–45 ruined it.', [['1939–45', '1939/1945']]],
  ],
  'decades and seasons': [
    [
      'The laws of the 1960s and 70s were harsh.',
      [
        ['the 1960s', '196'],
        ['70s', '197'],
      ],
    ],
    ['The vote is planned for the autumn.', [['the autumn', '2019-FA']]],
    ['She was elected in the spring of 2017.', [['the spring of 2017', '2017-SP']]],
  ],
  'years of other kinds': [
    ['The budget for fiscal year 2020 was passed.', [['fiscal year 2020', '2020']]],
    ['The 2019-20 academic year was lost.', [['The 2019-20 academic year', '2019/2020']]],
    ['This school year was hard.', [['This school year', '2018/2019']]],
  ],
  holidays: [
    ['The truce ends with Ramadan 2019.', [['Ramadan 2019', '2019-05-06/2019-06-04']]],
    [
      'Orthodox Easter was marked in 2024.',
      [
        ['Orthodox Easter', '2019-04-28'],
        ['2024', '2024'],
      ],
    ],
    ['Campaigning ends before Election Day 2020.', [['Election Day 2020', '2020-11-03']]],
    ['The truce held for Diwali.', [['Diwali', null]]],
  ],
  'counted from something': [
    ['Two days after the May 9 parade, they left.', [['Two days after the May 9', '2019-05-11']]],
    ['He will go a week before May 20.', [['a week before May 20', '2019-05-13']]],
    ['The strike began a day after Berg said he would go.', [['a day', 'P1D']]],
    ['The vote is in two weeks’ time.', [['two weeks’ time', '2019-W20']]],
    ['They must leave within two weeks.', [['two weeks', 'P2W']]],
    ['He comes on the weekend of May 11.', [['the weekend of May 11', '2019-W19-WE']]],
  ],
  'since, sets and lengths': [
    ['He has ruled since 1994.', [['1994', '1994']]],
    ['The board meets quarterly.', [['quarterly', 'P3M']]],
    ['The cabinet meets every other week.', [['every other week', 'P2W']]],
    ['They fought for nearly two decades.', [['nearly two decades', 'P20Y']]],
  ],
};

describe.each(Object.entries(classes))('%s', (_, rows) => {
  test.each(rows)('%s', async (text, expected) => expect(pairs(await timesIn(text))).toEqual(expected));
});

describe('what a time is counted from', () => {
  const anchors = async (text: string, frame: TextFrame = {}): Promise<(string | null)[][]> =>
    (await timesIn(text, frame)).map(({ span, value, anchor }) => [span.text, value, anchor]);

  test.each([
    [
      '“We will vote tomorrow,” the minister said on Monday.',
      [
        ['tomorrow', '2019-04-30', 'utterance'],
        ['Monday', '2019-04-29', 'publication'],
      ],
    ],
    ['“We will vote tomorrow,” the minister said.', [['tomorrow', '2019-05-02', 'publication']]],
    [
      'The minister said on Monday that they would vote tomorrow.',
      [
        ['Monday', '2019-04-29', 'publication'],
        ['tomorrow', '2019-05-02', 'publication'],
      ],
    ],
    [
      '“We voted,” she said on Monday. “They left yesterday.”',
      [
        ['Monday', '2019-04-29', 'publication'],
        ['yesterday', '2019-04-28', 'utterance'],
      ],
    ],
    [
      'They met on April 2. A day later they parted.',
      [
        ['April 2', '2019-04-02', 'publication'],
        ['A day later', '2019-04-03', 'event'],
      ],
    ],
    ['He was born on May 1, 1960.', [['May 1, 1960', '1960-05-01', 'none']]],
    ['He left on the eve of the vote.', [['the eve', null, 'event']]],
  ])('%s', async (text, expected) => expect(await anchors(text)).toEqual(expected));

  test('without any date a quoted day stays open', async () => {
    const times = await timesIn('“We will vote tomorrow,” the minister said on Monday.', { published: null });
    expect(times.map(({ kind }) => kind)).toEqual(['unresolved', 'unresolved']);
  });
});

describe('figures that are no times', () => {
  test.each(['The bill was passed 219-212.', 'The quarterly report was late.'])('%s', async (text) =>
    expect(pairs(await timesIn(text))).toEqual([]),
  );
});
