import { createHash } from 'node:crypto';
import type { EventItem } from '../../service/index.ts';
import { cameoActor, codeParts, type Known } from './actor-codes.ts';
import type { Cameo } from './cameo-codes.ts';
import type { Coverage } from './coverage.ts';
import type { Cell } from './csv.ts';

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

/** The 61 columns of the event table of GDELT 2.0, in their order (GDELT Event Codebook 2.0 of 2015-02-19). GDELT's own files have no line of names. */
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

/**
 * Day, month and year as GDELT counts them: 20260304, 202603, 2026, 2026.1753. The fraction is GDELT's own: months of thirty days in a
 * year of 365. (Its codebook writes the number of the month; its data count the months that have passed.)
 */
const dateCells = (day: string): readonly Cell[] => {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return [null, null, null, null];
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const fraction = ((month - 1) * 30 + date) / 365;
  return [year * 10_000 + month * 100 + date, year * 100 + month, year, Number((year + fraction).toFixed(4))];
};

type Actors = EventItem['actors'];

const nobody: readonly Cell[] = Array<Cell>(10).fill(null);

const actorCells = (actor: Actors[number] | undefined, known: Known): readonly Cell[] => {
  if (actor === undefined) return nobody;
  const { code, country, group, types } = cameoActor(actor.name, codeParts(known(actor.id)));
  const [first = null, second = null, third = null] = types;
  // Ethnic and religious codes stay empty.
  return [code === '' ? null : code, actor.name.toUpperCase(), country, group, null, null, null, first, second, third];
};

/** Who acts and on whom. Those who meet are all actors, so the second of them stands where nobody else does. */
const partiesOf = ({
  actors,
  recipients,
  record,
}: EventItem): readonly [Actors[number] | undefined, Actors[number] | undefined] => {
  const other = record.type === 'CONSULT' ? actors[1] : undefined;
  return [actors[0], recipients[0] ?? other];
};

const nowhere: readonly Cell[] = [0, null, null, null, null, null, null, null];

type Place = NonNullable<EventItem['place']>;

/** GDELT's kinds of places: 1 a country, 2 a state and 3 a town of the USA, 4 a town and 5 a state of the world, 0 not known. */
const placeType = ({ precision, country }: Place): number => {
  if (precision === null) return 0;
  if (precision === 'country') return 1;
  if (precision === 'town') return country === 'USA' ? 3 : 4;
  return country === 'USA' ? 2 : 5;
};

const geoCells = ({ place }: EventItem): readonly Cell[] =>
  place === null ? nowhere : [placeType(place), place.name, null, null, null, place.lat, place.lon, null];

/** A moment as GDELT writes it, in UTC: 20260304183000. */
const momentCell = (moment: string): Cell => Number(moment.slice(0, 19).replace(/\D/g, ''));

/** Where it was read: its address, else its citation. */
const sourceOf = ({ report }: EventItem): Cell =>
  report.url ?? (report.title === null ? report.id : [report.publisher, report.title].filter(Boolean).join(': '));

/**
 * An event in GDELT's columns. What GDELT has and Readout does not know (tone, FIPS and feature codes, where the actors are, ethnic and
 * religious codes) is empty, as there.
 */
export const gdeltCells = (
  item: EventItem,
  cameo: Cameo,
  known: Known,
  { mentions, leads }: Coverage,
): readonly Cell[] => {
  const [actor, other] = partiesOf(item);
  return [
    numberOf(item.node),
    ...dateCells((item.when?.start ?? item.report.published ?? '').slice(0, 10)),
    ...actorCells(actor, known),
    ...actorCells(other, known),
    leads ? 1 : 0,
    cameo.code,
    cameo.base,
    cameo.root,
    cameo.quadClass,
    cameo.goldstein,
    mentions,
    Math.max(1, item.counts.publishers),
    item.counts.reports,
    null,
    ...nowhere,
    ...nowhere,
    ...geoCells(item),
    momentCell(item.at),
    sourceOf(item),
  ];
};
