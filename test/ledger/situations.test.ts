import { expect, test } from 'vitest';
import { type Arrival, createMemoryLedger, placeReport, type Ruling } from '../../src/ledger/index.ts';
import { madeArrival } from '../support/made-arrival.ts';

const report = (published: string | null, title: string, text: string): Arrival =>
  madeArrival({ published, title, text });

const strike = [
  report(
    '2025-03-03',
    'Ferry crews walk out',
    'Ferry crews in Turku walked out over pensions, stranding islanders and lorries at the quay.',
  ),
  report(
    '2025-03-04',
    'Ferry walkout strands lorries',
    'Lorries queued at the quay in Turku as ferry crews kept up their walkout over pensions.',
  ),
  report(
    '2025-03-05',
    'Pensions row keeps ferries in port',
    'Ferry crews vowed to keep their walkout going until pensions are restored; islanders in Turku wait.',
  ),
];
const harvest = [
  report(
    '2025-03-04',
    'Olive growers fear blight',
    'Olive growers near Jaén say a blight carried by a leafhopper has withered a fifth of their groves.',
  ),
  report(
    '2025-03-05',
    'Blight withers olive groves',
    'A leafhopper blight has withered olive groves near Jaén, growers say, and seedlings are scarce.',
  ),
];

const situationsOf = async (arrivals: readonly Arrival[], rulings: readonly Ruling[] = []) => {
  const ledger = createMemoryLedger();
  for (const arrival of arrivals) await ledger.add(arrival, rulings);
  const of = ({ readout }: Arrival) => ledger.nodeOf('situation', readout.document.id, readout.document.id);
  return { ledger, of };
};

test('reports of one story over days are one situation, those of another are another', async () => {
  const { of, ledger } = await situationsOf([...strike, ...harvest]);
  expect(new Set(strike.map(of)).size).toBe(1);
  expect(new Set(harvest.map(of)).size).toBe(1);
  expect(of(strike[0] as Arrival)).not.toBe(of(harvest[0] as Arrival));
  expect(
    ledger
      .nodes('situation')
      .map(({ summary }) => summary.counts.reports)
      .sort(),
  ).toEqual([2, 3]);
});

test('the same words half a year later are another situation', async () => {
  const again = report(
    '2025-09-20',
    'Ferry crews walk out',
    'Ferry crews in Turku walked out over pensions and stranded islanders and lorries at the quay.',
  );
  const { of } = await situationsOf([...strike, again]);
  expect(of(again)).not.toBe(of(strike[0] as Arrival));
});

test('the order in which unrelated reports come does not matter', async () => {
  const grouped = async (arrivals: readonly Arrival[]) => {
    const { of } = await situationsOf(arrivals);
    return [...strike, ...harvest].map((each, _at, all) => all.findIndex((other) => of(other) === of(each)));
  };
  const expected = await grouped([...strike, ...harvest]);
  expect(await grouped([...harvest, ...strike])).toEqual(expected);
  expect(await grouped([strike[0], harvest[0], strike[1], harvest[1], strike[2]] as Arrival[])).toEqual(expected);
});

test('a report placed again changes nothing', async () => {
  const { ledger } = await situationsOf(strike);
  expect(await placeReport(strike[1] as Arrival, ledger.lookup, [])).toEqual({ nodes: [], members: [], redirects: [] });
});

const record = ({ readout }: Arrival, node: string | null = null) => ({
  document: readout.document.id,
  record: readout.document.id,
  node,
});

test('people decide against the words: apart, and together', async () => {
  const [first, second] = strike as [Arrival, Arrival];
  const { of: alone } = await situationsOf([first]);
  const node = alone(first) ?? null;
  const apart: Ruling = { kind: 'situation', verdict: 'apart', a: record(second), b: record(first, node) };
  const { of } = await situationsOf([first, second], [apart]);
  expect(of(second)).not.toBe(of(first));
  const [olives] = harvest as [Arrival];
  const together: Ruling = { kind: 'situation', verdict: 'together', a: record(first, node), b: record(olives) };
  const joined = await situationsOf([first, olives], [together]);
  expect(joined.of(olives)).toBe(node);
});

test('a report that is like two situations joins them under the older id', async () => {
  const port = report(
    '2025-03-03',
    'Lorries queue',
    'Lorries queue at the quay in Turku; drivers sleep in their cabs while islanders wait for groceries.',
  );
  const pensions = report(
    '2025-03-04',
    'Crews vote on pensions',
    'Ferry crews voted to walk out over pensions, their union said after a ballot of deckhands.',
  );
  const both = report(
    '2025-03-04',
    'Ferry crews walk out over pensions; lorries queue at the quay',
    'Lorries queue at the quay in Turku and islanders wait for groceries; ferry crews walk out over pensions, their union said after a ballot of deckhands.',
  );
  const { of, ledger } = await situationsOf([port, pensions]);
  const before = [of(port), of(pensions)];
  expect(before[0]).not.toBe(before[1]);
  const { redirects } = await ledger.add(both);
  expect(redirects).toMatchObject([{ kind: 'situation', from: before[1], to: before[0] }]);
  expect(of(pensions)).toBe(before[0]);
  expect(await ledger.lookup('situation', [before[1] ?? ''])).toMatchObject([{ id: before[0] }]);
});
