import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { madeRecord, madeResponse } from '../../bench/made-warc.ts';
import type { ReportItem, ReportOptions } from '../../src/intake/index.ts';
import { pageOf, readItems, textOf, toldOf } from '../support/read-items.ts';

const page = (title: string): Uint8Array => madeResponse(`https://news.example/${title}`, 'text/html', pageOf(title));
const info = madeRecord({ 'WARC-Type': 'warcinfo' }, Buffer.from('software: by hand'));
const joined = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));
const members = (...records: readonly Uint8Array[]): Buffer => joined(...records.map((record) => gzipSync(record)));

const all = (bytes: Uint8Array, options?: ReportOptions): Promise<ReportItem[]> =>
  readItems({ name: 'a.warc', bytes }, options);
const told = async (bytes: Uint8Array, options?: ReportOptions): Promise<string[]> => toldOf(await all(bytes, options));

describe('a web archive', () => {
  test('gives each page with its place and address, and passes over what is none', async () => {
    const items = await all(joined(info, page('One'), page('Two')));
    expect(items).toMatchObject([
      { kind: 'skipped', name: 'a.warc#1', what: 'a record of type warcinfo' },
      { kind: 'report', name: 'a.warc#2 https://news.example/One', warnings: [] },
      { kind: 'report', name: 'a.warc#3 https://news.example/Two', document: { url: 'https://news.example/Two' } },
    ]);
  });

  test.each([
    ['packed record by record', members(info, page('One'), page('Two'))],
    ['packed as a whole', gzipSync(joined(info, page('One'), page('Two')))],
    ['filled up with zero bytes', joined(members(info, page('One'), page('Two')), Buffer.alloc(600))],
    [
      'with line ends of one byte',
      joined(
        ...[info, page('One'), page('Two')].map((record) => Buffer.from(record).toString().replaceAll('\r\n', '\n')),
      ),
    ],
  ])('%s', async (_, bytes) => {
    expect(await told(bytes)).toEqual(['a record of type warcinfo', 'One', 'Two']);
  });

  test.each([
    [
      'another status',
      madeResponse('https://a.example/', 'text/html', pageOf('Gone'), '404 Not Found'),
      'a response with status 404',
    ],
    ['a picture', madeResponse('https://a.example/', 'image/png', Buffer.from('png')), 'a response of type image/png'],
    [
      'a request',
      madeRecord({ 'WARC-Type': 'request' }, Buffer.from('GET / HTTP/1.1\r\n\r\n')),
      'a record of type request',
    ],
    [
      'a resource that is no page',
      madeRecord({ 'WARC-Type': 'resource', 'Content-Type': 'text/plain' }, Buffer.from('log')),
      'a resource of type text/plain',
    ],
  ])('passes over %s', async (_, record, what) => {
    expect(await told(joined(record, page('One')))).toEqual([what, 'One']);
  });

  test('reads pages and texts that stand without HTTP around them', async () => {
    const resource = madeRecord(
      { 'WARC-Type': 'resource', 'Content-Type': 'text/html; charset=utf-8' },
      pageOf('Resource'),
    );
    const text = madeRecord({ 'WARC-Type': 'conversion', 'Content-Type': 'text/plain' }, textOf('Conversion'));
    expect(await told(joined(resource, text))).toEqual(['Resource', 'Conversion']);
  });

  test('believes the encoding that the server named', async () => {
    const greek = Buffer.from(pageOf('One').toString('latin1').replace('stays', 'st\xe1ys'), 'latin1');
    const [item] = await all(madeResponse('https://a.example/', 'text/html; charset=iso-8859-7', greek));
    expect(item).toMatchObject({ document: { title: 'Port One st\u03b1ys open' }, warnings: [] });
  });

  test('of the old kind (ARC)', async () => {
    const block = joined('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n', pageOf('One'));
    const arc = joined(
      'filedesc://a.arc 0.0.0.0 20140301000000 text/plain 2\n1\n\n',
      `http://a.example/a b 1.2.3.4 20140301000000 text/html ${block.length}\n`,
      block,
      '\n',
    );
    expect(await all(arc)).toMatchObject([
      { kind: 'skipped' },
      { kind: 'report', name: 'a.warc#2 http://a.example/a b' },
    ]);
  });
});

describe('a body as it was sent', () => {
  const response = (headers: string, body: Uint8Array): Uint8Array =>
    madeRecord(
      { 'WARC-Type': 'response', 'Content-Type': 'application/http' },
      joined(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n\r\n`, body),
    );
  const chunked = (body: Buffer): Buffer => {
    const [a, b] = [body.subarray(0, 20), body.subarray(20)];
    return joined(`14\r\n`, a, `\r\n${b.length.toString(16)};note\r\n`, b, '\r\n0\r\n\r\n');
  };
  test.each([
    ['in chunks', 'Transfer-Encoding: chunked', chunked(pageOf('One')), 'One'],
    ['said to be in chunks, but not', 'Transfer-Encoding: chunked', pageOf('One'), 'One'],
    ['packed', 'Content-Encoding: gzip', gzipSync(pageOf('One')), 'One'],
    [
      'packed, in chunks',
      'Content-Encoding: br\r\nTransfer-Encoding: chunked',
      chunked(brotliCompressSync(pageOf('One'))),
      'One',
    ],
    ['said to be packed, but not', 'Content-Encoding: br', pageOf('One'), 'One'],
    ['packed and cut', 'Content-Encoding: gzip', gzipSync(pageOf('One')).subarray(0, 40), 'damaged-record'],
    ['packed and far too large', 'Content-Encoding: gzip', gzipSync(Buffer.alloc(30_000_000)), 'input-too-large'],
  ])('%s', async (_, headers, body, expected) => {
    expect(await told(response(headers, body))).toEqual([expected]);
  });
});

describe('a web archive that is damaged', () => {
  const withLength = (change: number): Buffer =>
    Buffer.from(
      Buffer.from(page('One'))
        .toString('latin1')
        .replace(
          /(https.*\r\n[\s\S]*?Content-Length: )(\d+)/,
          (_, before, length) => before + (Number(length) + change),
        ),
      'latin1',
    );

  test.each([-3, 5, 300])(
    'a length that is wrong by %i loses neither its page nor the next, and is told',
    async (change) => {
      const items = await all(joined(withLength(change), page('Two'), page('Three')));
      expect(items).toMatchObject([
        { kind: 'report', document: { title: 'Port One stays open' }, warnings: [{ code: 'record-length' }] },
        { kind: 'report', document: { title: 'Port Two stays open' }, warnings: [] },
        { kind: 'report', document: { title: 'Port Three stays open' } },
      ]);
      expect(items[0]).toMatchObject({ document: { text: expect.not.stringContaining('WARC') } });
    },
  );

  test.each([
    [
      'no length',
      joined(
        Buffer.from(page('One'))
          .toString('latin1')
          .replace(/Content-Length: \d+\r\n\r\nHTTP/, '\r\nHTTP'),
        page('Two'),
      ),
      ['damaged-record', 'Two'],
    ],
    [
      'a length that is no number',
      joined('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n', page('Two')),
      ['damaged-record', 'Two'],
    ],
    ['junk between records', joined(page('One'), 'junk\njunk\n\0\0\n', page('Two')), ['One', 'Two']],
    ['a cut record', joined(page('One'), page('Two').subarray(0, -60)), ['One', 'truncated-record']],
    [
      'a cut record of pictures',
      joined(page('One'), madeResponse('https://a.example/', 'image/png', Buffer.alloc(500)).subarray(0, -60)),
      ['One', 'truncated-record'],
    ],
    ['nothing in it', info, ['a record of type warcinfo', 'no-reports']],
  ])('%s', async (_, bytes, expected) => {
    expect(await told(bytes)).toEqual(expected);
  });

  test('a packed record that is damaged loses no other', async () => {
    const records = [page('One'), page('Two'), page('Three')].map((record) => gzipSync(record));
    const bytes = joined(...records);
    const second = records[0]?.length ?? 0;
    bytes.fill(0x55, second + 100, second + 120);
    expect(await told(bytes)).toEqual(['One', 'damaged-record', 'Three']);
  });

  test('a check sum that is wrong is told', async () => {
    const second = gzipSync(page('Two'));
    second.writeUInt32LE(7, second.length - 8);
    expect(await told(joined(gzipSync(page('One')), second, gzipSync(page('Three'))))).toEqual([
      'One',
      'damaged-record',
      'Three',
    ]);
  });

  test('a packed file that is cut keeps what came before', async () => {
    expect(await told(members(page('One'), page('Two')).subarray(0, -30))).toEqual(['One', 'truncated-record']);
  });

  test('a page larger than the limit is refused by name, and the next is read', async () => {
    const large = madeResponse('https://a.example/', 'text/html', Buffer.alloc(400_000, '<p>word '));
    expect(await told(joined(large, page('Two')), { limit: 100_000 })).toEqual(['input-too-large', 'Two']);
  });

  test('a bomb is left alone', async () => {
    const zeros = Buffer.alloc(120_000_000);
    const items = await all(gzipSync(zeros));
    expect(items).toMatchObject([
      { kind: 'failure', error: { code: expect.stringMatching(/archive-bomb|binary-input/) } },
    ]);
    expect(
      await told(gzipSync(joined('WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 120000000\r\n\r\n', zeros))),
    ).toEqual(['archive-bomb']);
  });
});

test('a single packed page keeps its name', async () => {
  expect(await all(gzipSync(pageOf('One')))).toMatchObject([
    { kind: 'report', name: 'a.warc', document: { title: 'Port One stays open' } },
  ]);
  const cut = gzipSync(pageOf('One')).subarray(0, -20);
  expect(await told(cut)).toEqual(['damaged-archive']);
});
