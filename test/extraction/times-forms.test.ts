import { describe, expect, test } from 'vitest';
import { findTimes } from '../../src/extraction/index.ts';
import { shippedCodebook } from '../support/codebook.ts';
import { readText } from '../support/read-text.ts';

// 2019-05-01 was a Wednesday.
const timesIn = async (text: string): Promise<(string | null)[][]> =>
  findTimes(await readText(text, { published: '2019-05-01' }), shippedCodebook()).map(({ span, value }) => [
    span.text,
    value,
  ]);

type Row = readonly [text: string, ...expected: (readonly [words: string, value: string | null])[]];

const forms: Readonly<Record<string, readonly Row[]>> = {
  'hours that share a half of the day': [
    ['Polls are open from 11 to 6 p.m. today.', ['11 to 6 p.m. today', '2019-05-01T11:00/2019-05-01T18:00']],
    [
      'Shells fell between 2 and 4:30 a.m. on Tuesday.',
      ['2 and 4:30 a.m. on Tuesday', '2019-04-30T02:00/2019-04-30T04:30'],
    ],
    ['The curfew holds from 10 to 5 a.m.', ['10 to 5 a.m.', '2019-05-01T22:00/2019-05-02T05:00']],
    ['She will speak at 8 tonight.', ['8 tonight', '2019-05-01T20:00']],
    ['They met at 4 and 5 p.m. on Tuesday.', ['5 p.m. on Tuesday', '2019-04-30T17:00']],
  ],
  'what comes again': [
    ['The siren sounds every Monday at 4 p.m.', ['every Monday at 4 p.m.', 'XXXX-WXX-1T16:00']],
    ['The siren sounds at 7 a.m. every day.', ['7 a.m. every day', 'XXXX-XX-XXT07:00']],
    ['Shots are heard every night.', ['every night', 'XXXX-XX-XXTNI']],
    ['They march on the first Monday of each month.', ['the first Monday of each month', 'P1M']],
    ['The bridge is shut on weekends.', ['weekends', 'XXXX-WXX-WE']],
  ],
  'lengths of two parts': [
    ['The call lasted two hours and 40 minutes.', ['two hours and 40 minutes', 'PT2H40M']],
    ['She was held for a year and three months.', ['a year and three months', 'P1Y3M']],
    ['He left two weeks and two days ago.', ['two weeks and two days ago', '2019-04-15']],
    ['He was held for two days and two nights.', ['two days', 'P2D']],
    ['The bridge stood for almost a hundred years.', ['almost a hundred years', 'P100Y']],
  ],
  'counted from a day': [
    ['The vote is ten days from Friday.', ['ten days from Friday', '2019-05-13']],
    ['The sanctions expire in six months.', ['six months', '2019-11']],
    ['It is the worst raid in six months.', ['six months', 'P6M']],
    ['It will start three days from today.', ['three days from today', '2019-05-04']],
  ],
  'ends of ranges': [
    ['The talks ran from Nov. 18 to Dec. 19, 2015.', ['Nov. 18 to Dec. 19, 2015', '2015-11-18/2015-12-19']],
    ['The talks ran from Dec. 18 to Jan. 9, 2016.', ['Dec. 18 to Jan. 9, 2016', '2015-12-18/2016-01-09']],
  ],
  'days of the month': [
    ['They will vote on Friday the 28th.', ['Friday the 28th', '2019-06-28']],
    ['It will be signed on the 15th of next month.', ['the 15th of next month', '2019-06-15']],
    ['He spoke on the 4th of July of 1995.', ['the 4th of July of 1995', '1995-07-04']],
    ['The trial opens in the week beginning May 13.', ['the week beginning May 13', '2019-W20']],
    ['The pact runs until 2100.', ['2100', '2100']],
    ['They will march next week on Tuesday.', ['next week on Tuesday', '2019-05-07']],
  ],
  'some day': [
    ['They will one day return to the valley.', ['one day', 'FUTURE_REF']],
    ['The strike lasted one day.', ['one day', 'P1D']],
    ['The talks will soon begin.', ['soon', 'FUTURE_REF']],
    ['The economy is expected to slow in coming months as trade weakens.', ['coming months', 'FUTURE_REF']],
  ],
  'tense where the words are hard to read': [
    ['Neither Berg nor her lawyers could be reached on Tuesday.', ['Tuesday', '2019-04-30']],
    ['The talks are to be concluded by May, officials said.', ['May', '2019-05']],
  ],
};

describe.each(Object.entries(forms))('%s', (_, rows) => {
  test.each(rows.map(([text, ...expected]) => ({ text, expected })))('$text', async ({ text, expected }) =>
    expect(await timesIn(text)).toEqual(expected),
  );
});

describe('words that only look like times', () => {
  test.each([
    'She spoke on the programme “Ten Minutes”.',
    'They have been listening to Radio Today since the vote.',
    'He joined the March for the valley.',
    'It was high noon for the coalition.',
    'The airline has three trains a day.',
    'The protest soon became a riot.',
    'The future of the pact is open.',
    'The reading was 30/4.85.',
  ])('%s', async (text) => expect(await timesIn(text)).toEqual([]));

  test('in a headline capitals tell nothing', async () => {
    expect(await timesIn('Norland Votes Today On New Pact')).toEqual([['Today', '2019-05-01']]);
  });
});
