import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { SourceLike } from '../../src/intake/index.ts';
import { readItems } from '../support/read-items.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const report = 'Port stays open\n\nThe harbour master said that the port would stay open for a month.\n';
const page = (title: string): string =>
  `<html><body><h1>${title}</h1><p>${'The harbour master said that the port would stay open for a month. '.repeat(4)}</p></body></html>`;

describe('one source', () => {
  test.each<readonly [string, SourceLike]>([
    ['bytes', { name: 'port', bytes: encode(report) }],
    ['a stream', { name: 'port', chunks: Readable.from([encode(report.slice(0, 9)), encode(report.slice(9))]) }],
  ])('of %s is one report, which has its name', async (_, source) => {
    expect(await readItems(source)).toMatchObject([
      { kind: 'report', name: 'port', document: { title: 'Port stays open' } },
    ]);
  });

  test('from standard input', async () => {
    const stdin = Readable.from([encode(page('Port stays open'))]);
    expect(await readItems('-', { stdin })).toMatchObject([{ kind: 'report', name: 'stdin' }]);
  });

  test.each([
    ['no such file', 'missing.txt', 'missing-input'],
    ['a folder', '.', 'unreadable-input'],
  ])('that is %s is a failure, not an exception', async (_, path, code) => {
    expect(await readItems(path)).toMatchObject([{ kind: 'failure', name: path, error: { code } }]);
  });

  test('that breaks while it is read is a failure', async () => {
    const broken = (async function* () {
      yield encode(report);
      throw Object.assign(new Error('i/o error'), { code: 'EIO' });
    })();
    const [item] = await readItems({ name: 'pipe', chunks: broken });
    expect(item).toMatchObject({ kind: 'failure', error: { code: 'unreadable-input' } });
  });

  test('carries its warnings, and the address and encoding that its server gave', async () => {
    const bytes = Uint8Array.from(Buffer.from(page('Le caf\u00e9 reste ouvert'), 'latin1'));
    expect(await readItems({ name: 'a', bytes })).toMatchObject([{ warnings: [{ code: 'encoding-guessed' }] }]);
    expect(
      await readItems({ name: 'a', bytes }, { charset: 'iso-8859-1', url: 'https://news.example/a' }),
    ).toMatchObject([
      { warnings: [], document: { title: 'Le caf\u00e9 reste ouvert', url: 'https://news.example/a' } },
    ]);
  });
});
