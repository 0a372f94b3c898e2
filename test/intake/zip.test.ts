import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { madeResponse } from '../../bench/made-warc.ts';
import { madeZip } from '../support/made-zip.ts';
import { pageOf, readItems, textOf, toldOf } from '../support/read-items.ts';

const told = async (bytes: Uint8Array): Promise<string[]> => toldOf(await readItems({ name: 'a.zip', bytes }));
const notRead = 'a file of a kind that is not read';
const good = { path: 'b.html', bytes: pageOf('Two') };

describe('a ZIP archive', () => {
  test('gives each of its reports with its path', async () => {
    const bytes = madeZip([
      { path: 'news/a.html', bytes: pageOf('One') },
      { path: 'b.txt', bytes: textOf('Two'), isStored: true },
    ]);
    expect(await readItems({ name: 'a.zip', bytes })).toMatchObject([
      { kind: 'report', name: 'a.zip!/news/a.html', document: { title: 'Port One stays open' } },
      { kind: 'report', name: 'a.zip!/b.txt', document: { title: 'Port Two stays open' } },
    ]);
  });

  test('passes over folders, pictures and what programs add', async () => {
    const files = ['news/', 'news/a.png', '__MACOSX/._b.html', '.git/b.html'].map((path) => ({
      path,
      bytes: new Uint8Array(),
    }));
    expect(await told(madeZip([...files, good]))).toEqual([notRead, notRead, notRead, 'Two']);
  });

  test('is read from a pipe too, and holds other archives', async () => {
    const inner = madeZip([{ path: 'a.html.gz', bytes: gzipSync(pageOf('One')) }]);
    const chunks = Readable.from([madeZip([{ path: 'inner.zip', bytes: inner }, good])]);
    expect(await readItems({ name: 'stdin', chunks })).toMatchObject([
      { name: 'stdin!/inner.zip!/a.html.gz' },
      { name: 'stdin!/b.html' },
    ]);
  });

  test('that is a WACZ gives what was recorded, not what is told of it', async () => {
    const warc = gzipSync(madeResponse('https://news.example/a', 'text/html', pageOf('One')));
    const pages = Buffer.from('{"url": "https://news.example/a", "title": "One", "text": "Port One stays open"}\n');
    const bytes = madeZip([
      { path: 'datapackage.json', bytes: Buffer.from('{}') },
      { path: 'archive/data.warc.gz', bytes: warc, isStored: true },
      { path: 'pages/pages.jsonl', bytes: pages },
    ]);
    expect(await readItems({ name: 'a.wacz', bytes })).toMatchObject([
      {
        kind: 'report',
        name: 'a.wacz!/archive/data.warc.gz#1 https://news.example/a',
        document: { url: 'https://news.example/a' },
      },
    ]);
  });
});

describe('a ZIP archive that is hostile or damaged', () => {
  test.each([
    ['a path that leads out of the folder', { path: '../../etc/a.html', bytes: pageOf('One') }, 'One'],
    ['an absolute path', { path: '/etc/a.html', bytes: pageOf('One') }, 'One'],
    ['a path of another system', { path: 'C:\\a.html', bytes: pageOf('One') }, 'One'],
    ['a file with a password', { path: 'a.html', bytes: pageOf('One'), flags: 1 }, 'encrypted-input'],
    ['a check sum that is wrong', { path: 'a.html', bytes: pageOf('One'), crc: 5 }, 'damaged-archive'],
    ['more in it than it says', { path: 'a.html', bytes: pageOf('One'), size: 10 }, 'damaged-archive'],
    ['less in it than it says', { path: 'a.html', bytes: pageOf('One'), size: 100_000 }, 'damaged-archive'],
    ['a bomb', { path: 'a.txt', bytes: Buffer.alloc(60_000_000, ' ') }, 'archive-bomb'],
    ['a bomb that lies', { path: 'a.txt', bytes: Buffer.alloc(60_000_000, ' '), size: 100 }, 'damaged-archive'],
  ])('%s loses no other file', async (_, file, expected) => {
    expect(await told(madeZip([file, good]))).toEqual([expected, 'Two']);
  });

  test('many files that unpack to far more together', async () => {
    const flood = Array.from({ length: 80 }, (_, index) => ({
      path: `${index}.warc`,
      bytes: Buffer.concat([Buffer.from('WARC/1.0\r\n\r\n'), Buffer.alloc(1_000_000, 'x')]),
    }));
    expect((await told(madeZip(flood))).at(-1)).toBe('archive-bomb');
  });

  test('a cut archive, which has lost the list of its files, is refused with what to do about it', async () => {
    const whole = madeZip([good]);
    const items = await readItems({ name: 'cut.zip', bytes: whole.subarray(0, whole.length - 60) });
    expect(items).toMatchObject([{ kind: 'failure', error: { code: 'damaged-archive' } }]);
    expect(items[0]?.kind === 'failure' && items[0].error.message).toMatch(/list of its files.*zip -FF/);
  });

  test('archives in archives without end', async () => {
    let bytes: Buffer = madeZip([good]);
    for (let depth = 0; depth < 8; depth += 1) bytes = madeZip([{ path: 'inner.zip', bytes }]);
    expect(await told(bytes)).toEqual(['archive-too-deep']);
  });

  test.each([
    ['cut', madeZip([good]).subarray(0, -30), 'damaged-archive'],
    ['only opened', Buffer.from('PK\u0003\u0004'), 'damaged-archive'],
    ['empty', madeZip([]), 'no-reports'],
    ['an office document', madeZip([{ path: '[Content_Types].xml', bytes: Buffer.from('<x/>') }]), 'binary-input'],
    [
      'a book',
      madeZip([{ path: 'mimetype', bytes: Buffer.from('application/epub+zip'), isStored: true }]),
      'binary-input',
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await told(bytes)).toEqual([expected]);
  });
});
