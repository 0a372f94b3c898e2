import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMcpServer } from '../../src/api/mcp/mcp-server.ts';
import { run } from '../../src/cli/index.ts';
import type { Ledger } from '../../src/service/index.ts';
import { sending, serveTestLedger, type TestApi } from '../support/api.ts';
import { madeReadout } from '../support/made-reading.ts';
import { testTerminal } from '../support/terminal.ts';

// U+0000 and halves of surrogate pairs are in no text and in no table: whoever asks with them is told so, the same everywhere.

let api: TestApi;
beforeAll(async () => {
  api = await serveTestLedger();
});
afterAll(() => api.done());

/** What is no character, alone and within words. */
const noCharacter = fc.constantFrom('\u0000', '\ud800', '\udbff', '\udc00', '\udfff');
const odd = fc
  .tuple(fc.string({ maxLength: 8 }), noCharacter, fc.constantFrom('', 'a', ' ', '%', '_', '.'))
  .map((parts) => parts.join(''));

type Ask = (ledger: Ledger, words: string) => Promise<unknown>;

const change = (words: string) => ({ action: 'accept-node' as const, kind: 'actor' as const, node: words, change: {} });

const asks: readonly (readonly [string, Ask])[] = [
  ['statements by words', (ledger, text) => ledger.statements({ filter: { text } })],
  ['statements by channel', (ledger, channel) => ledger.statements({ filter: { channel } })],
  ['statements by act', (ledger, act) => ledger.statements({ filter: { act: ['say', act] } })],
  ['statements by actor', (ledger, actor) => ledger.statements({ filter: { actor: [actor] } })],
  ['events by type', (ledger, type) => ledger.events({ filter: { type: [type] } })],
  ['events by dyad', (ledger, one) => ledger.events({ filter: { dyad: [one, 'x'] } })],
  ['events by country', (ledger, country) => ledger.events({ filter: { country: [country] } })],
  ['events by situation', (ledger, situation) => ledger.events({ filter: { situation } })],
  ['events by node', (ledger, node) => ledger.events({ filter: { node } })],
  ['events by report', (ledger, document) => ledger.events({ filter: { document } })],
  ['events by record', (ledger, record) => ledger.events({ filter: { record } })],
  ['records', (ledger, record) => ledger.records([{ document: 'x', record }])],
  ['reports by words', (ledger, text) => ledger.reports({ filter: { text } })],
  ['reports by house', (ledger, publisher) => ledger.reports({ filter: { publisher } })],
  ['reports by address', (ledger, url) => ledger.reports({ filter: { url } })],
  ['a report', (ledger, id) => ledger.report(id)],
  ['actors by name', (ledger, name) => ledger.nodes('actor', { filter: { name } })],
  ['the agenda by actor', (ledger, actor) => ledger.nodes('agenda', { filter: { actor } })],
  ['a node', (ledger, id) => ledger.node('event', id)],
  ['members', (ledger, id) => ledger.members('actor', id)],
  ['the words of a dispute', (ledger, id) => ledger.disputeWords(id)],
  ['counts', (ledger, text) => ledger.counts('event', 'day', { filter: { text } })],
  ['tellings of an actor', (ledger, id) => ledger.tellings(id)],
  ['places', (ledger, text) => ledger.places({ filter: { text } })],
  ['the network', (ledger, text) => ledger.network(5, null, { filter: { text } })],
  ['lanes', (ledger, text) => ledger.lanes('day', 5, { filter: { text } })],
  ['dyads', (ledger, text) => ledger.dyads({ filter: { text } })],
  ['corrections by author', (ledger, author) => ledger.corrections({ filter: { author } })],
  ['versions', (ledger, record) => ledger.versions('event', 'x', record)],
  ['a diff', (ledger, a) => ledger.diff(a, '2026-03-01')],
  ['settings', (ledger, kind) => ledger.setting(kind)],
  ['a setting', (ledger, key) => ledger.set('test', key, 1)],
  ['the value of a setting', (ledger, value) => ledger.set('test', 'key', { value: [value] })],
  ['a correction of a node', (ledger, node) => ledger.correct([{ author: 'ann', why: null, change: change(node) }])],
  ['who corrects', (ledger, author) => ledger.correct([{ author, why: null, change: change('x') }])],
  ['why', (ledger, why) => ledger.correct([{ author: 'ann', why, change: change('x') }])],
  ['an undoing', (ledger, id) => ledger.undo(id, 'ann', null)],
];

describe.each(['local', 'remote'] as const)('a ledger that is %s refuses', (which) => {
  test.each(asks)('%s', async (_what, ask) => {
    const ledger = which === 'local' ? api.ledger : api.remote;
    await fc.assert(
      fc.asyncProperty(odd, async (words) => {
        await expect(ask(ledger, words)).rejects.toMatchObject({ code: 'bad-text', name: 'ReadoutError' });
      }),
      { numRuns: 12 },
    );
    expect(api.faults).toEqual([]);
  });
});

test('a cursor with such characters inside is none that was given out', async () => {
  const cursor = (...position: unknown[]): string => Buffer.from(JSON.stringify(position)).toString('base64url');
  for (const ledger of [api.ledger, api.remote]) {
    const of = [
      () => ledger.statements({ cursor: cursor('2026-01-01T00:00:00.000Z', 'a\u0000') }),
      () => ledger.members('actor', 'x', { cursor: cursor(1, 'a', '\u0000') }),
      () => ledger.diff('2020-01-01', '2999-01-01', { cursor: cursor('event', '\u0000', 'a') }),
      () => ledger.corrections({ cursor: cursor(1, '\u0000') }),
    ];
    for (const ask of of) await expect(ask()).rejects.toMatchObject({ code: 'bad-cursor' });
  }
});

test('over HTTP it is said in the one shape, with the parameter', async () => {
  for (const path of [
    'statements?text=a%00b',
    'actors?name=%00',
    'reports/%00',
    'actors/%00/members',
    'diff?a=%00&b=x',
  ]) {
    const response = await api.ask(`/api/v1/${path}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'bad-text' } });
  }
  const response = await api.ask('/api/v1/settings/test', sending('PUT', { key: 'k', value: { a: '\u0000' } }));
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'bad-text' } });
});

test('the tools of MCP say it too, and are no fault', async () => {
  const faults: unknown[] = [];
  const [here, there] = InMemoryTransport.createLinkedPair();
  await createMcpServer(api.ledger, '0.0.0', (error) => faults.push(error)).connect(there);
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(here);
  for (const [name, input] of [
    ['search', { text: 'a\u0000' }],
    ['statements', { filter: { channel: '\ud800' } }],
    ['actor', { name: '\u0000' }],
    ['report', { id: 'x\udc00' }],
  ] as const) {
    const { isError, content } = await client.callTool({ name, arguments: input });
    expect(isError, name).toBe(true);
    expect(JSON.stringify(content)).toContain('U+0000');
  }
  expect(faults).toEqual([]);
  await client.close();
});

test('a command says it and ends with 1', async () => {
  const terminal = testTerminal({ env: { READOUT_LEDGER: api.folder } });
  const owner = api.ledger.store as unknown as { readonly serves: (url: string) => void };
  owner.serves(api.served.url);
  for (const words of [
    ['search', 'tro\u0000ops'],
    ['actors', '\ud800'],
    ['show', 'event:\u0000'],
    ['timeline', '--channel', '\u0000'],
    ['history', 'x\u0000'],
    ['diff', '\u0000', 'x'],
  ])
    expect(await run(words, terminal), words.join(' ')).toBe(1);
  expect(terminal.complained().match(/U\+0000/g)).toHaveLength(6);
});

test('a report is kept whatever its name holds', async () => {
  for (const ledger of [api.ledger, api.remote]) {
    await ledger.fail('a\u0000.txt', 'no-text', 'a\u0000.txt holds no words.');
    await ledger.add('b\ud800.txt', madeReadout);
  }
  expect((await api.remote.failures()).map(({ name }) => name)).toEqual(['a\uFFFD.txt']);
});
