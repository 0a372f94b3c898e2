// Makes codebook/people.yaml from the tables in training/people, and from what ../shared/facts adds to them:
//   node training/people.mjs FACTS > codebook/people.yaml
// FACTS holds reign-leaders/leaderlist_3_21.csv (REIGN, March 2021: days and months) and wikidata-leaders-2022/wikidata.csv (CC0).
// Every term names its source: hand (training/people), reign where that list gave the dates, wikidata where the row is in it or from it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [facts] = process.argv.slice(2);
const here = new URL('./people/', import.meta.url);
const OFFICES = {
  P: 'president',
  PM: 'prime minister',
  K: 'king',
  VP: 'vice president',
  FM: 'foreign minister',
  DM: 'defense minister',
  IM: 'interior minister',
};
const HEAD = /^([A-Z]{3}) (?:([A-Z]+)|"([^"]+)")(?: ([A-Z]{3}))?: (.*)$/;

const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øđðłıəæß]/g, (letter) => ({ ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', ə: 'a', æ: 'ae', ß: 'ss' })[letter])
    .replace(/['’ʻ.,]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
const lastWord = (name) => fold(name).split(' ').at(-1);

/** `1990-1994`, `2017-`, `2017-05-14/`, `1988/2011-05-02` → from and to. */
const toInterval = (text) => {
  const interval = text.includes('/') ? text.split('/') : /^(\d{4}(?:-\d\d-\d\d)?)-((?:\d{4}(?:-\d\d(?:-\d\d)?)?)?)$/.exec(text)?.slice(1);
  const isEdge = (edge) => /^(\d{4}(-\d\d(-\d\d)?)?)?$/.test(edge);
  if (interval?.length !== 2 || !interval.every(isEdge)) throw new Error(`no interval: ${text}`);
  return { from: interval[0], to: interval[1] };
};

const cells = (line) => [...line.matchAll(/("([^"]*(?:""[^"]*)*)"|[^,]*)(?:,|$)/g)].map((m) => m[2]?.replaceAll('""', '"') ?? m[1]);
const two = (number) => String(number).padStart(2, '0');

/** Terms of REIGN by last name and first year. */
const reign = new Map();
for (const line of readFileSync(join(facts, 'reign-leaders/leaderlist_3_21.csv'), 'latin1').split('\n').slice(1)) {
  const [, , , name, day, month, year, endMonth, endYear] = cells(line);
  if (!/^\d{4}$/.test(year ?? '')) continue;
  const to = /^\d{4}$/.test(endYear) ? `${endYear}-${two(endMonth)}` : '';
  const key = `${lastWord(name)} ${year}`;
  reign.set(key, [...(reign.get(key) ?? []), { from: `${year}-${two(month)}-${two(day)}`, to }]);
}

const countries = parse(readFileSync(new URL('../codebook/countries.yaml', import.meta.url), 'utf8')).countries;
const isoOf = new Map(countries.flatMap(({ id, name, aliases = [] }) => [name, ...aliases].map((each) => [fold(each), id])));
const wikidata = readFileSync(join(facts, 'wikidata-leaders-2022/wikidata.csv'), 'utf8')
  .split('\n')
  .slice(1)
  .map(cells)
  .filter(([, , , , , name = '']) => name.includes(' ') && !/^Q\d/.test(name))
  .map(([, country, , office, , name, from, to]) => ({ country: isoOf.get(fold(country)), office, name, from, to }));
const known = new Set(wikidata.map(({ country, name, from }) => `${country} ${fold(name)} ${from}`));

const people = new Map();
const add = (names, country, term) => {
  const [name, ...aliases] = names;
  const key = `${country} ${fold(name)}`;
  const person = people.get(key) ?? { name, country, aliases: new Set(), terms: [] };
  for (const alias of aliases) person.aliases.add(alias);
  person.terms.push(term);
  people.set(key, person);
};

/** Days and months of REIGN for a term that has years alone. */
const refine = (names, { from, to }, isLeader) => {
  if (!isLeader || from.length > 4) return { from, to, source: 'hand' };
  const found = (reign.get(`${lastWord(names[0])} ${from}`) ?? []).filter((each) => each.to.slice(0, 4) === to || (each.to === '' && Number(to || 9999) >= 2021));
  return found.length === 1 ? { from: found[0].from, to: found[0].to || to, source: 'hand+reign' } : { from, to, source: 'hand' };
};

for (const file of ['leaders.txt', 'officials.txt']) {
  for (const line of readFileSync(new URL(file, here), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, country, short, long, sector, rest] = HEAD.exec(line) ?? [];
    if (country === undefined) throw new Error(`no row: ${line.slice(0, 60)}`);
    const office = long ?? OFFICES[short];
    if (office === undefined) throw new Error(`no office: ${short}`);
    for (const each of rest.split(';')) {
      const [, names, terms] = /^\s*(.*?) (\S+)$/.exec(each) ?? [];
      const all = names.split('~');
      for (const text of terms.split(',')) {
        const { from, to, source } = refine(all, toInterval(text), file === 'leaders.txt');
        const isKnown = known.has(`${country} ${fold(all[0])} ${from.slice(0, 4)}`);
        add(all, country, { from, to, office, sector: sector ?? (country === 'UAF' ? null : 'GOV'), source: isKnown ? `${source}+wikidata` : source });
      }
    }
  }
}

/** Leaders of 2021 and 2022 whom the tables lack. */
const named = new Set([...people.values()].flatMap(({ name, aliases, country }) => [name, ...aliases].map((each) => `${country} ${fold(each)}`)));
const OTHER = /governor-general|captain regent|co-prince|member of|monarch|pope|pontifical|minister of state/i;
for (const { country, office, name, from, to } of wikidata) {
  if (country === undefined || OTHER.test(office) || named.has(`${country} ${fold(name)}`)) continue;
  const plain = name.replace(/^(.*?),? (?:of|Prince of) .*$/, '$1').replace(/, .*$/, '');
  add([plain], country, { from, to, office: office.replace(/ of .*/, '').toLowerCase(), sector: 'GOV', source: 'wikidata' });
}

const toRow = ({ name, aliases, country, terms }) => {
  const ordered = terms.sort((a, b) => b.from.localeCompare(a.from));
  const said = ordered.map(({ from, to, sector, office, source }) => `${from}/${to} ${sector ?? country} ${office} @${source}`);
  const isBare = ordered.some(({ sector }) => sector === null);
  return `${[name, ...aliases].join(';')}|${isBare ? '' : country}|${said.join('|')}`;
};

const rows = [...people.values()].map(toRow).sort((a, b) => a.localeCompare(b, 'en'));
console.log(`# Who held which office when, 1990 to 2026. Made by training/people.mjs from training/people; do not edit by hand. Own people go into a
# table of your own: a row of the same name and country takes the place of the one here.
# One row each: name;other names|country (ISO 3166-1 alpha-3, or IGO)|from/to SECTOR office @source|… the latest first; an open end is empty,
# and a year as an end is the whole year. A single word among the other names counts only beside a title or country.
# Sources: hand (written from public knowledge), reign (days from REIGN, OEF Research, March 2021), wikidata (Wikidata, CC0, October 2022).
people:
  - id: offices
    rows: |`);
for (const row of rows) console.log(`      ${row}`);
