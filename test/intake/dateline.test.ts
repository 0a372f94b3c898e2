import { describe, expect, test } from 'vitest';
import { readColonPlace, readDateline } from '../../src/intake/dateline.ts';

describe('datelines', () => {
  test.each([
    ['WASHINGTON, March 4 (Reuters) - The ship sailed.', 'WASHINGTON', '2020-03-04', 'Reuters'],
    ['MOSCOW (AP) — The ship sailed.', 'MOSCOW', null, 'AP'],
    ['KYIV, Ukraine — The ship sailed.', 'KYIV, Ukraine', null, null],
    ['GENEVA – The ship sailed.', 'GENEVA', null, null],
    ['HARTFORD, Conn., Sept. 26 (UPI) — The ship sailed.', 'HARTFORD, Conn.', '2019-09-26', 'UPI'],
    ['ST. PETERSBURG, Russia -- The ship sailed.', 'ST. PETERSBURG, Russia', null, null],
    ['UNITED NATIONS, 4 March 2018 (AFP) — The ship sailed.', 'UNITED NATIONS', '2018-03-04', 'AFP'],
    ['London (AP) — The ship sailed.', 'London', null, 'AP'],
    ['SEOUL/TOKYO, May 1 (Reuters) - The ship sailed.', 'SEOUL/TOKYO', '2020-05-01', 'Reuters'],
    ['MOSCOW, May 1. /TASS/. The ship sailed.', 'MOSCOW', '2020-05-01', 'TASS'],
    ['MOSCOW. May 1 (Interfax) - The ship sailed.', 'MOSCOW', '2020-05-01', 'Interfax'],
    ['New Delhi, May 1 (PTI) The ship sailed.', 'New Delhi', '2020-05-01', 'PTI'],
    ['Sund, 9 March 2020. The ship sailed.', 'Sund', '2020-03-09', null],
    ['SUND, 9 March 2020: The ship sailed.', 'SUND', '2020-03-09', null],
    ['LAKE VIEW, Ky.-- The ship sailed.', 'LAKE VIEW, Ky.', null, null],
    ['SUND (NNA) — The ship sailed.', 'SUND', null, 'NNA'],
    ['SUND, March 4 (Norland News Agency) - The ship sailed.', 'SUND', '2020-03-04', 'Norland News Agency'],
    ['SUND, March 4 (Norwire) - The ship sailed.', 'SUND', '2020-03-04', 'Norwire'],
    ['DUBAI (UAE) — The ship sailed.', 'DUBAI', null, null],
    ['SAN JOSÉ, Costa Rica (AFP) - The ship sailed.', 'SAN JOSÉ, Costa Rica', null, 'AFP'],
  ])('%s', (paragraph, place, date, agency) => {
    expect(readDateline(paragraph, '2020-03-05T10:00Z')).toEqual({ dateline: { place, date }, agency });
  });

  test('without a year the date stays open; near New Year the nearest day is meant', () => {
    expect(readDateline('ROME, May 1 (AP) - The ship sailed.', null)?.dateline.date).toBe('XXXX-05-01');
    expect(readDateline('ROME, Dec 31 (AP) - The ship sailed.', '2021-01-02')?.dateline.date).toBe('2020-12-31');
  });

  test.each([
    'The minister — who had said little — left.',
    'EXCLUSIVE – The minister left.',
    'WATCH: The minister leaves.',
    'Trump — and not the senate — decides.',
    'Vienna and Rome (and Bern) agreed.',
    'NATO-led troops left.',
    'On 9 March 2020. The ship sailed.',
    'Monday, 9 March 2020. The ship sailed.',
    'THE VOTE WAS NOT WRONG, JUST EARLY – The ship sailed.',
    'In Sund, 9 March. The ship sailed.',
    '',
  ])('no dateline: %s', (paragraph) => {
    expect(readDateline(paragraph, null)).toBeNull();
  });
});

describe('a place before a colon', () => {
  test('opens the report', () => {
    expect(readColonPlace(['SUND: The ship sailed.', 'It will be back.'])).toBe('SUND');
  });

  test.each([
    [['BERG: The ship sailed.', 'HOLM: It will be back.']],
    [['BERG: The ship sailed.']],
    [['EXCLUSIVE: The ship sailed.', 'It will be back.']],
    [['The ship sailed.', 'It will be back.']],
  ])('is none: %j', (paragraphs) => {
    expect(readColonPlace(paragraphs)).toBeNull();
  });
});
