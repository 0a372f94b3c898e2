import { describe, expect, test } from 'vitest';
import { dateIn, isTimeStamp, readDateLine } from '../../src/intake/date-line.ts';

describe('lines that only say when', () => {
  test.each([
    ['May 01, 2019', '2019-05-01'],
    ['1 May 2019', '2019-05-01'],
    ['Wednesday, May 1st, 2019', '2019-05-01'],
    ['2019-05-01', '2019-05-01'],
    ['2019-05-01 21:09:03Z', '2019-05-01T21:09:03Z'],
    ['2019-05-01T10:04+0200', '2019-05-01T10:04+02:00'],
    ['May 1, 2019 3:04 PM EDT', '2019-05-01T15:04-04:00'],
    ['May 1, 2019 12:04 a.m.', '2019-05-01T00:04'],
    ['Published: 1 May 2019 at 14:02 GMT', '2019-05-01T14:02Z'],
    ['Published 1 May 2019 | Updated 3 May 2019 09:00 GMT', '2019-05-01'],
    ['Sept. 9, 2020 10:00 (GMT+3)', '2020-09-09T10:00+03:00'],
    ['Friday, 3 May 2019 4:55 PM MYT', '2019-05-03T16:55+08:00'],
    ['Friday, 3 May 2019 4:55 PM CT', '2019-05-03T16:55'],
    ['31.12.2020', '2020-12-31'],
    ['03.04.2020', '2020-04-03'],
    ['12/31/2020', '2020-12-31'],
    ['1404 GMT, 2 June 2021', '2021-06-02T14:04Z'],
  ])('%s', (line, date) => {
    expect(readDateLine(line)?.date).toBe(date);
  });

  test.each(['03/04/2019', '31 February 2019', 'May 2019', 'On May 1, 2019 the ministers met in Sund', 'Monday', ''])(
    'says no single day, or more than a day: %s',
    (line) => {
      expect(readDateLine(line)).toBeNull();
    },
  );

  test('"ET" leaves the offset open', () => {
    expect(dateIn('May 1, 2019 10:04 a.m. ET')).toBe('2019-05-01T10:04');
  });

  test('an update says that it is one', () => {
    expect(readDateLine('Last updated: 3 May 2019')).toEqual({ date: '2019-05-03', isUpdate: true });
  });

  test.each([
    '3 hours ago',
    'Jane Doe · Posted: Aug 8, 2024 4:00 AM EDT | Last Updated: August 8',
    'Updated at 1:23 p.m.',
  ])('time stamp: %s', (line) => {
    expect(isTimeStamp(line)).toBe(true);
  });

  test.each([
    'The rules were updated at 3 p.m. by the ministry.',
    'He left two hours ago with an aide.',
    'Posted soldiers',
  ])('no time stamp: %s', (line) => {
    expect(isTimeStamp(line)).toBe(false);
  });
});
