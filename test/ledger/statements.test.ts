import { expect, test } from 'vitest';
import { type Arrival, createMemoryLedger, type MemoryLedger } from '../../src/ledger/index.ts';
import { type MadeRecords, madeReport } from '../support/made-records.ts';

const people: NonNullable<MadeRecords['actors']> = {
  'Maija Holm': { role: 'transport minister', code: 'FIN GOV' },
  Estonia: { kind: 'country', code: 'EST GOV' },
};

const said = (
  published: string,
  content: string,
  more: Partial<MadeRecords> & { readonly act?: 'say' | 'deny' } = {},
): Arrival => {
  const { act = 'say', ...rest } = more;
  return madeReport({
    text: `Maija Holm told ${published} that ${content} after talks with Estonia.`,
    published,
    actors: people,
    statements: { told: { by: ['Maija Holm'], content, act } },
    ...rest,
  });
};

const ledgerOf = async (...arrivals: readonly Arrival[]): Promise<MemoryLedger> => {
  const ledger = createMemoryLedger();
  for (const arrival of arrivals) await ledger.add(arrival);
  return ledger;
};

const quote = '"no ferry leaves this quay before the pensions are paid"';

const one: readonly (readonly [why: string, first: Arrival, second: Arrival])[] = [
  ['the same quotation', said('2025-03-03', quote), said('2025-03-05', quote)],
  ['a part of it', said('2025-03-03', quote), said('2025-03-04', '"no ferry leaves this quay"')],
  [
    'a paraphrase by the same speaker in the same days',
    said('2025-03-03', 'ferries would stay moored until stolen pensions are repaid'),
    said('2025-03-04', 'until pensions are repaid, every one of the moored ferries stays'),
  ],
  [
    'a quotation whose speaker the other report does not name',
    said('2025-03-03', quote),
    said('2025-03-04', quote, { statements: { told: { content: quote } } }),
  ],
];

test.each(one)('one statement: %s', async (_, first, second) => {
  const nodes = (await ledgerOf(first, second)).nodes('statement');
  expect(nodes).toHaveLength(1);
  expect(nodes[0]?.summary.counts.reports).toBe(2);
  expect(nodes[0]?.summary.first.published).toBe('2025-03-03');
});

const two: readonly (readonly [why: string, first: Arrival, second: Arrival])[] = [
  [
    'the contrary',
    said('2025-03-03', 'the ferries of this quay leave today'),
    said('2025-03-03', 'the ferries of this quay do not leave today'),
  ],
  [
    'something else by the same speaker',
    said('2025-03-03', quote),
    said('2025-03-03', 'the lorries will have to wait in Turku'),
  ],
  ['the same words a year later', said('2025-03-03', quote), said('2026-03-03', quote)],
  [
    'the same words of another',
    said('2025-03-03', quote),
    madeReport({
      text: `Pekka Salo told us that ${quote} too.`,
      published: '2025-03-04',
      actors: { 'Pekka Salo': { role: 'union leader', code: 'FIN LAB' } },
      statements: { told: { by: ['Pekka Salo'], content: quote } },
    }),
  ],
];

test.each(two)('two statements: %s', async (_, first, second) => {
  expect((await ledgerOf(first, second)).nodes('statement')).toHaveLength(2);
});

test('the telling that was published first stands first, though it came later', async () => {
  const ledger = await ledgerOf(
    said('2025-03-05', quote, { origin: 'late' }),
    said('2025-03-03', quote, { origin: 'early' }),
  );
  expect(ledger.nodes('statement')[0]?.summary.first).toMatchObject({ published: '2025-03-03', origin: 'early' });
});

const accusation = said('2025-03-03', 'Estonia had sunk the lorries at the quay', {
  text: 'Maija Holm told us that Estonia had sunk the lorries at the quay.',
  statements: { told: { by: ['Maija Holm'], content: 'Estonia had sunk the lorries at the quay', act: 'accuse' } },
});
const denial = (published: string): Arrival =>
  madeReport({
    text: `Estonia denied on ${published} that any lorries were sunk.`,
    published,
    actors: { Estonia: { kind: 'country', code: 'EST GOV' } },
    statements: { denied: { by: ['Estonia'], content: 'that any lorries were sunk', act: 'deny' } },
  });

test.each([
  ['the denial comes after', [accusation, denial('2025-03-05')]],
  ['the denial comes before', [denial('2025-03-05'), accusation]],
])('a denial finds the claim of another report: %s', async (_, arrivals) => {
  const ledger = await ledgerOf(...arrivals);
  const disputes = ledger.nodes('dispute');
  expect(disputes).toHaveLength(1);
  expect(disputes[0]?.summary).toMatchObject({
    kind: 'denies',
    claim: { kind: 'statement', published: '2025-03-03' },
    counters: [{ kind: 'statement', published: '2025-03-05' }],
  });
});

test('a denial months later, or of something else, finds nothing', async () => {
  const later = await ledgerOf(accusation, denial('2025-08-05'));
  expect(later.nodes('dispute')).toHaveLength(0);
  const elsewhere = madeReport({
    text: 'Estonia denied that its judges were bribed.',
    published: '2025-03-05',
    actors: { Estonia: { kind: 'country', code: 'EST GOV' } },
    statements: { denied: { by: ['Estonia'], content: 'that its judges were bribed', act: 'deny' } },
  });
  expect((await ledgerOf(accusation, elsewhere)).nodes('dispute')).toHaveLength(0);
});

test('a dispute that two reports tell is one, with both counters', async () => {
  const told = (published: string): Arrival =>
    madeReport({
      text: `On ${published} Maija Holm claimed that pirates had sunk twelve lorries at the quay. Estonia called that invented.`,
      published,
      actors: people,
      statements: {
        claimed: { by: ['Maija Holm'], content: 'that pirates had sunk twelve lorries at the quay', act: 'claim' },
        called: { by: ['Estonia'], content: 'that invented', act: 'deny' },
      },
      disputes: [['claimed', 'called']],
    });
  const ledger = await ledgerOf(told('2025-03-03'), told('2025-03-04'));
  expect(ledger.nodes('dispute')).toHaveLength(1);
  expect(ledger.nodes('dispute')[0]?.summary.counters).toHaveLength(2);
});
