import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMcpServer } from '../../src/api/mcp/mcp-server.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
import { madeReadout } from '../support/made-reading.ts';
import { numberedReadout } from '../support/made-readouts.ts';

let opened: TestLedger;
let client: Client;
const faults: unknown[] = [];

beforeAll(async () => {
  opened = await openTestLedger();
  await opened.ledger.add('made.txt', madeReadout);
  for (const number of [1, 2]) await opened.ledger.add(`made-${number}.txt`, numberedReadout(number));
  const [here, there] = InMemoryTransport.createLinkedPair();
  await createMcpServer(opened.ledger, '0.0.0', (error) => faults.push(error)).connect(there);
  client = new Client({ name: 'test', version: '0' });
  await client.connect(here);
});
afterAll(async () => {
  await client.close();
  await opened.done();
});

interface Evidence {
  readonly report: { readonly id: string };
  readonly quotes: readonly { readonly words: string; readonly start: number; readonly end: number }[];
}

const call = async (name: string, input: Record<string, unknown> = {}) => {
  const { structuredContent, isError, content } = await client.callTool({ name, arguments: input });
  return { isError: isError === true, result: (structuredContent ?? {}) as Record<string, unknown>, content };
};

/** Every evidence in an answer, wherever it stands. */
const evidenceIn = (value: unknown): readonly Evidence[] => {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (typeof value !== 'object' || value === null) return [];
  return 'quotes' in value ? [value as Evidence] : Object.values(value).flatMap(evidenceIn);
};

/** Every quoted word must stand in its report where the evidence says. */
const checkEvidence = async (result: unknown): Promise<number> => {
  const found = evidenceIn(result);
  for (const { report, quotes } of found) {
    const text = (await opened.ledger.report(report.id))?.readout.text ?? '';
    expect(quotes.length).toBeGreaterThan(0);
    for (const { words, start, end } of quotes) expect(text.slice(start, end)).toBe(words);
  }
  return found.length;
};

test('the tools only read, and each takes as_of', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'search',
    'statements',
    'events',
    'timeline',
    'agenda',
    'disputes',
    'actor',
    'report',
  ]);
  for (const { annotations, inputSchema, outputSchema } of tools) {
    expect(annotations?.readOnlyHint).toBe(true);
    expect(inputSchema.properties).toHaveProperty('as_of');
    expect(JSON.stringify(outputSchema)).toContain('quotes');
  }
});

test.each([
  ['search', { text: 'headway' }, 'statements'],
  ['statements', { filter: { act: ['deny'] } }, 'statements'],
  ['events', { filter: { type: ['CONSULT'] }, limit: 3 }, 'events'],
  ['timeline', { kind: 'event', by: 'week' }, 'examples'],
] as const)('%s gives rows, each with the words it rests on', async (name, input, field) => {
  const { result, isError } = await call(name, input);
  expect(isError).toBe(false);
  const rows = result[field] as readonly unknown[];
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(await checkEvidence(row)).toBe(1);
});

test('a report gives its text and rows with evidence', async () => {
  const [item] = (await opened.ledger.reports({})).items;
  const { result } = await call('report', { id: item?.id.slice(0, 12) });
  expect(result.id).toBe(item?.id);
  const { statements, events } = result as { statements: readonly unknown[]; events: readonly unknown[] };
  expect(await checkEvidence(result)).toBe(statements.length + events.length);
  expect(statements.length).toBeGreaterThan(0);
});

test.each(['agenda', 'disputes', 'actor'] as const)(
  '%s gives as many rows as the ledger has, with evidence',
  async (name) => {
    const kind = name === 'disputes' ? 'dispute' : name;
    const { items } = await opened.ledger.nodes(kind, { limit: 5 });
    expect(items.length).toBeGreaterThan(0);
    const { result, isError } = await call(name);
    expect(isError).toBe(false);
    const rows = Object.values(result).find((value) => Array.isArray(value)) as readonly unknown[];
    expect(rows).toHaveLength(items.length);
    for (const row of rows) expect(await checkEvidence(row)).toBeGreaterThan(0);
  },
);

test('what was not known yet is not told', async () => {
  for (const [name, input] of [
    ['search', { text: 'headway' }],
    ['statements', {}],
    ['events', {}],
    ['agenda', {}],
    ['actor', {}],
  ] as const) {
    const { result } = await call(name, { ...input, as_of: '2020-01-01' });
    expect(evidenceIn(result)).toEqual([]);
  }
});

test.each([
  ['report', { id: 'nonsense' }, 'no-such-record'],
  ['actor', { id: 'nobody' }, 'no-such-record'],
  ['statements', { cursor: 'nonsense' }, 'bad-cursor'],
  ['statements', { as_of: 'soon' }, 'soon'],
  ['search', { text: 'a', colour: 'red' }, 'colour'],
] as const)('%s with %o is refused in words', async (name, input, expected) => {
  const { isError, content } = await call(name, input);
  expect(isError).toBe(true);
  expect(JSON.stringify(content)).toContain(expected);
  expect(faults).toEqual([]);
});
