import { describe, expect, test } from 'vitest';
import { creditText, isCredit, splitCaption } from '../../src/intake/credit.ts';

describe('credits of pictures', () => {
  test.each([
    'Jane Doe/AP/TASS',
    'REUTERS/Jane Doe',
    'AP Photo/Jane Doe',
    'Photo: the ministry',
    'Photo by Jane Doe',
    '© 2019 Reuters',
    'Getty Images',
    '(Jane Doe / EPA)',
    'Jane Doe via Getty Images',
  ])('credit: %s', (line) => {
    expect(isCredit(line)).toBe(true);
  });

  test.each([
    'The minister told Reuters that he would stay.',
    'Jane Doe',
    'Talks and/or votes',
    'He spoke to AP, Reuters and others about the plan to close the port.',
    '',
  ])('no credit: %s', (line) => {
    expect(isCredit(line)).toBe(false);
  });

  test.each([
    ['(Photo: Jane Doe/AP)', 'Jane Doe/AP'],
    ['Photo by Jane Doe', 'Jane Doe'],
    ['Jane Doe/AP', 'Jane Doe/AP'],
  ])('%s without its label', (line, text) => {
    expect(creditText(line)).toBe(text);
  });

  test.each([
    ['Ships wait in the bay. (AP Photo/Jane Doe)', 'Ships wait in the bay.', 'AP Photo/Jane Doe'],
    ['Ships wait in the bay. REUTERS/Jane Doe', 'Ships wait in the bay.', 'REUTERS/Jane Doe'],
    ['Ships wait in the bay (Jane Doe/City Herald)', 'Ships wait in the bay', 'Jane Doe/City Herald'],
    [
      'Ships wait in the bay.Credit...Jane Doe for The City Herald',
      'Ships wait in the bay.',
      'Jane Doe for The City Herald',
    ],
    ['Ships wait in the bay. — Picture by Jane Doe', 'Ships wait in the bay.', 'Jane Doe'],
    ['Ships wait in the bay. (AP Photo/Jane Doe) more >', 'Ships wait in the bay.', 'AP Photo/Jane Doe'],
    ['Ships wait in the bay. He said so.', 'Ships wait in the bay. He said so.', null],
    ['The ministry confirmed it (Reuters)', 'The ministry confirmed it (Reuters)', null],
  ])('%s', (line, caption, credit) => {
    expect(splitCaption(line)).toEqual({ caption, credit });
  });
});
