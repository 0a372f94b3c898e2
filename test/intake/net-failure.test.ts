import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ReadoutError } from '../../src/intake/error.ts';
import { failureOf } from '../../src/intake/net/failure.ts';
import { downgrades } from '../../src/intake/net/fetcher.ts';
import { withFetcher } from '../support/fetching.ts';
import { type LocalServer, openRawServer } from '../support/local-server.ts';

const url = new URL('https://paper.example/a');
const failing = (code: string): Error => Object.assign(new Error('x'), { code });

test.each([
  ['CERT_HAS_EXPIRED', 'cannot be trusted', false],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'cannot be trusted', false],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'cannot be trusted', false],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'cannot be trusted', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'cannot be trusted', false],
  ['EPROTO', 'cannot be trusted', false],
  ['EAI_AGAIN', 'could not be looked up', true],
  ['ENETUNREACH', 'no way to its host', true],
  ['HPE_INVALID_CONSTANT', 'no valid HTTP', true],
  ['ENEWLYINVENTED', 'connection failed (ENEWLYINVENTED)', true],
])('%s is told in words', (code, what, mayPass) => {
  const found = failureOf(url, failing(code));
  expect(found.mayPass).toBe(mayPass);
  expect(found.error.message).toMatch(/^https:\/\/paper\.example\/a was not fetched: .*; .*\.$/);
  expect(found.error.message).toContain(what);
  expect(found.error.data).toMatchObject({ url: url.href, reason: code });
});

test('of several addresses that fail, the first says why; what is no error is told too', () => {
  expect(failureOf(url, new AggregateError([failing('ECONNREFUSED')])).error.message).toContain('lets nobody connect');
  expect(failureOf(url, 'odd').error.message).toContain('unknown reason');
});

test.each([
  [['https://a.example/', 'https://b.example/'], null],
  [['http://a.example/', 'https://a.example/'], null],
  [['http://a.example/', 'http://b.example/'], null],
  [['https://a.example/', 'http://b.example/'], 'to http://b.example/,'],
  [['http://a.example/', 'https://a.example/', 'http://c.example/', 'https://d.example/'], 'to http://c.example/,'],
])('%j steps down: %s', (steps, expected) => {
  const found = downgrades({ url: new URL(steps.at(-1) ?? ''), through: steps.slice(0, -1) });
  expect(found.map(({ code }) => code)).toEqual(expected === null ? [] : ['insecure-redirect']);
  expect(found[0]?.message ?? '').toContain(expected ?? '');
});

describe('whatever a server sends', () => {
  let server: LocalServer;
  let answer: Uint8Array;
  beforeAll(async () => {
    server = await openRawServer((socket) => socket.end(answer));
  });
  afterAll(() => server.close());

  const piece = fc.oneof(
    fc.constantFrom(
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.1 302 Found\r\nLocation: ',
      'HTTP/1.1 100 Continue\r\n\r\n',
      'HTTP/1.1 304 Not Modified\r\n',
      'Content-Type: text/html; charset="\r\n',
      'Content-Length: 5\r\n',
      'Content-Length: -1\r\n',
      'Content-Encoding: gzip\r\n',
      'Content-Encoding: br, zstd\r\n',
      'Transfer-Encoding: chunked\r\n',
      'Retry-After: \u001b[2J\r\n',
      'Location: //[::1]/\r\n',
      'Connection: close\r\n',
      '\r\n',
      '5\r\nshort\r\n0\r\n\r\n',
      'short',
      'ffffffffffffffff\r\n',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

  test('comes as a report or as a clear error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        answer = Buffer.from(pieces.join(''), 'latin1');
        const limits = { attempts: 1, headers: 500, idle: 500, whole: 1500 };
        await withFetcher({ limits }, async (fetcher) => {
          const outcome: unknown = await fetcher.fetchReport(server.url('/a')).catch((error: unknown) => error);
          if (outcome instanceof Error) {
            expect(outcome).toBeInstanceOf(ReadoutError);
            expect(outcome.message).toMatch(/was not fetched: .*; .*\.$/);
            expect(outcome.message).not.toMatch(/\p{Cc}/u);
          }
        });
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
