import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCountries } from '../../src/codebook/countries.ts';
import { readOrganizations } from '../../src/codebook/organizations.ts';

const yaml = (name: string): unknown => parse(readFileSync(new URL(`../../codebook/${name}`, import.meta.url), 'utf8'));
const countries = readCountries(yaml('countries.yaml'), 'countries.yaml');
const organizations = readOrganizations(yaml('organizations.yaml'), 'organizations.yaml');

describe('countries', () => {
  test.each([
    ['U.S.', 'USA', 'name'],
    ['US', 'USA', 'name'],
    ['the United States', 'USA', 'name'],
    ['Americans', 'USA', 'demonym'],
    ['White House', 'USA', 'metonym'],
    ['Washington', 'USA', 'capital'],
    ['the Kremlin', 'RUS', 'metonym'],
    ['Moscow', 'RUS', 'capital'],
    ['Briton', 'GBR', 'demonym'],
    ['No. 10', 'GBR', 'metonym'],
    ['Danes', 'DNK', 'demonym'],
    ['Turks', 'TUR', 'demonym'],
    ['Burma', 'MMR', 'name'],
    ['Niger', 'NER', 'name'],
    ['Nigerian', 'NGA', 'demonym'],
    ['NORTH KOREA', 'PRK', 'name'],
    ['Côte d’Ivoire', 'CIV', 'name'],
    ['Élysée', 'FRA', 'metonym'],
    ['China’s', 'CHN', 'name'],
    ['Kosovo', 'XKX', 'name'],
  ])('%s is %s by %s', (name, id, as) => {
    const found = countries.find(name);
    expect([found?.country.id, found?.as]).toEqual([id, as]);
  });

  test.each(['us', 'Korean', 'turkey', 'polish', 'Europe', '', 'the'])('%j is no country', (name) => {
    expect(countries.find(name)).toBeUndefined();
  });

  test('every name finds its own country', () => {
    const lost = countries.all.flatMap((country) =>
      [country.name, ...country.aliases, ...country.demonyms, ...country.capitals, ...country.metonyms].filter(
        (name) => countries.countryOf(name) !== country,
      ),
    );
    expect(lost).toEqual([]);
  });

  test('every time zone is one that ECMAScript knows', () => {
    const zones = countries.all.flatMap(({ zone }) => zone ?? []);
    for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  });

  test('a name that two countries bear finds neither', () => {
    const own = readCountries([
      { id: 'NLA', iso2: 'QA', name: 'Norland', demonyms: ['Marker'] },
      { id: 'SUD', iso2: 'QB', name: 'Sudmark', demonyms: ['Marker'] },
    ]);
    expect([own.countryOf('Norland')?.id, own.find('Marker')]).toEqual(['NLA', undefined]);
  });

  test('a code of the wrong form is refused', () => {
    expect(() => readCountries([{ id: 'NLA', iso2: 'qa', name: 'Norland' }])).toThrow(/alpha-2/);
  });
});

describe('organizations', () => {
  test.each([
    ['U.N.', 'UN', 'IGO'],
    ['the European Union', 'EU', 'IGO'],
    ['Nato', 'NATO', 'IGO'],
    ['the Pentagon', 'PENTAGON', 'USA MIL'],
    ['WHO', 'WHO', 'IGO'],
  ])('%s is %s, coded %s', (name, id, code) => {
    const found = organizations.find(name);
    expect([found?.id, found?.code]).toEqual([id, code]);
  });

  test.each(['who', 'nato', 'Union'])('%j is no body', (name) => {
    expect(organizations.find(name)).toBeUndefined();
  });

  test('no body bears the name of a country', () => {
    const names = organizations.all.flatMap((body) => [body.name, ...body.aliases]);
    expect(names.filter((name) => countries.find(name) !== undefined)).toEqual([]);
  });
});
