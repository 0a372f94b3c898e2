import { describe, expect, test } from 'vitest';
import { type MetaLine, readMetaLine, readNameLine } from '../../src/intake/meta-line.ts';

const nothing: MetaLine = {
  people: [],
  agency: null,
  publisher: null,
  published: null,
  isUpdate: false,
  place: null,
};

describe('lines about a report', () => {
  test.each<readonly [string, Partial<MetaLine>]>([
    [
      'The Norland Courier · by Jane Moe · March 9, 2026 · 3 min read',
      { publisher: 'The Norland Courier', people: ['Jane Moe'], published: '2026-03-09' },
    ],
    [
      '9 March 2026 | Politics | By Jane Moe and John Ask',
      { people: ['Jane Moe', 'John Ask'], published: '2026-03-09' },
    ],
    [
      'By Jane Moe, The Sund Times, March 9, 2026',
      { people: ['Jane Moe'], publisher: 'The Sund Times', published: '2026-03-09' },
    ],
    ['by Jane Moe · 9 March 2026, 10:15 · Norland', { people: ['Jane Moe'], published: '2026-03-09T10:15' }],
    ['Jane Moe • Reuters • 9 March 2026', { people: ['Jane Moe'], agency: 'Reuters', published: '2026-03-09' }],
    ['Jane Moe, Sund — March 9, 2026 at 10:15 am', { people: ['Jane Moe'], published: '2026-03-09T10:15' }],
    ['Jane Moe in Sund and John Ask | 9 March 2026', { people: ['Jane Moe', 'John Ask'], published: '2026-03-09' }],
    ['2026-03-09', { published: '2026-03-09' }],
    ['2026-03-09T10:15:00Z', { published: '2026-03-09T10:15:00Z' }],
    ['Jane Moe with AFP, Reuters | 05/03/2026', { people: ['Jane Moe'], agency: 'AFP' }],
    ['Posted by Jane Moe on March 9, 2026 in World', { people: ['Jane Moe'], published: '2026-03-09' }],
    [
      'By Jane Moe, CNN  Updated 10:15 AM EDT, Mon March 9, 2026',
      { people: ['Jane Moe'], published: '2026-03-09T10:15-04:00', isUpdate: true },
    ],
    ['MARCH 9, 2026 / 10:15 AM / UPDATED 2 HOURS AGO', { published: '2026-03-09T10:15' }],
    [
      'Published: 9 March 2026 — 10:15 | Updated: 9 March 2026 — 12:40 | Reading time: 2 min',
      { published: '2026-03-09T10:15' },
    ],
    ['Last modified on Mon 9 Mar 2026 12.40 GMT', { published: '2026-03-09T12:40Z', isUpdate: true }],
    [
      'Source: Xinhua | 2026-03-09 10:15 | Editor: Li Wei',
      { agency: 'Xinhua', publisher: 'Xinhua', published: '2026-03-09T10:15' },
    ],
    [
      'Sund Harbour News Channel, [09.03.2026 10:15]',
      { publisher: 'Sund Harbour News Channel', published: '2026-03-09T10:15' },
    ],
    ['Press release | 9 March 2026 | No. 45/2026', { published: '2026-03-09' }],
    ['Monday, March 9, 2026; Page A01', { published: '2026-03-09' }],
    ['By Jane Moe, Staff Writer', { people: ['Jane Moe'] }],
    ['Published in Sund Times, March 9th, 2026', { publisher: 'Sund Times', published: '2026-03-09' }],
    ['© 2026 The Sund Times. All rights reserved.', { publisher: 'The Sund Times' }],
    ['Office of the Spokesperson', { publisher: 'Office of the Spokesperson' }],
    ['sundtimes.example', { publisher: 'sundtimes.example' }],
  ])('%s', (line, expected) => {
    expect(readMetaLine(line)).toEqual({ ...nothing, ...expected });
  });

  test.each<readonly [string, string]>([
    ['Addis Ababa, 18 September 2026', 'Addis Ababa'],
    ['Sund, 9 March 2026', 'Sund'],
    ['Sund, Norland, March 9, 2026', 'Sund, Norland'],
    ['Port Ansel, 9 March 2026', 'Port Ansel'],
    ['9 March 2026, Sund', 'Sund'],
    ['Sund, 9 March 2026 (AFP)', 'Sund'],
  ])('says where and when: %s', (line, place) => {
    const meta = readMetaLine(line);
    expect([meta?.place, meta?.people]).toEqual([place, []]);
    expect(meta?.published).toMatch(/^2026-/);
  });

  test('two capitalised words that are no city sign a dated line', () => {
    expect(readMetaLine('Jane Moe, 9 March 2026')).toEqual({
      ...nothing,
      people: ['Jane Moe'],
      published: '2026-03-09',
    });
  });

  test.each([
    'Home / World / Norland',
    '3–4 minutes',
    '312 words',
    'A4',
    'Wednesday, May 3',
    'Share full article',
    'BC-NORLAND-STRIKE',
  ])('says nothing of its report: %s', (line) => {
    expect(readMetaLine(line)).toEqual(nothing);
  });

  test.each([
    'Ferry strike: what we know',
    'Dahl meets Varga',
    'Norland and Vesta',
    'Department Press Briefing – March 9, 2026',
    'Talks in Sund on 9 March 2026',
    'Huge Crowd Marches in Port Ansel as Envoy Arrives',
    'Harbour Office Welcomes End of Strike',
    'Anna Dahl Elected House Minority Leader',
    'Newspaper: minister used a private boat',
    'Updated: The minister said on Sunday that she had never asked for the boat.',
    '— Jane Moe (@jmoe) March 9, 2026',
    'Ole Berg / AP',
    'Norland – 2026',
    'Moe, Ask',
    '',
  ])('is no line about a report: %s', (line) => {
    expect(readMetaLine(line)).toBeNull();
  });
});

describe('lines of names', () => {
  test.each<readonly [string, readonly string[]]>([
    ['Jane Moe', ['Jane Moe']],
    ['Jane Moe, John Ask', ['Jane Moe', 'John Ask']],
    ['Jane Moe in Sund and John Ask in Port Ansel', ['Jane Moe', 'John Ask']],
  ])('%s', (line, people) => {
    expect(readNameLine(line)?.people).toEqual(people);
  });

  test.each([
    'Facing Council, Dahl Defends Her Words Before and After Vote',
    'Correction Appended.',
    'Tennis. Boating.',
    'Politics',
    'Jane Moe said so',
  ])('holds more than names, or none: %s', (line) => {
    expect(readNameLine(line)).toBeNull();
  });
});
