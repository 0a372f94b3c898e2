import { writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { ledgerCommands } from '../support/ledger-commands.ts';

const { called, inFolder } = ledgerCommands();

/** What happened, was asked for, is planned, may come, and is denied. */
const raid = [
  'Norland Troops Attack Sudmark Village',
  '',
  'SUDSTAD, March 3, 2026 (AP) - Norland’s army bombed the village of Grenzberg in Sudmark on Monday. Norland and Sudmark held talks in Sudstad on Sunday.',
  '',
  'Sudmark’s president, Olaf Stein, urged Norland to hold talks. He demanded that Norland release two prisoners.',
  '',
  'Norland denied that it had seized a ship. Norland may impose sanctions on Sudmark.',
  '',
  'Norland and Sudmark will hold talks in Geneva on Friday.',
].join('\n');

beforeAll(async () => {
  writeFileSync(inFolder('raid.txt'), raid);
  await called(['add', inFolder('raid.txt')]);
});

const exported = async (...words: readonly string[]) => {
  const { out, err } = await called(['export', ...words]);
  const [head = [], ...rows] = out
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));
  const named = rows.map((row) => {
    expect(row.length).toBe(head.length);
    return Object.fromEntries(head.map((column, at) => [column, row[at]]));
  });
  return { head, rows: named, err };
};

// As the codebook of 2015-02-19 lists them.
const actor =
  'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code';
const geo = 'Type Fullname CountryCode ADM1Code ADM2Code Lat Long FeatureID';
const prefixed = (prefix: string, words: string) => words.split(' ').map((word) => `${prefix}${word}`);
const published = [
  ...'GlobalEventID Day MonthYear Year FractionDate'.split(' '),
  ...prefixed('Actor1', actor),
  ...prefixed('Actor2', actor),
  ...'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale'.split(' '),
  ...'NumMentions NumSources NumArticles AvgTone'.split(' '),
  ...prefixed('Actor1Geo_', geo),
  ...prefixed('Actor2Geo_', geo),
  ...prefixed('ActionGeo_', geo),
  'DATEADDED',
  'SOURCEURL',
];

// As a reader of POLECAT's files meets them.
const polecat =
  'Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|' +
  'Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|' +
  'Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|' +
  'Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|' +
  'Story Organizations|Story Locations|Language|Version';

test('GDELT has its 61 columns, and its rows what happened', async () => {
  const { head, rows, err } = await exported('--format', 'gdelt');
  expect(head).toEqual(published);
  expect(head.length).toBe(61);
  const raidRow = rows.find(({ EventRootCode }) => EventRootCode === '18');
  expect(raidRow).toMatchObject({
    Day: '20260302',
    MonthYear: '202603',
    Year: '2026',
    FractionDate: '2026.1699',
    EventCode: '180',
    EventBaseCode: '180',
    QuadClass: '4',
    GoldsteinScale: '-9',
    IsRootEvent: '1',
    NumSources: '1',
    NumArticles: '1',
    AvgTone: '',
    DATEADDED: '20260303000000',
    SOURCEURL: 'Norland Troops Attack Sudmark Village',
  });
  expect(Number(raidRow?.NumMentions)).toBeGreaterThanOrEqual(1);
  // An appeal is no demand, and stands in no first paragraph.
  expect(rows.find(({ EventCode }) => EventCode === '020')).toMatchObject({
    QuadClass: '1',
    GoldsteinScale: '3',
    IsRootEvent: '0',
  });
  expect(rows.find(({ EventCode }) => EventCode === '105')).toMatchObject({ QuadClass: '3', GoldsteinScale: '-5' });
  // Who meets is Actor1 and Actor2.
  expect(rows.find(({ EventCode }) => EventCode === '040')?.Actor1Name).toBe('NORLAND');
  expect(rows.map(({ EventRootCode }) => EventRootCode)).not.toContain('17');
  expect(rows.map(({ EventRootCode }) => EventRootCode)).not.toContain('16');
  expect(err).toMatch(/events are no rows: .*1 denied/);
  expect(err).toContain('1 planned');
});

test('GDELT knows no more of the future than intents to cooperate', async () => {
  const { rows, err } = await exported('--format', 'gdelt', '--realis', 'planned,possible,requested,negated');
  expect(rows.map(({ EventCode }) => EventCode)).toEqual(['036']);
  expect(err).toContain('1 possible');
  expect(err).toContain('1 denied');
  expect(err).not.toContain('actual');
});

test('POLECAT has its 40 columns, and its rows what happened', async () => {
  const { head, rows, err } = await exported('--format', 'polecat');
  expect(head).toEqual(polecat.split('|'));
  expect(rows.find((row) => row['Event Type'] === 'ASSAULT')).toMatchObject({
    'Event Date': '2026-03-02',
    Intensity: '-9.3',
    'Quad Code': 'MATERIAL CONFLICT',
    'Actor COW': 'None',
    'Publication Date': '2026-03-03',
  });
  expect(rows.map((row) => row['Event Type'])).not.toContain('COERCE');
  for (const row of rows) expect(row.Contexts).not.toMatch(/future|hypothetical|negation/);
  expect(err).toContain('1 denied');
});

test('what did not happen is marked in POLECAT, where it is asked for', async () => {
  const { rows } = await exported('--format', 'polecat', '--realis', 'planned,possible,negated');
  const contexts = new Map(rows.map((row) => [row['Event Type'], row.Contexts?.split('; ')]));
  expect(contexts.get('COERCE')).toContain('negation');
  expect(contexts.get('SANCTION')).toContain('hypothetical');
  // Talks that are planned are an agreement to hold them.
  expect(contexts.has('CONSULT')).toBe(false);
  expect(contexts.get('AGREE')).not.toContain('future');
});
