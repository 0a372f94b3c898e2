import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlaceKey } from '../../src/codebook/index.ts';
import { findPlaces, locateNames, type Place } from '../../src/extraction/index.ts';
import { atlasOf } from '../../src/extraction/places/atlas.ts';
import { type Clue, toClues } from '../../src/extraction/places/clues.ts';
import { PEOPLE } from '../../src/extraction/places/find-places.ts';
import type { Mention } from '../../src/extraction/places/mentions.ts';
import { distance, type Resolution, resolve } from '../../src/extraction/places/resolve.ts';
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

  test.each([
    ['She flew to Geneva.', 'Geneva', 'town'],
    ['She flew to Norway.', 'Norway', 'country'],
    ['Trade suffered in Texas.', 'Texas', 'region'],
    ['The ships passed the Strait of Hormuz.', 'Strait of Hormuz', 'region'],
    ['A shop opened in Quillenbury, Texas.', 'Quillenbury', 'region'],
    ['A shop opened in Quillenbury, Norway.', 'Quillenbury', 'country'],
  ])('says how exactly it is known where: %s', async (text, name, precision) => {
    const place = (await placesIn(text)).find(({ span }) => span.text === name || span.text === `the ${name}`);
    expect(place?.precision).toBe(precision);
  });

  test.each(['The president spoke on Monday.', 'The Democrats and the Muslims left.'])('none: %s', async (text) => {
    expect(await placesIn(text)).toEqual([]);
  });

  test('a people stands for its country, and says so', async () => {
    const places = await placesIn('The Russian delegation met European envoys.');
    expect(places.map(({ name, country, rule }) => [name, country, rule])).toEqual([
      ['Russia', 'RUS', PEOPLE],
      ['Europe', null, PEOPLE],
    ]);
  });

  test('a name and what qualifies it are two places', async () => {
    const places = await placesIn('The shop opened in Paris, Texas, in May.');
    expect(places.map(({ span, country, rule }) => [span.text, country, rule])).toEqual([
      ['Paris', 'USA', 'places/qualified'],
      ['Texas', 'USA', 'places/region'],
    ]);
  });
});

/** A name in a report that names these countries and divisions besides. */
const named = (
  name: string,
  {
    about = [],
    within = [],
    ...more
  }: Partial<Mention> & { about?: readonly string[]; within?: readonly string[] } = {},
): Resolution => {
  const clues = [
    ...about.map((country, index): Clue => ({ key: `${country}${index}`, country, division: null, sentence: 9 })),
    ...within.map((division, index): Clue => ({ key: `${division}${index}`, country: null, division, sentence: 9 })),
  ];
  const mention: Mention = {
    range: { first: 0, last: 0 },
    key: toPlaceKey(name),
    spots: atlas.find(name),
    isPartial: false,
    isQualifier: false,
    sentence: 0,
    qualifier: [],
    ...more,
  };
  return resolve(mention, toClues(clues, new Map()));
};

describe('which place of a name', () => {
  test('what stands behind it decides', () => {
    const { spot, rule } = named('London', { qualifier: atlas.find('Ontario').slice(0, 1) });
    expect([spot?.country, rule]).toEqual(['CAN', 'places/qualified']);
  });

  test('a place that only its region is known of is put there, and nowhere else', () => {
    const { spot, country, rule } = named('Kharkiv', { qualifier: atlas.find('Nebraska').slice(0, 1) });
    expect([spot, country, rule]).toEqual([null, 'USA', 'places/inside-region']);
  });

  test('then the countries that the report names', () => {
    expect(named('Valencia', { about: ['VEN', 'VEN'] }).spot?.country).toBe('VEN');
    expect(named('Valencia', { about: ['ESP', 'ESP'] }).spot?.country).toBe('ESP');
  });

  test('and their states and provinces', () => {
    expect(named('Columbus', { about: ['USA'], within: ['US.GA', 'US.GA'] }).spot?.division).toBe('US.GA');
    expect(named('Columbus', { about: ['USA'], within: ['US.OH'] }).spot?.division).toBe('US.OH');
  });

  test('a country and a state of one name', () => {
    expect(named('Georgia', { about: ['RUS'] }).spot?.kind).toBe('country');
    expect(named('Georgia', { about: ['USA', 'USA', 'USA'] }).spot?.kind).toBe('region');
  });

  test('a country is not the town of its name', () => {
    expect(named('Mexico').spot?.source).toBe('iso3166:MEX');
    expect(named('Russia', { qualifier: atlas.find('United States') }).spot?.source).toBe('iso3166:RUS');
  });

  test('then size, if it is clear', () => {
    expect(named('Paris').spot?.country).toBe('FRA');
  });

  test('else it stays open', () => {
    const { spot, country, rule } = named('Springfield');
    expect([spot, country, rule]).toEqual([null, null, 'places/ambiguous']);
  });

  test('where a part of a name is all that is known, something must speak for it', () => {
    expect(named('Kabul', { isPartial: true, about: ['AFG'] }).spot?.country).toBe('AFG');
    expect(named('Kabul', { isPartial: true }).rule).toBe('places/unknown');
  });

  test('a capital is meant before the state of its name', () => {
    expect(named('Washington', { about: ['TUR', 'USA'] }).spot?.kind).toBe('capital');
  });

  test('what nobody knows is not placed', () => {
    expect(named('Nordhavnsund').rule).toBe('places/unknown');
  });
});

describe('over a whole report', () => {
  const countriesOf = async (text: string, name: string): Promise<(string | null)[]> =>
    (await placesIn(text)).filter(({ span }) => span.text === name).map(({ country }) => country);

  test('a name means what it meant before', async () => {
    const text = 'A fire broke out in Paris, Texas, on Monday. Nobody was hurt in Paris, officials said.';
    expect(await countriesOf(text, 'Paris')).toEqual(['USA', 'USA']);
  });

  test('towns near each other are meant together', async () => {
    expect(await countriesOf('Trains from Toronto and Hamilton to London in Ontario were late.', 'London')).toEqual([
      'CAN',
    ]);
    expect(await countriesOf('Trains from Oxford and Cambridge to London in England were late.', 'London')).toEqual([
      'GBR',
    ]);
  });

  test.each([
    ['Rebels held Homs and Aleppo Governorates.', 'Homs', 'geonames:169575'],
    ['Rebels held Homs and Aleppo.', 'Homs', 'geonames:169577'],
    ['Rebels held the province of Homs.', 'Homs', 'geonames:169575'],
  ])('a division or its town: %s', async (text, start, source) => {
    const places = await placesIn(text);
    expect(places.find(({ name }) => name.startsWith(start))?.gazetteer).toBe(source);
  });

  test.each(['U.N.', 'EU', 'Northern', 'Ocean'])('%s is no town or county', async (name) => {
    const read = await readText(`Officials of ${name} met.`);
    const start = read.document.text.indexOf(name);
    const [place] = locateNames(read, codebook, [{ start, end: start + name.length }]);
    expect(place?.gazetteer).toBeNull();
  });

  test('names that somebody else has found are put on the map', async () => {
    const read = await readText('Envoys flew from Geneva to Oslo.');
    const at = (name: string) => ({
      start: read.document.text.indexOf(name),
      end: read.document.text.indexOf(name) + name.length,
    });
    const places = locateNames(read, codebook, [at('Oslo'), { start: 5000, end: 5004 }, at('Geneva')]);
    expect(places.map((place) => place?.country ?? null)).toEqual(['NOR', null, 'CHE']);
  });
});

test.each([
  ['Bogotá', 'bogota'],
  ['St. Petersburg', 'saint petersburg'],
  ['the Sahel', 'sahel'],
  ['N.Y.', 'ny'],
  ['Ust-Kamenogorsk', 'ust kamenogorsk'],
  ["Sana'a", 'sanaa'],
  ["Kenya's", 'kenya'],
  ['  Al  Ain ', 'al ain'],
  ['', ''],
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
