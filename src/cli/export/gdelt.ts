import { createHash } from 'node:crypto';
import type { EventItem } from '../../service/index.ts';
import type { Cell } from './csv.ts';
import { eventCodes } from './event-codes.ts';
import { codeParts, type Known } from './polecat.ts';

const actorColumns = (number: 1 | 2): readonly string[] =>
  [
    'Code',
    'Name',
    'CountryCode',
    'KnownGroupCode',
    'EthnicCode',
    'Religion1Code',
    'Religion2Code',
    'Type1Code',
    'Type2Code',
    'Type3Code',
  ].map((part) => `Actor${number}${part}`);

const geoColumns = (of: 'Actor1' | 'Actor2' | 'Action'): readonly string[] =>
  ['Type', 'Fullname', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'].map(
    (part) => `${of}Geo_${part}`,
  );

/** The 61 columns of the event table of GDELT 2.0, in their order. */
export const gdeltColumns: readonly string[] = [
  'GlobalEventID',
  'Day',
  'MonthYear',
  'Year',
  'FractionDate',
  ...actorColumns(1),
  ...actorColumns(2),
  'IsRootEvent',
  'EventCode',
  'EventBaseCode',
  'EventRootCode',
  'QuadClass',
  'GoldsteinScale',
  'NumMentions',
  'NumSources',
  'NumArticles',
  'AvgTone',
  ...geoColumns('Actor1'),
  ...geoColumns('Actor2'),
  ...geoColumns('Action'),
  'DATEADDED',
  'SOURCEURL',
];

/** A whole number that stands for an id: its first 48 bits. */
const numberOf = (id: string): number =>
  Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 12), 16);

const DAY = 86_400_000;

/** Day, month and year as GDELT counts them: 20260304, 202603, 2026, 2026.1726. */
const dateCells = (day: string): readonly Cell[] => {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return [null, null, null, null];
  const date = new Date(time);
  const year = date.getUTCFullYear();
  const passed = (time - Date.UTC(year, 0, 1)) / DAY;
  const digits = day.replaceAll('-', '');
  return [Number(digits), Number(digits.slice(0, 6)), year, Number((year + passed / 365).toFixed(4))];
};

const actorCells = (actors: EventItem['actors'], known: Known): readonly Cell[] => {
  const [first] = actors;
  if (first === undefined) return Array<Cell>(10).fill(null);
  const { country, sectors } = codeParts(known(first.id));
  const types = sectors.slice(0, 3);
  const code = [country ?? '', ...types].join('');
  return [
    code,
    first.name.toUpperCase(),
    country,
    null,
    null,
    null,
    null,
    types[0] ?? null,
    types[1] ?? null,
    types[2] ?? null,
  ];
};

const nowhere: readonly Cell[] = [0, null, null, null, null, null, null, null];

/** GDELT's kinds of places: 1 a country, 4 a town of the world. */
const geoCells = ({ place }: EventItem): readonly Cell[] =>
  place === null ? nowhere : [place.lat === null ? 1 : 4, place.name, null, null, null, place.lat, place.lon, null];

/**
 * An event in GDELT's columns. Codes are those of CAMEO's roots ("040": consult, no more said). What GDELT has and Readout does not
 * know (tone, FIPS codes, ethnic and religious codes) is empty.
 */
export const gdeltCells = (item: EventItem, known: Known, added: string): readonly Cell[] => {
  const { record, when, report, counts } = item;
  const codes = eventCodes[record.type];
  const code = codes === undefined ? null : `${codes.root}0`;
  return [
    numberOf(item.node),
    ...dateCells((when?.start ?? report.published ?? '').slice(0, 10)),
    ...actorCells(item.actors, known),
    ...actorCells(item.recipients, known),
    1,
    code,
    code,
    codes?.root ?? null,
    codes?.quadClass ?? null,
    codes?.goldstein ?? null,
    counts.reports,
    Math.max(1, counts.publishers),
    counts.reports,
    null,
    ...nowhere,
    ...nowhere,
    ...geoCells(item),
    Number(added.slice(0, 19).replace(/\D/g, '')),
    report.url,
  ];
};
