import { describe, expect, test } from 'vitest';
import { loadCodebook } from '../../src/codebook/index.ts';
import { codeOf, formatCode } from '../../src/extraction/index.ts';
import { readDocument } from '../../src/readout/index.ts';
import { codebookFiles } from '../support/codebook.ts';
import { documentFrom, shippedEngine } from '../support/engine.ts';

const own = `
people:
  - id: test
    rows: |
      Ada Berg;Berg|NOR|2010-03-01/2014-05-31 GOV Prime Minister @test|2016/2017 OPP opposition leader @test
      Tor Dahl|NOR|2010/2012 GOV foreign minister @test
      Tor Dahl|SWE|2015/2018 LEG speaker @test
organizations:
  - id: river-front
    code: NOR REB
    codes: [{ code: NOR GOV, from: "2015", to: "2016-06-30" }]
    name: River Front
`;
const codebook = loadCodebook([...codebookFiles(), { name: 'own.yaml', text: own }]);

const code = (words: string, day: string | null = null, context = ''): string | null =>
  formatCode(codeOf(codebook, words, context, day));

describe('codes from words', () => {
  test.each([
    ['Norwegian soldiers', 'NOR MIL'],
    ["Norway's foreign ministry", 'NOR GOV'],
    ['a former minister of Norway', 'NOR ELI'],
    ['ex-president', 'ELI'],
    ['members of the Swedish parliament', 'SWE LEG'],
    ['a team of police officers', 'COP'],
    ['chairman of the company', 'BUS'],
    ['Danish newspapers', 'DNK JRN'],
    ['peasants from Peru', 'PER AGR'],
    ['Oslo police', 'NOR COP'],
    ['Moscow', 'RUS GOV'],
    ['Sweden', 'SWE'],
    ['a Danish human rights group', 'DNK SOC'],
    ['UN peacekeepers', 'IGO MIL'],
    ['smugglers', 'CRM'],
    ['Somaliland', 'SOM PRE'],
  ])('%s', (words, expected) => expect(code(words)).toBe(expected));

  test.each(['a demand', 'yesterday', '', '  ', "'s", 'Northern', 'He', ',', 'a'.repeat(5000)])('nobody: %s', (words) =>
    expect(code(words)).toBeNull(),
  );

  test('what the text says around a mention gives the country', () =>
    expect(code('the National Guard', null, 'Danish')).toBe('DNK MIL'));
});

describe('codes from dated tables', () => {
  test.each([
    ['2012-01-01', 'NOR GOV'],
    ['2014-05-31', 'NOR GOV'],
    ['2014-06-01', 'NOR ELI'],
    ['2016-12-31', 'NOR OPP'],
    ['2019-01-01', 'NOR ELI'],
    ['2009-12-31', 'NOR'],
    [null, 'NOR'],
  ])('the same person on %s', (day, expected) => expect(code('Ada Berg', day)).toBe(expected));

  test('the text goes before the table', () => {
    expect(code('former Prime Minister Ada Berg', '2012-01-01')).toBe('NOR ELI');
    expect(code('Danish Prime Minister Ada Berg', '2012-01-01')).toBe('DNK GOV');
  });

  test('a surname needs the title or country of somebody in office on the day', () => {
    expect(code('Prime Minister Berg', '2012-01-01')).toBe('NOR GOV');
    expect(code('Prime Minister Berg', '2019-01-01')).toBe('GOV');
    expect(code('Senator Berg', '2012-01-01')).toBe('LEG');
    expect(code('Berg', '2012-01-01')).toBeNull();
  });

  test('of two namesakes the one in office on the day, else neither', () => {
    expect(code('Tor Dahl', '2016-01-01')).toBe('SWE LEG');
    expect(code('Tor Dahl', '2011-01-01')).toBe('NOR GOV');
    expect(code('Tor Dahl', '2020-01-01')).toBeNull();
  });

  test('a movement that governed for a time', () => {
    expect(code('River Front', '2014-01-01')).toBe('NOR REB');
    expect(code('the River Front', '2016-06-30')).toBe('NOR GOV');
    expect(code('the River Front', '2016-07-01')).toBe('NOR REB');
  });

  test.each([
    ['2012-01-01', 'NOR GOV'],
    ['2015-01-01', 'NOR ELI'],
  ])('in a report of %s', async (published, expected) => {
    const engine = { ...(await shippedEngine()), codebook };
    const document = { ...documentFrom('Ada Berg said that the road was closed.'), published };
    const { readout } = await readDocument(document, engine, { asOf: null });
    expect(readout.actors.map((actor) => [actor.name, actor.code])).toEqual([['Ada Berg', expected]]);
  });
});

test('a part of a code that is country and sector alike stands once', () => {
  const found = { country: 'IGO', sector: 'IGO GOV', rule: 'codes/person' } as const;
  expect(formatCode(found)).toBe('IGO GOV');
  expect(formatCode({ ...found, country: null, sector: null })).toBeNull();
});

describe('tables of people', () => {
  test.each([
    'Ada Berg|NOR|2010-2014 GOV minister',
    'Ada Berg|NOR|spring/2014 GOV minister',
    'Ada Berg|NOR|2010/2014 minister',
    'Ada Berg|NOR',
    '|NOR|2010/2014 GOV minister',
  ])('a row that cannot be read is a mistake with its file: %s', (row) => {
    const text = `people:\n  - id: bad\n    rows: "${row}"\n`;
    expect(() => loadCodebook([...codebookFiles(), { name: 'bad.yaml', text }])).toThrow(/bad\.yaml/);
  });

  test('a later row of the same name and country takes the place of the earlier', () => {
    const text = 'people:\n  - id: later\n    rows: Ada Berg|NOR|2012/ JUD judge @test\n';
    const files = [...codebookFiles(), { name: 'own.yaml', text: own }, { name: 'later.yaml', text }];
    expect(formatCode(codeOf(loadCodebook(files), 'Ada Berg', '', '2012-06-01'))).toBe('NOR JUD');
  });
});
