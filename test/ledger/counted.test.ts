import { expect, test } from 'vitest';
import { joinGathered, withoutReport } from '../../src/ledger/gathered.ts';
import { type Arrival, countTellings, createMemoryLedger, type MemoryLedger } from '../../src/ledger/index.ts';
import type { Gathered } from '../../src/ledger/node.ts';
import { madeReport } from '../support/made-records.ts';

const people = { 'Liv Aune': { code: 'NOR GOV' }, 'Toomas Saar': { code: 'EST GOV' } };

interface From {
  readonly published: string;
  readonly publisher?: string;
  readonly origin?: string;
}

const plan = (verb: string, from: From): Arrival =>
  madeReport({
    text: `Liv Aune ${verb} Toomas Saar in Bergen on 2025-05-12 about herring quotas.`,
    actors: people,
    places: { Bergen: { country: 'NOR' } },
    times: { '2025-05-12': '2025-05-12' },
    events: { [verb]: { by: ['Liv Aune', 'Toomas Saar'], at: 'Bergen', on: '2025-05-12', realis: 'planned' } },
    agenda: { [verb]: { state: 'scheduled', on: '2025-05-12' } },
    ...from,
  });

const held = (verb: string, from: From): Arrival =>
  madeReport({
    text: `Liv Aune ${verb} Toomas Saar in Bergen on 2025-05-12 about herring quotas.`,
    actors: people,
    places: { Bergen: { country: 'NOR' } },
    times: { '2025-05-12': '2025-05-12' },
    events: { [verb]: { by: ['Liv Aune', 'Toomas Saar'], at: 'Bergen', on: '2025-05-12' } },
    ...from,
  });

const ledgerOf = async (...arrivals: readonly Arrival[]): Promise<MemoryLedger> => {
  const ledger = createMemoryLedger();
  for (const arrival of arrivals) await ledger.add(arrival);
  return ledger;
};

const all = [
  plan('will meet', { published: '2025-05-01', publisher: 'courier', origin: 'wire' }),
  plan('is to meet', { published: '2025-05-02', publisher: 'gazette', origin: 'wire' }),
  held('met', { published: '2025-05-13', publisher: 'courier', origin: 'own' }),
  held('saw', { published: '2025-05-13', publisher: 'herald', origin: 'another' }),
];

test('an item of the agenda counts all that plan it and all that say what became of it, copies as one origin', async () => {
  const [item, ...others] = (await ledgerOf(...all)).nodes('agenda');
  expect(others).toEqual([]);
  expect(item?.summary).toMatchObject({
    type: 'CONSULT',
    state: 'held',
    counts: { reports: 4, publishers: 3, origins: 3 },
  });
  expect(item?.summary.steps.map(({ state }) => state)).toEqual(['scheduled', 'held']);
});

test('an actor counts the reports that mention it, whatever the order in which they come', async () => {
  for (const arrivals of [all, all.toReversed()]) {
    const ledger = await ledgerOf(...arrivals);
    for (const { summary } of ledger.nodes('actor'))
      expect(summary.counts).toEqual({ reports: 4, publishers: 3, origins: 3 });
  }
});

test('a report that names a country twice counts once', async () => {
  const state = { kind: 'country' as const, code: 'NOR GOV' };
  const twice = madeReport({
    text: 'Norway will vote. Oslo will pay.',
    published: '2025-05-01',
    actors: { Norway: state, Oslo: state },
  });
  expect((await ledgerOf(twice)).nodes('actor').map(({ summary }) => summary.counts.reports)).toEqual([1]);
});

test('a dispute counts the reports in which its sides stand', async () => {
  const told = (published: string, publisher: string | null): Arrival =>
    madeReport({
      text: `On ${published} Liv Aune claimed that nets were cut at night. Toomas Saar called that invented.`,
      published,
      publisher,
      origin: 'wire',
      actors: people,
      statements: {
        claimed: { by: ['Liv Aune'], content: 'that nets were cut at night', act: 'claim' },
        called: { by: ['Toomas Saar'], content: 'that invented', act: 'deny' },
      },
      disputes: [['claimed', 'called']],
    });
  const [dispute] = (
    await ledgerOf(told('2025-05-01', 'courier'), told('2025-05-02', 'gazette'), told('2025-05-03', null))
  ).nodes('dispute');
  if (dispute === undefined) throw new Error('no dispute');
  const { claim, counters } = dispute.summary;
  expect(countTellings([claim, ...counters])).toEqual({ reports: 3, publishers: 2, origins: 1 });
  expect([claim.what, counters[0]?.what]).toEqual(['claim', 'deny']);
  expect(claim.who).not.toEqual(counters[0]?.who);
});

const one = (document: string, publisher: string | null, origin = document): Gathered => ({
  documents: [document],
  publishers: publisher === null ? [] : [publisher],
  origins: [origin],
  counts: { reports: 1, publishers: publisher === null ? 0 : 1, origins: 1 },
});

const many = Array.from({ length: 500 }, (_, at) => one(`report ${at}`, `house ${at % 7}`));

test('of many reports the last are listed, and all are counted', () => {
  const all = many.reduce(joinGathered);
  expect(all.counts).toEqual({ reports: 500, publishers: 7, origins: 500 });
  expect(all.documents.length).toBeLessThan(50);
  const copies = [one('copy of a late one', 'house 8', 'report 499'), one('copy of an early one', null, 'report 3')];
  expect(copies.reduce(joinGathered, all).counts).toEqual({ reports: 502, publishers: 8, origins: 500 });
});

test('two that are joined count the reports of both once', () => {
  const [a, b] = [many.slice(0, 20).reduce(joinGathered), many.slice(10, 30).reduce(joinGathered)];
  expect(joinGathered(a, b).counts).toEqual({ reports: 30, publishers: 7, origins: 30 });
});

test('who is no longer in a report is in one report less, and from no more houses than reports', () => {
  const two = joinGathered(one('a', 'courier'), one('b', 'gazette'));
  expect(withoutReport(two, 'b')).toMatchObject({
    documents: ['a'],
    counts: { reports: 1, publishers: 1, origins: 1 },
  });
});
