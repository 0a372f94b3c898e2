import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Readout } from '../../src/readout/index.ts';
import type { NodeKind } from '../../src/service/index.ts';
import { migrations } from '../../src/store/migrate.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
import { madeReport } from '../support/made-records.ts';

let opened: TestLedger;
beforeAll(async () => {
  opened = await openTestLedger();
});
afterAll(() => opened.done());

const people = { 'Liv Aune': { code: 'NOR GOV' }, 'Toomas Saar': { code: 'EST GOV' } };
const both = ['Liv Aune', 'Toomas Saar'];

const planned: Readout = madeReport({
  text: 'Liv Aune will meet Toomas Saar in Bergen on 2025-05-12 about herring quotas.',
  published: '2025-05-01',
  publisher: 'Courier',
  actors: people,
  times: { '2025-05-12': '2025-05-12' },
  events: { 'will meet': { by: both, on: '2025-05-12', realis: 'planned' } },
  agenda: { 'will meet': { state: 'scheduled', on: '2025-05-12' } },
}).readout;

const held: Readout = madeReport({
  text: 'Liv Aune met Toomas Saar in Bergen on 2025-05-12 about herring quotas, and both ate well.',
  published: '2025-05-13',
  publisher: 'Gazette',
  actors: people,
  times: { '2025-05-12': '2025-05-12' },
  events: { met: { by: both, on: '2025-05-12' } },
}).readout;

const disputed: Readout = madeReport({
  text: 'Liv Aune claimed that nets were cut at night. Toomas Saar and Estonia called that invented.',
  published: '2025-05-14',
  publisher: 'Herald',
  actors: { ...people, Estonia: { kind: 'country', code: 'EST' } },
  statements: {
    claimed: { by: ['Liv Aune'], content: 'that nets were cut at night', act: 'claim' },
    called: { by: ['Toomas Saar', 'Estonia'], content: 'that invented', act: 'deny' },
  },
  disputes: [['claimed', 'called']],
}).readout;

const only = async <K extends NodeKind>(kind: K) => {
  const { items } = await opened.ledger.nodes(kind, {});
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`${items.length} of the kind ${kind}`);
  return item;
};

const readAgain = (readout: Readout, model: string): Readout => ({ ...readout, engine: { ...readout.engine, model } });

test('what is planned and what is disputed go by those they are about, and are counted', async () => {
  for (const [name, readout] of Object.entries({ planned, held, disputed })) await opened.ledger.add(name, readout);
  expect(await only('agenda')).toMatchObject({
    name: 'Liv Aune and Toomas Saar CONSULT, 2025-05-12',
    counts: { reports: 2, publishers: 2, origins: 2 },
  });
  expect(await only('dispute')).toMatchObject({
    name: 'Toomas Saar and Estonia deny what Liv Aune claims',
    counts: { reports: 1, publishers: 1, origins: 1 },
  });
});

test('they are found by the names of those they are about, as these were called at a moment', async () => {
  const { ledger } = opened;
  const found = async (name: string, asOf: string | null = null) => {
    const names = [];
    for (const kind of ['actor', 'agenda', 'dispute'] as const)
      names.push(...(await ledger.nodes(kind, { filter: { name }, asOf })).items.map((item) => `${kind} ${item.name}`));
    return names;
  };
  expect(await found('saar')).toEqual([
    'actor Toomas Saar',
    'agenda Liv Aune and Toomas Saar CONSULT, 2025-05-12',
    'dispute Toomas Saar and Estonia deny what Liv Aune claims',
  ]);
  const ofEstonia = ['actor Estonia', 'dispute Toomas Saar and Estonia deny what Liv Aune claims'];
  expect(await found('Estonia')).toEqual(ofEstonia);
  expect(await found('nobody of them')).toEqual([]);
  expect(await found('%')).toEqual([]);
  const { last: before } = await ledger.totals();
  const [{ id = '' } = {}] = (await ledger.nodes('actor', { filter: { name: 'Estonia' } })).items;
  const change = { action: 'edit-node', kind: 'actor', node: id, change: { name: 'Baltic Republic' } } as const;
  const [correction = ''] = await ledger.correct([{ author: 'ann', why: null, change }]);
  expect(await found('Baltic')).toHaveLength(2);
  expect(await found('Estonia')).toEqual([]);
  expect(await found('Estonia', before)).toEqual(ofEstonia);
  expect(await found('Baltic', before)).toEqual([]);
  await ledger.undo(correction, 'ann', null);
  expect(await found('Estonia')).toEqual(ofEstonia);
});

test('who is named anew is named so wherever he stands, and before as he was', async () => {
  const { ledger } = opened;
  const [liv] = (await ledger.nodes('actor', { filter: { name: 'Liv Aune' } })).items;
  const before = new Date().toISOString();
  await new Promise((later) => setTimeout(later, 5));
  const change = { action: 'edit-node', kind: 'actor', node: liv?.id ?? '', change: { name: 'L. Aune' } } as const;
  const [id] = await ledger.correct([{ author: 'ann', why: null, change }]);
  expect((await only('dispute')).name).toBe('Toomas Saar and Estonia deny what L. Aune claims');
  expect((await ledger.nodes('agenda', { asOf: before })).items[0]?.name).toMatch(/^Liv Aune and/);
  await ledger.undo(id ?? '', 'ann', null);
});

const allCounts = async () => {
  const { rows } = await sql<{ name: string }>`
    select concat_ws(' ', kind, id, reports, publishers, origins, summary->'state') as name from nodes
    where until > 1000000000 order by kind, id`.execute(opened.ledger.store.database);
  return rows.map(({ name }) => name);
};

test('a report that another engine reads counts once, and what became of a plan stays', async () => {
  const before = await allCounts();
  expect((await opened.ledger.add('planned', readAgain(planned, 'newer'))).outcome).toBe('read again');
  expect((await only('agenda')).summary.state).toBe('held');
  await opened.ledger.add('held', readAgain(held, 'newer'));
  expect(await allCounts()).toEqual(before);
});

test('what a report no longer says is no longer counted', async () => {
  const { ledger } = opened;
  const [before] = (await ledger.nodes('actor', { filter: { name: 'Toomas Saar' } })).items;
  expect(before?.counts).toEqual({ reports: 3, publishers: 3, origins: 3 });
  await ledger.add('disputed', { ...readAgain(disputed, 'newest'), actors: [], statements: [], disputes: [] });
  await ledger.add('planned', { ...readAgain(planned, 'newest'), events: [], agenda: [] });
  const [after] = (await ledger.nodes('actor', { filter: { name: 'Toomas Saar' } })).items;
  expect(after?.counts).toEqual({ reports: 2, publishers: 2, origins: 2 });
  expect((await ledger.nodes('agenda', {})).items).toEqual([]);
});

test('nodes of a ledger from before are counted as far as it is known', async () => {
  const { ledger } = opened;
  const { database } = ledger.store;
  for (const [name, readout] of Object.entries({ planned, disputed }))
    await ledger.add(name, readAgain(readout, 'last'));
  await sql`update nodes set summary = summary - '{counts,tellings,type,documents,publishers,origins}'::text[]
    where kind in ('actor', 'agenda')`.execute(database);
  await sql`update nodes set summary = jsonb_set(summary, '{claim}', (summary->'claim') - '{publisher,origin,who,what}'::text[])
    where kind = 'dispute'`.execute(database);
  const step = (await migrations()).find(({ name }) => name === 'counted');
  for (const statement of step?.sql.replace(/^--.*$/gm, '').split(/;\n/) ?? [])
    if (statement.trim() !== '') await sql.raw(statement).execute(database);
  const agenda = await only('agenda');
  expect(agenda.name).toBe('Liv Aune and Toomas Saar CONSULT, 2025-05-12');
  expect(agenda.summary.tellings).toHaveLength(agenda.summary.steps.length);
  expect((await only('dispute')).name).toBe('Toomas Saar and Estonia deny what Liv Aune claims');
  await ledger.add('held', readAgain(held, 'last'));
  expect((await only('agenda')).summary.counts.reports).toBe(2);
});
