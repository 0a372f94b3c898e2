import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTimes, type TimeExpression } from '../../src/extraction/index.ts';
import { shippedCodebook } from '../support/codebook.ts';
import { readText, type TextFrame } from '../support/read-text.ts';

const codebook = shippedCodebook();

const timesIn = async (text: string, frame: TextFrame = {}): Promise<TimeExpression[]> =>
  findTimes(await readText(text, { published: '2019-05-01', ...frame }), codebook);

const pairs = (times: readonly TimeExpression[]): (string | null)[][] =>
  times.map(({ span, value }) => [span.text, value]);

describe('the examples of the codebook', () => {
  const examples = codebook.examples.filter(({ section }) => section === 'times');

  test('there are some', () => expect(examples.length).toBeGreaterThan(40));

  test.each(examples.filter(({ matches }) => matches))('$entry: $text', async ({ entry, text, expects }) => {
    const times = await timesIn(text, typeof expects.on === 'string' ? { published: expects.on } : {});
    const found = times.find(({ span }) => span.text === expects.time);
    expect([found?.rule, found?.value]).toEqual([entry, expects.value]);
  });

  test.each(examples.filter(({ matches }) => !matches))('$entry, not: $text', async ({ entry, text }) => {
    const rules = (await timesIn(text)).map(({ rule }) => rule);
    expect(rules).not.toContain(entry);
  });
});

describe('a day of the week', () => {
  // 2019-05-01 was a Wednesday.
  test.each([
    ['The cabinet fell on Wednesday.', '2019-05-01'],
    ['The cabinet fell on Tuesday.', '2019-04-30'],
    ['The cabinet fell on Friday.', '2019-04-26'],
    ['The cabinet will meet on Wednesday.', '2019-05-01'],
    ['The cabinet will meet on Friday.', '2019-05-03'],
    ['The cabinet is expected to meet on Friday.', '2019-05-03'],
    ['The cabinet was scheduled to meet on Friday.', '2019-05-03'],
    ['A vote was set for Sunday.', '2019-05-05'],
    ['The ministers plan to meet on Friday.', '2019-05-03'],
    ['The two have not met since Friday.', '2019-04-26'],
    ['She criticized Friday’s decree.', '2019-04-26'],
    ['Friday’s raid was planned by the militia.', '2019-04-26'],
    ['They will vote in Sunday’s election.', '2019-05-05'],
    ['He toured the north ahead of Sunday’s election.', '2019-05-05'],
    ['The envoy postponed the visit until Friday.', '2019-05-03'],
    ['She demanded that he resign by Friday.', '2019-05-03'],
    ['The envoy said on Friday that the talks will resume.', '2019-04-26'],
  ])('%s → %s', async (text, value) => {
    const times = await timesIn(text);
    expect(times.map((time) => time.value)).toEqual([value]);
  });

  test.each([
    ['The deal was signed at the talks held in February.', '2019-02'],
    ['The army will leave in June.', '2019-06'],
    ['The army left in June.', '2018-06'],
    ['The vote is scheduled for October.', '2019-10'],
    ['The summit, first planned for March, was put off.', '2019-03'],
    ['The vote is due in the first week of June.', '2019-06'],
  ])('a month likewise: %s → %s', async (text, value) => {
    expect((await timesIn(text)).map((time) => time.value)).toEqual([value]);
  });

  test('the infinitive of a headline looks ahead, its present tells what happened', async () => {
    const ahead = await timesIn('Norland and Sudmark to Sign Pact on Friday', { kind: 'heading' });
    const done = await timesIn('Norland Signs Pact on Friday', { kind: 'heading' });
    expect([...ahead, ...done].map(({ value }) => value)).toEqual(['2019-05-03', '2019-04-26']);
  });
});

describe('clock times', () => {
  test.each([
    ['The council will meet today at 2 o’clock.', [['today at 2 o’clock', '2019-05-01T14:00']]],
    ['The council will meet on Friday at 10:30 a.m.', [['Friday at 10:30 a.m.', '2019-05-03T10:30']]],
    ['The deadline is 5 p.m. on Thursday.', [['5 p.m. on Thursday', '2019-05-02T17:00']]],
    ['The blast came at 0645 GMT on Monday.', [['0645 GMT on Monday', '2019-04-29T06:45Z']]],
  ])('%s', async (text, expected) => expect(pairs(await timesIn(text))).toEqual(expected));

  test('an hour without its half of the day is only plausible', async () => {
    const [time] = await timesIn('The council will meet today at 2 o’clock.');
    expect(time?.kind).toBe('approximate');
  });
});

test.each([
  ['The attack came a day after Monday’s bombing.', [['a day after Monday', '2019-04-30']]],
  ['They met two weeks before May 20.', [['two weeks before May 20', '2019-05-06']]],
  ['The talks lasted two days.', [['two days', 'P2D']]],
])('counted from a day: %s', async (text, expected) => expect(pairs(await timesIn(text))).toEqual(expected));

describe('ranges', () => {
  test.each([
    ['The summit runs from May 3 to May 5.', [['May 3 to May 5', '2019-05-03/2019-05-05']]],
    ['Observers were there between 2011 and 2014.', [['2011 and 2014', '2011/2014']]],
    ['The truce held from November to March.', [['November to March', '2018-11/2019-03']]],
  ])('%s', async (text, expected) => expect(pairs(await timesIn(text))).toEqual(expected));

  test('a meeting that is moved does not last from the old day to the new', async () => {
    const times = await timesIn('The summit was moved from Monday to Friday.');
    expect(times.map(({ span }) => span.text)).toEqual(['Monday', 'Friday']);
  });
});

describe('what nobody knows stays open', () => {
  test.each(['The envoy arrived on Wednesday.', 'The envoy arrived today.', 'The envoy arrived last week.'])(
    'without a date of publication: %s',
    async (text) => {
      const times = await timesIn(text, { published: null });
      expect(times.map(({ kind, anchor }) => [kind, anchor])).toEqual([['unresolved', 'none']]);
    },
  );

  test('a date in figures that could be read either way', async () => {
    const [time] = await timesIn('The letter is dated 03/04/2019.');
    expect([time?.value, time?.kind]).toEqual([null, 'unresolved']);
  });

  test.each(['now', 'recently', 'soon'])('"%s" is no date', async (word) => {
    const [time] = await timesIn(`The border is ${word} to be closed.`);
    expect(time?.kind ?? 'unresolved').toBe('unresolved');
  });
});

test('the dateline is the anchor where there is one', async () => {
  const frame = { published: '2019-05-02T03:00:00Z', dateline: { place: 'QUITO', date: '2019-05-01' } };
  const [time] = await timesIn('The minister resigned today.', frame);
  expect([time?.value, time?.anchor]).toEqual(['2019-05-01', 'dateline']);
});

test.each([
  ['2019-05-02T01:30:00Z', 'WASHINGTON', '2019-05-01'],
  ['2019-05-02T01:30:00Z', 'MOSCOW', '2019-05-02'],
  ['2019-05-02T01:30:00Z', 'Nowhere', '2019-05-02'],
  ['2019-05-02T01:30:00+03:00', 'WASHINGTON', '2019-05-02'],
])('published %s and filed in %s, today is %s', async (published, place, value) => {
  const [time] = await timesIn('The minister resigned today.', { published, dateline: { place, date: null } });
  expect([time?.value, time?.anchor]).toEqual([value, 'publication']);
});

describe('no times', () => {
  test.each([
    'Theresa May met the envoys.',
    'He may march on the capital.',
    'They ordered 2,000 tents and 1500 blankets.',
    'A second group left the city.',
    'The second man fled.',
    'More than a quarter of the voters stayed at home.',
    'The 35-year-old deputy spoke.',
    'Sanctions cost $1999.',
  ])('%s', async (text) => {
    expect(pairs(await timesIn(text))).toEqual([]);
  });
});

test('any text gives spans that are its own words, twice the same', async () => {
  const word = fc.constantFrom(
    'May',
    'on',
    '12',
    'the',
    'Friday',
    'last',
    'week',
    ',',
    '2 p.m.',
    'two',
    'days',
    'ago',
    '’89',
    '\u00a0',
    '—',
    '😀',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 14 }), async (words) => {
      const text = words.join(' ').trim();
      const [once, twice] = [await timesIn(text), await timesIn(text)];
      expect(twice).toEqual(once);
      for (const { span } of once) expect(text.slice(span.start, span.end)).toBe(span.text);
    }),
    { numRuns: 60 },
  );
});
