import { describe, expect, test } from 'vitest';
import { found, isCode } from '../../eval/closed-world.ts';
import { checksOf, toDay } from '../../eval/codes.ts';
import { readActors, readAgents, spaced } from '../../eval/petrarch.ts';

describe('PETRARCH files', () => {
  test('actors with synonyms, dates and comments', () => {
    const text =
      '<!-- a\nb -->\nOST_LAND [OST] # note\n+OSTLER\n\nOLD MAN\n\t[AAA < 950601]\n\t[AAABBB 19950601 - 19990815]\n\t[--- > 990816]\nNOBODY [---]\n';
    expect(readActors(text)).toEqual([
      { names: ['Ost Land', 'Ostler'], codes: [{ code: 'OST', from: '', to: '' }] },
      {
        names: ['Old Man'],
        codes: [
          { code: 'AAA', from: '', to: '1995-05-31' },
          { code: 'AAABBB', from: '1995-06-01', to: '1999-08-15' },
        ],
      },
    ]);
  });

  test('agents with plurals and substitution sets', () => {
    const text = '!FOLK! = MAN, MEN\nBAKER [~BUS]\nSEA!FOLK! {} [~MIL] # x\nDEPUTY [~LEG]\n';
    expect(readAgents(text)).toEqual([
      { words: ['baker', 'bakers'], sector: 'BUS' },
      { words: ['seaman', 'seamen'], sector: 'MIL' },
      { words: ['deputy', 'deputies'], sector: 'LEG' },
    ]);
  });

  test.each([
    ['OSTGOV', 'OST GOV'],
    ['OST', 'OST'],
    ['OSTTV', 'OSTTV'],
    ['A/B/CD', 'A/B/CD'],
  ])('%s in parts', (code, parts) => expect(spaced(code)).toBe(parts));
});

describe('codings', () => {
  test('a country that acts is its government; sectors have no order', () => {
    expect(isCode({ kind: 'country', code: 'OST GOV' }, 'OST')).toBe(true);
    expect(isCode({ kind: 'group', code: 'OST GOV' }, 'OST')).toBe(false);
    expect(isCode({ kind: 'group', code: 'OST NGO' }, 'NGOOST')).toBe(true);
    expect(isCode({ kind: 'group', code: null }, 'OST')).toBe(false);
  });

  test('source, type and target must all be right', () => {
    const actors = [
      { id: 'a', kind: 'country', code: 'OST GOV' },
      { id: 'b', kind: 'group', code: 'WES MIL' },
    ];
    const events = [{ type: 'ASSAULT', realis: 'actual', actors: ['b'], recipients: ['a'] }];
    const readout = { actors, events } as never;
    expect(found({ source: 'WESMIL', type: 'ASSAULT', target: 'OST' }, readout)).toEqual({ pair: true, all: true });
    expect(found({ source: 'WESMIL', type: 'AID', target: 'OST' }, readout)).toEqual({ pair: true, all: false });
    expect(found({ source: 'OST', type: 'ASSAULT', target: 'WESMIL' }, readout)).toEqual({ pair: false, all: false });
  });
});

describe('expectations', () => {
  test.each([
    ['12 April 2022', '2022-04-12'],
    ['October 1, 2021', '2021-10-01'],
    ['1 july 2021', '2021-07-01'],
    ['2022-01-10', '2022-01-10'],
    ['Today', '2022-11-01'],
    [undefined, '2022-11-01'],
  ])('%s', (said, day) => expect(toDay(said)).toBe(day));

  test('what is asked is checked, and what only an encyclopedia can say is not', () => {
    const code = { country: 'NOR', sector: 'GOV', rule: 'codes/words' } as const;
    const asking = (Eq: Record<string, string | null>) => ({
      test: '',
      call: 'agent_to_code',
      args: [],
      kwargs: {},
      expect: { Eq },
    });
    expect(checksOf(asking({ "code['country']": 'NOR', "code['code_1']": 'MIL' }), code)).toEqual([true, false]);
    expect(checksOf(asking({ "code['wiki']": 'Norway' }), code)).toEqual([]);
    expect(checksOf(asking({ code: null }), null)).toEqual([true]);
    expect(checksOf(asking({ "code['code_1']": 'UNK' }), null)).toEqual([true]);
  });
});
