import { expect, test } from 'vitest';
import { type Arrival, createMemoryLedger } from '../../src/ledger/index.ts';
import { type MadeRecords, madeReport } from '../support/made-records.ts';

const story = 'Ferry crews walked out over pensions at the quay, stranding islanders and lorries.';
const other = 'Olive growers fear a blight that a leafhopper carries through their groves.';

const report = (text: string, actors: NonNullable<MadeRecords['actors']>, published = '2025-03-03'): Arrival =>
  madeReport({ text, actors, published });

/** The nodes of the first actors of some reports, placed in order. */
const nodesOf = async (...arrivals: readonly Arrival[]): Promise<readonly (string | undefined)[]> => {
  const ledger = createMemoryLedger();
  for (const arrival of arrivals) await ledger.add(arrival);
  return arrivals.map(({ readout }) => ledger.nodeOf('actor', readout.document.id, readout.actors[0]?.id ?? ''));
};

const minister = { role: 'transport minister', code: 'FIN GOV' };

const joined: readonly (readonly [why: string, first: Arrival, second: Arrival])[] = [
  [
    'a full name, other titles',
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`Maija Holm spoke. ${other}`, { 'Maija Holm': { role: null, code: 'FIN' } }),
  ],
  [
    'a surname with role and country',
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`Finland's Holm spoke. ${other}`, { Holm: minister }),
  ],
  [
    'a surname in the same situation',
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`On Tuesday Holm met them again. ${story}`, { Holm: {} }, '2025-03-04'),
  ],
  [
    'a surname first, the full name later',
    report(`Finland's Holm spoke. ${story}`, { Holm: minister }),
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }, '2025-03-04'),
  ],
  [
    'a middle initial',
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`Maija K. Holm spoke. ${other}`, { 'Maija K. Holm': minister }),
  ],
  [
    'a country by its code',
    report(`Finland replied. ${story}`, { Finland: { kind: 'country', code: 'FIN GOV' } }),
    report(`Helsinki replied. ${other}`, { Helsinki: { kind: 'country', code: 'FIN GOV' } }),
  ],
  [
    'the parliament of a country',
    report(`Finland's parliament sat. ${story}`, {
      "Finland's parliament": { kind: 'organization', code: 'FIN LEG', affiliation: 'Finland' },
    }),
    report(`The Finnish parliament sat. ${other}`, {
      'Finnish parliament': { kind: 'organization', code: 'FIN LEG', affiliation: 'Finland' },
    }),
  ],
  [
    'a body by its name',
    report(`The Baltic Ferry Council met. ${story}`, { 'Baltic Ferry Council': { kind: 'organization' } }),
    report(`The Baltic Ferry Council met. ${other}`, { 'Baltic Ferry Council': { kind: 'organization', code: 'IGO' } }),
  ],
];

test.each(joined)('one: %s', async (_, first, second) => {
  const [one, two] = await nodesOf(first, second);
  expect(two).toBe(one);
  expect(one).toBeDefined();
});

const apart: readonly (readonly [why: string, first: Arrival, second: Arrival])[] = [
  [
    'one surname, two given names',
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`Pekka Holm met the crews. ${story}`, { 'Pekka Holm': minister }, '2025-03-04'),
  ],
  [
    'a surname elsewhere, with nothing to go by',
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`Growers told Holm. ${other}`, { Holm: {} }),
  ],
  [
    'a surname of another country',
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`On Tuesday Holm met them. ${story}`, { Holm: { role: 'envoy', code: 'SWE GOV' } }, '2025-03-04'),
  ],
  [
    'a full name of two countries and offices',
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`Maija Holm plays. ${other}`, { 'Maija Holm': { role: 'striker', code: 'SWE CVL' } }),
  ],
  [
    'a surname with an office of no country',
    report(`President Holm met the crews. ${story}`, { Holm: { role: 'president' } }),
    report(`President Holm spoke to growers. ${other}`, { Holm: { role: 'president' } }, '2025-03-14'),
  ],
  [
    'a senate of no country',
    report(`Crews met the Senate. ${story}`, { Senate: { kind: 'organization', code: 'LEG' } }),
    report(`Growers met the Senate. ${other}`, { Senate: { kind: 'organization', code: 'USA LEG' } }, '2025-03-14'),
  ],
  [
    'groups without a name',
    report(`The protesters sang. ${story}`, { protesters: { kind: 'group', code: 'CVL' } }),
    report(`The protesters left. ${story}`, { protesters: { kind: 'group', code: 'CVL' } }, '2025-03-04'),
  ],
  [
    'a spokesman',
    report(`The minister met a spokesman. ${story}`, { spokesman: { role: 'spokesman', code: 'FIN GOV' } }),
    report(`A tall spokesman spoke. ${story}`, { spokesman: { role: 'spokesman', code: 'FIN GOV' } }, '2025-03-04'),
  ],
  [
    'police of two towns',
    report(`Turku police sang. ${story}`, {
      'Turku police': { kind: 'group', code: 'FIN COP', affiliation: 'Finland' },
    }),
    report(`Vaasa police left. ${story}`, {
      'Vaasa police': { kind: 'group', code: 'FIN COP', affiliation: 'Finland' },
    }),
  ],
];

test.each(apart)('two: %s', async (_, first, second) => {
  const [one, two] = await nodesOf(first, second);
  expect(one).toBeDefined();
  expect(two).toBeDefined();
  expect(two).not.toBe(one);
});

test('a surname that two may mean stays open', async () => {
  const [one, two, three] = await nodesOf(
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`Pekka Holm met the crews. ${story}`, { 'Pekka Holm': minister }, '2025-03-04'),
    report(`On Tuesday Holm met them. ${story}`, { Holm: minister }, '2025-03-05'),
  );
  expect(new Set([one, two, three]).size).toBe(3);
});

test('roles are dated by the reports that give them', async () => {
  const ledger = createMemoryLedger();
  const of = (role: string, published: string, text: string) =>
    report(`Maija Holm ${text}. ${story}`, { 'Maija Holm': { role, code: 'FIN GOV' } }, published);
  for (const arrival of [
    of('prime minister', '2025-03-09', 'won'),
    of('transport minister', '2025-03-03', 'met the crews'),
    of('Transport Minister', '2025-03-05', 'met them again'),
  ])
    await ledger.add(arrival);
  const [holm] = ledger.nodes('actor');
  expect(
    holm?.summary.roles.map(({ value, first, last, reports }) => [value.toLowerCase(), first, last, reports]),
  ).toEqual([
    ['transport minister', '2025-03-03', '2025-03-05', 2],
    ['prime minister', '2025-03-09', '2025-03-09', 1],
  ]);
});

test('each member says why it belongs where it does', async () => {
  const ledger = createMemoryLedger();
  await ledger.add(report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }));
  await ledger.add(report(`Holm met them again. ${story}`, { Holm: minister }, '2025-03-04'));
  const reasons = ledger
    .members()
    .filter(({ kind }) => kind === 'actor')
    .map(({ reason }) => reason);
  expect(reasons).toEqual(['first mention', 'surname, role, country, situation']);
});

test('a record that is ruled to be two people makes them one, under the older id', async () => {
  const ledger = createMemoryLedger();
  const [maija, pekka] = [
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`Pekka Salo met growers. ${other}`, { 'Pekka Salo': minister }, '2025-03-04'),
  ];
  const third = report(`A deputy met both crews and growers.`, { deputy: { role: 'deputy' } }, '2025-03-05');
  await ledger.add(maija);
  await ledger.add(pekka);
  const record = ({ readout }: Arrival) => {
    const ref = { document: readout.document.id, record: readout.actors[0]?.id ?? '' };
    return { ...ref, node: ledger.nodeOf('actor', ref.document, ref.record) ?? null };
  };
  const [first, second, own] = [record(maija), record(pekka), record(third)];
  const { redirects } = await ledger.add(third, [
    { kind: 'actor', verdict: 'together', a: own, b: first },
    { kind: 'actor', verdict: 'together', a: second, b: own },
  ]);
  expect(redirects).toMatchObject([{ from: second.node, to: first.node, reason: 'ruled' }]);
  expect([record(maija), record(pekka), record(third)].map(({ node }) => node)).toEqual([
    first.node,
    first.node,
    first.node,
  ]);
});

test('of two rulings that clash the later holds', async () => {
  const [maija, again] = [
    report(`Maija Holm met the crews. ${story}`, { 'Maija Holm': minister }),
    report(`Maija Holm met them again. ${story}`, { 'Maija Holm': minister }, '2025-03-04'),
  ];
  const ledger = createMemoryLedger();
  await ledger.add(maija);
  const at = ({ readout }: Arrival) => ({ document: readout.document.id, record: readout.actors[0]?.id ?? '' });
  const a = { ...at(maija), node: ledger.nodes('actor')[0]?.id ?? null };
  const b = { ...at(again), node: null };
  await ledger.add(again, [
    { kind: 'actor', verdict: 'together', a, b },
    { kind: 'actor', verdict: 'apart', a: b, b: a },
  ]);
  expect(ledger.nodes('actor')).toHaveLength(2);
});

// Of a report that tells no day the story is another one: a first full name, of which only the role of anywhere is known.
const undated = report(
  `President Maija Holm spoke. ${other}`,
  { 'Maija Holm': { role: 'President', code: 'GOV' } },
  '2024-01-05',
);
const president = { role: 'president', code: 'FIN GOV' };

test('a surname that stood alone is taken for whoever is told in full later, and so are those that come after', async () => {
  const [first, bare, full, after] = await nodesOf(
    undated,
    report(`Holm met the crews. ${story}`, { Holm: president }, '2025-03-03'),
    report(`Finland's president Maija Holm met the crews. ${story}`, { 'Maija Holm': president }, '2025-03-04'),
    report(`Holm spoke. ${story}`, { Holm: president }, '2025-03-05'),
  );
  expect(new Set([first, bare, full, after])).toEqual(new Set([first]));
});

test('a surname that stands alone is left alone where another of that name comes into question', async () => {
  const mayor = { role: 'mayor', code: null };
  const third = 'Beekeepers in the hills count their hives after the frost and find half of them empty.';
  const known = report(`Maija Holm kept bees. ${third}`, { 'Maija Holm': {} }, '2025-02-01');
  const bare = report(`Mayor Holm met the crews. ${story}`, { Holm: mayor }, '2025-03-03');
  const full = report(`Mayor Maija Holm met the crews. ${story}`, { 'Maija Holm': mayor }, '2025-03-04');
  const pekka = report(`Mayor Pekka Holm spoke. ${other}`, { 'Pekka Holm': mayor }, '2025-01-05');
  const [, alone, maija] = await nodesOf(known, bare, full);
  expect(alone).toBe(maija);
  const [, , left, her] = await nodesOf(known, pekka, bare, full);
  expect(left).not.toBe(her);
});
