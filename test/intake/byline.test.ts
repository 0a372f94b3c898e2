import { describe, expect, test } from 'vitest';
import { readByline } from '../../src/intake/byline.ts';

describe('bylines', () => {
  test.each([
    ['By Jane Doe', ['Jane Doe'], null],
    ['By Jane Doe and John Roe, Reuters', ['Jane Doe', 'John Roe'], 'Reuters'],
    ['by Jane Doe in Kyiv and John Roe', ['Jane Doe', 'John Roe'], null],
    ['By JANE O’NEIL', ['Jane O’Neil'], null],
    ['By JOHN MCROE and ANNA DE LA CRUZ', ['John McRoe', 'Anna De La Cruz'], null],
    ['By Jane Doe, Political Correspondent', ['Jane Doe'], null],
    ['By Jane Doe | The Associated Press', ['Jane Doe'], 'AP'],
    ['By Jane Doe for Voice of America', ['Jane Doe'], 'VOA'],
    ['Written by: Ludwig van der Berg', ['Ludwig van der Berg'], null],
    ['By Reuters', [], 'Reuters'],
    ['By Southern Press Agency', [], 'Southern Press Agency'],
    ['By Jane Doe, Norland News Agency', ['Jane Doe'], 'Norland News Agency'],
    ['Reuters', [], 'Reuters'],
    ['Agence France-Presse', [], 'AFP'],
    ['AFP, SUND', [], 'AFP'],
    ['Jane Doe, AP', ['Jane Doe'], 'AP'],
    ['Jane Doe | 2021-05-03', ['Jane Doe'], null],
    ['By Jane Doe & John Roe', ['Jane Doe', 'John Roe'], null],
  ])('%s', (line, people, agency) => {
    const byline = readByline(line);
    expect(byline?.people).toEqual(people);
    expect(byline?.agency).toBe(agency);
  });

  test('a date on the same line is kept', () => {
    expect(readByline('By Jane Doe | May 3, 2021 10:15 GMT')?.date).toBe('2021-05-03T10:15Z');
  });

  test.each([
    'By noon the square was empty.',
    'By Monday the talks had failed, and both sides said so.',
    'By law, ministers must answer within a week.',
    'Jane Doe',
    'Jane Doe, the minister',
    'Jane Doe/AP',
    'Reuters, Analysis',
    'AFP, AP, SUND',
    'Talks with Reuters went on for an hour',
    'May 3, 2021',
    '',
  ])('is no byline: %s', (line) => {
    expect(readByline(line)).toBeNull();
  });
});
