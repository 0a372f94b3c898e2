import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Arrival,
  createMemoryLedger,
  type Lookup,
  type MemoryLedger,
  placeReport,
  type Ruling,
} from '../../src/ledger/index.ts';
import { madeStories } from '../support/made-stories.ts';

const all = madeStories.flat();

const ledgerOf = async (arrivals: readonly Arrival[], rulings: readonly Ruling[] = []): Promise<MemoryLedger> => {
  const ledger = createMemoryLedger();
  for (const arrival of arrivals) await ledger.add(arrival, rulings);
  return ledger;
};

/** The records of each node, nodes and records in an order of their own. */
const groups = (ledger: MemoryLedger): readonly string[] =>
  [...Map.groupBy(ledger.members(), ({ node }) => node).values()]
    .map((members) =>
      members
        .map(({ kind, document, record }) => `${kind} ${document} ${record}`)
        .sort()
        .join('\n'),
    )
    .sort();

const numbers = all.map((_, at) => at);
/** Reports in some order, all of them or some, by number. */
const orders = fc.shuffledSubarray(numbers, { minLength: all.length });
const some = fc.shuffledSubarray(numbers, { minLength: 1 });

/** The stories dealt into one order that keeps the order of each. */
const interleaved = (order: readonly number[]): readonly Arrival[] => {
  const left = madeStories.map((story) => [...story]);
  return order.flatMap(
    (at) => left[at % left.length]?.shift() ?? left.find((story) => story.length > 0)?.shift() ?? [],
  );
};

test('each story is one situation, and every house tells the same people, events and statements', async () => {
  const ledger = await ledgerOf(all);
  const counts = (['situation', 'actor', 'event', 'statement', 'dispute', 'agenda'] as const).map(
    (kind) => ledger.nodes(kind).length,
  );
  expect(counts).toEqual([3, 6, 6, 6, 3, 3]);
});

test('the order in which unrelated reports come changes no membership', async () => {
  const expected = groups(await ledgerOf(all));
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      expect(groups(await ledgerOf(interleaved(order)))).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test('every record is in exactly one node, and every node is one that the ledger has', async () => {
  await fc.assert(
    fc.asyncProperty(some, async (order) => {
      const arrivals = order.flatMap((at) => all[at] ?? []);
      const ledger = await ledgerOf(arrivals);
      const records = arrivals.flatMap(({ readout }) => [
        `situation ${readout.document.id} ${readout.document.id}`,
        ...(['actors', 'events', 'statements', 'disputes', 'agenda'] as const).flatMap((rows) =>
          readout[rows].map(({ id }) => `${rows === 'agenda' ? rows : rows.slice(0, -1)} ${readout.document.id} ${id}`),
        ),
      ]);
      const members = ledger.members().map(({ kind, document, record }) => `${kind} ${document} ${record}`);
      expect(members.toSorted()).toEqual(records.toSorted());
      for (const { kind, node } of ledger.members()) expect(await ledger.lookup(kind, [node])).toHaveLength(1);
    }),
    { numRuns: 20 },
  );
});

test('the same reports in the same order give the same ledger, and a report placed again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(some, async (order) => {
      const arrivals = order.flatMap((at) => all[at] ?? []);
      const [one, two] = [await ledgerOf(arrivals), await ledgerOf(arrivals)];
      expect(two.nodes('event')).toEqual(one.nodes('event'));
      expect(two.nodes('actor')).toEqual(one.nodes('actor'));
      for (const arrival of arrivals)
        expect(await placeReport(arrival, one.lookup, [])).toEqual({ nodes: [], members: [], redirects: [] });
    }),
    { numRuns: 15 },
  );
});

const KINDS = ['actor', 'event', 'statement', 'situation', 'agenda', 'dispute'] as const;
type Kind = (typeof KINDS)[number];

const recordsOf = ({ readout }: Arrival, kind: Kind): readonly string[] => {
  if (kind === 'situation') return [readout.document.id];
  const rows = kind === 'agenda' ? readout.agenda : readout[`${kind}s`];
  return rows.map(({ id }) => id);
};

/** A record of one report. */
const record = (kind: Kind) =>
  fc.record({ arrival: fc.constantFrom(...all), at: fc.nat(3) }).map(({ arrival, at }) => ({
    document: arrival.readout.document.id,
    record: recordsOf(arrival, kind).at(at % recordsOf(arrival, kind).length) ?? '',
  }));

const ruling = fc
  .constantFrom(...KINDS)
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      verdict: fc.constantFrom('together' as const, 'apart' as const),
      a: record(kind),
      b: record(kind),
    }),
  )
  .filter(({ a, b }) => a.document !== b.document);

/** Rulings as a store gives them: each record with the node it is in by now. */
const addRuled = async (
  arrivals: readonly Arrival[],
  {
    kind,
    verdict,
    a,
    b,
  }: Pick<Ruling, 'kind' | 'verdict'> & {
    readonly a: { document: string; record: string };
    readonly b: { document: string; record: string };
  },
) => {
  const ledger = createMemoryLedger();
  for (const arrival of arrivals) {
    const now = (ref: { document: string; record: string }) => ({
      ...ref,
      node: ledger.nodeOf(kind, ref.document, ref.record) ?? null,
    });
    await ledger.add(arrival, [{ kind, verdict, a: now(a), b: now(b) }]);
  }
  return ledger;
};

test('what people ruled wins, whatever the evidence and the order', async () => {
  await fc.assert(
    fc.asyncProperty(orders, ruling, async (order, ruled) => {
      const arrivals = order.flatMap((at) => all[at] ?? []);
      const ledger = await addRuled(arrivals, ruled);
      const [one, two] = [ruled.a, ruled.b].map((ref) => ledger.nodeOf(ruled.kind, ref.document, ref.record));
      expect(one).toBeDefined();
      if (ruled.verdict === 'together') expect(two).toBe(one);
      else expect(two).not.toBe(one);
    }),
    { numRuns: 60 },
  );
});

test('a report asks at most once for each kind, and for few nodes of each key', async () => {
  const ledger = await ledgerOf(all.slice(1));
  const asked: string[] = [];
  const lookup: Lookup = (kind, keys, most) => {
    asked.push(kind);
    expect(most ?? 0).toBeLessThanOrEqual(64);
    return ledger.lookup(kind, keys, most);
  };
  await placeReport(all[0] as Arrival, lookup, []);
  expect(asked.toSorted()).toEqual(['actor', 'agenda', 'dispute', 'event', 'situation', 'statement']);
});

const oddTime = fc.oneof(
  fc.constantFrom(
    '',
    '2025',
    '20',
    '202',
    'XXXX-WXX-5',
    'P3D',
    '2025-W60',
    '0000-00-00',
    '9999-12-31',
    '2025-02-30T99:99',
    'FUTURE_REF',
    '2025-03-09/2025-03-01',
  ),
  fc.string({ maxLength: 12 }),
);

test('odd dates, values and references never throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.option(oddTime), fc.option(oddTime), fc.boolean(), async (published, value, isDangling) => {
      const ledger = await ledgerOf(all.slice(0, 2));
      const { readout, ...arrival } = all[2] as Arrival;
      const odd: Arrival = {
        ...arrival,
        readout: {
          ...readout,
          document: { ...readout.document, published },
          times: readout.times.map((time) => ({ ...time, value })),
          actors: isDangling ? [] : readout.actors,
          statements: isDangling ? [] : readout.statements,
        },
      };
      expect((await ledger.add(odd)).members.length).toBeGreaterThan(0);
      expect((await ledger.add(all[3] as Arrival)).members.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});
