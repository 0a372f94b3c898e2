import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { countrySchema, organizationSchema, toNations } from '../../src/codebook/countries.ts';

const section = (name: string): readonly unknown[] =>
  parse(readFileSync(new URL(`../../codebook/${name}.yaml`, import.meta.url), 'utf8'))[name];
const nations = toNations(
  section('countries').map((entry) => countrySchema.parse(entry)),
  section('organizations').map((entry) => organizationSchema.parse(entry)),
);

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
    const found = nations.countryOf(name);
    expect([found?.country.id, found?.match]).toEqual([id, as]);
  });

  test.each(['us', 'Korean', 'turkey', 'polish', 'Europe', '', 'the'])('%j is no country', (name) => {
    expect(nations.countryOf(name)).toBeUndefined();
  });

  test('every name finds its own country', () => {
    const lost = nations.countries.flatMap((country) =>
      [country.name, ...country.aliases, ...country.demonyms, ...country.capital, ...country.metonyms].filter(
        (name) => nations.countryOf(name)?.country !== country,
      ),
    );
    expect(lost).toEqual([]);
  });

  test('every time zone is one that ECMAScript knows', () => {
    const zones = nations.countries.flatMap(({ zone }) => zone ?? []);
    for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  });

  test('a country is found by either code', () => {
    expect([nations.byCode('DE'), nations.byCode('DEU')].map((country) => country?.name)).toEqual([
      'Germany',
      'Germany',
    ]);
  });

  test('a code of the wrong form is refused', () => {
    expect(() => countrySchema.parse({ id: 'NLA', iso2: 'qa', name: 'Norland' })).toThrow(/alpha-2/);
  });
});

describe('organizations', () => {
  test.each([
    ['U.N.', 'un', 'IGO'],
    ['the European Union', 'eu', 'IGO'],
    ['Nato', 'nato', 'IGO'],
    ['the Knesset', 'knesset', 'ISR LEG'],
    ['WHO', 'who', 'IGO'],
  ])('%s is %s, coded %s', (name, id, code) => {
    const found = nations.organizationOf(name);
    expect([found?.id, found?.code]).toEqual([id, code]);
  });

  test.each(['who', 'nato', 'Union'])('%j is no body', (name) => {
    expect(nations.organizationOf(name)).toBeUndefined();
  });

  test('no body bears the name of a country', () => {
    const names = nations.organizations.flatMap((body) => [body.name, ...body.aliases]);
    expect(names.filter((name) => nations.countryOf(name) !== undefined)).toEqual([]);
  });
});
