import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlaceKey } from '../../src/codebook/index.ts';
import { findPlaces, type Place } from '../../src/extraction/index.ts';
import { atlasOf, type Spot } from '../../src/extraction/places/atlas.ts';
import { distance, resolve } from '../../src/extraction/places/resolve.ts';
import { shippedCodebook } from '../support/codebook.ts';
import { readText } from '../support/read-text.ts';

const codebook = shippedCodebook();
const atlas = atlasOf(codebook);

const placesIn = async (text: string): Promise<Place[]> => findPlaces(await readText(text), codebook);

describe('places of a sentence', () => {
  test.each([
    ['The envoys met in Geneva.', 'Geneva', 'CHE'],
    ['Troops left northern Syria.', 'Syria', 'SYR'],
    ['Shelling went on in Kharkiv.', 'Kharkiv', 'UKR'],
    ['The blast hit Kiev at dawn.', 'Kyiv', 'UKR'],
    ['The army entered Darfur.', 'Darfur', 'SDN'],
    ['She flew to Bogota and back.', 'Bogotá', 'COL'],
    ['The ships passed the Strait of Hormuz.', 'Strait of Hormuz', null],
  ])('%s', async (text, name, country) => {
    const places = await placesIn(text);
    expect(places.map((place) => [place.name, place.country])).toEqual([[name, country]]);
    expect(places[0]?.lat).not.toBeNull();
  });

  test('a building that stands for a government stands in its capital', () => {
    const [spot] = atlas.find('the Kremlin');
    expect([spot?.country, spot?.lat]).toEqual(['RUS', 55.75]);
  });

  test('every row says where its coordinates come from', async () => {
    const [city, land] = await placesIn('She flew from Geneva to Norway.');
    expect([city?.gazetteer, land?.gazetteer]).toEqual([expect.stringMatching(/^geonames:\d+$/), 'iso3166:NOR']);
  });

  test.each(['The president spoke on Monday.', 'The Russian delegation left.'])('none: %s', async (text) => {
    expect(await placesIn(text)).toEqual([]);
  });
});

describe('which place of a name', () => {
  const about = (countries: Record<string, number>, qualifier: readonly Spot[] = []) => ({
    countries: new Map(Object.entries(countries)),
    qualifier,
  });

  test('what stands behind it decides', () => {
    const { spot, rule } = resolve(atlas.find('London'), about({}, atlas.find('Ontario').slice(0, 1)));
    expect([spot?.country, rule]).toEqual(['CAN', 'places/qualified']);
  });

  test('a place that only its region is known of is put there, and nowhere else', () => {
    const resolution = resolve(atlas.find('Cairo'), about({}, atlas.find('Nebraska').slice(0, 1)));
    expect([resolution.spot, resolution.country, resolution.rule]).toEqual([null, 'USA', 'places/inside-region']);
  });

  test('then the countries that the report names', () => {
    expect(resolve(atlas.find('Valencia'), about({ VEN: 2 })).spot?.country).toBe('VEN');
    expect(resolve(atlas.find('Valencia'), about({ ESP: 2 })).spot?.country).toBe('ESP');
  });

  test('a country and a state of one name', () => {
    expect(resolve(atlas.find('Georgia'), about({ GEO: 2, RUS: 1 })).spot?.kind).toBe('country');
    expect(resolve(atlas.find('Georgia'), about({ USA: 3 })).spot?.kind).toBe('region');
  });

  test('then size, if it is clear', () => {
    expect(resolve(atlas.find('Paris'), about({})).spot?.country).toBe('FRA');
  });

  test('else it stays open', () => {
    const { spot, rule } = resolve(atlas.find('Springfield'), about({}));
    expect([spot, rule]).toEqual([null, 'places/ambiguous']);
  });

  test('what nobody knows is not placed', () => {
    expect(resolve(atlas.find('Nordhavnsund'), about({})).rule).toBe('places/unknown');
  });
});

test.each([
  ['Bogotá', 'bogota'],
  ['St. Petersburg', 'saint petersburg'],
  ['the Sahel', 'sahel'],
  ['N.Y.', 'ny'],
])('%s is looked up as "%s"', (name, key) => expect(toPlaceKey(name)).toBe(key));

test('capitals of countries are in the gazetteer, in their country', () => {
  const lost = codebook.nations.countries.flatMap(({ id, capital }) =>
    capital.length === 0 || capital.some((name) => atlas.find(name).some((spot) => spot.country === id)) ? [] : [id],
  );
  expect(lost).toEqual([]);
});

test('distances are those of the globe', () => {
  const london = { lat: 51.51, lon: -0.13 };
  const paris = { lat: 48.85, lon: 2.35 };
  expect(distance(london, paris)).toBeGreaterThan(330);
  expect(distance(london, paris)).toBeLessThan(360);
  expect(distance(london, london)).toBe(0);
});

test('any text gives places whose words are its own', async () => {
  const word = fc.constantFrom(
    'Paris',
    ',',
    'Texas',
    'the',
    'northern',
    'Georgia',
    'and',
    'airport',
    '😀',
    'St.',
    'No',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (words) => {
      const text = words.join(' ').trim();
      for (const { span } of await placesIn(text)) expect(text.slice(span.start, span.end)).toBe(span.text);
    }),
    { numRuns: 40 },
  );
});
