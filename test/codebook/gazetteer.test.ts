import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGazetteer } from '../../src/codebook/gazetteer.ts';
import { loadCodebook, toPlaceKey } from '../../src/codebook/index.ts';
import { shippedCodebook } from '../support/codebook.ts';

const bytes = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

const row = (key: string, people: number, name = ''): string => `${key}|${name}|P|NO|12|60.00|5.00|${people}|${people}`;

describe('a table of towns', () => {
  const table = bytes(
    row('a', 1),
    row('aa', 2),
    row('aa b', 3),
    row('aab', 4),
    row('b', 9, 'Bé'),
    row('b', 5),
    row('zz', 6),
  );
  const gazetteer = readGazetteer(table);
  const idsOf = (name: string): string[] => gazetteer.find(name).map(({ source }) => source);

  test.each([
    ['a', ['geonames:1']],
    ['AA', ['geonames:2']],
    ['Aa-b', ['geonames:3']],
    ['aab', ['geonames:4']],
    ['b', ['geonames:9', 'geonames:5']],
    ['zz', ['geonames:6']],
  ])('%s', (name, ids) => expect(idsOf(name)).toEqual(ids));

  test.each(['', '0', 'ab', 'aa c', 'b|', 'zzz', 'y', '😀'])('nothing is called "%s"', (name) => {
    expect(idsOf(name)).toEqual([]);
  });

  test('a name is shown as it is written, else with capitals', () => {
    expect(gazetteer.find('b').map(({ name }) => name)).toEqual(['Bé', 'B']);
    expect(gazetteer.find('aa b')[0]).toEqual({
      name: 'Aa B',
      kind: 'town',
      country: 'NO',
      division: 'NO.12',
      lat: 60,
      lon: 5,
      people: 3,
      source: 'geonames:3',
    });
  });

  test.each([
    ['empty', bytes()],
    ['no table', bytes('what is this', '', '|||')],
    ['a line cut short', bytes(row('a', 1), 'b||P|NO')],
  ])('%s: no error', (_, broken) => expect(readGazetteer(broken).find('b')).toEqual([]));

  test('whatever is in it is found, and nothing else', () => {
    const keys = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', 'z'), minLength: 1 }).map(toPlaceKey),
    );
    fc.assert(
      fc.property(keys, fc.string({ unit: fc.constantFrom('a', 'b', 'z') }), (all, other) => {
        const known = all
          .filter((key) => key !== '')
          .map((key) => Buffer.from(key))
          .sort(Buffer.compare)
          .map(String);
        const found = readGazetteer(bytes(...known.map((key, index) => row(key, index))));
        for (const [index, key] of known.entries())
          expect(found.find(key).map(({ people }) => people)).toEqual([index]);
        if (!known.includes(toPlaceKey(other))) expect(found.find(other)).toEqual([]);
      }),
    );
  });
});

describe('places of an analyst', () => {
  const file = (text: string) => ({ name: 'own.yaml', text });

  test('are read beside the table', () => {
    const text = 'places:\n  - { id: inn, name: Old Inn, country: NOR, at: [60, 5], people: 12 }\n';
    expect(loadCodebook([file(text)]).places[0]?.people).toBe(12);
  });

  test.each([
    ['{ id: inn, name: Old Inn }', /needs either at or same/],
    ['{ id: inn, name: Old Inn, at: [600, 5] }', /at\.0/],
    ['{ id: inn, name: Old Inn, at: [60, 5], country: Norway }', /three capitals/],
    ['{ id: inn, name: Old Inn, at: [60, 5], people: -1 }', /people/],
  ])('refused: %s', (entry, message) => {
    expect(() => loadCodebook([file(`places:\n  - ${entry}\n`)])).toThrow(message);
  });
});

test('the shipped table is sorted as it is searched', () => {
  const { gazetteer } = shippedCodebook();
  for (const name of ['Oslo', 'Zürich', 'Aachen', "Xi'an", 'Saint-Denis', 'Zwolle', 'Port-au-Prince', 'Örebro'])
    expect(gazetteer.find(name).length, name).toBeGreaterThan(0);
});
