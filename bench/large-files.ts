// `npm run bench:large [NAME…]`: time and memory of the largest file of each format that anyone may meet, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReports, type SourceLike } from '../src/intake/index.ts';

/** What one run measured: reports and what could not be read, seconds of processor time, megabytes above those of the program itself. */
export interface Measured {
  readonly reports: number;
  readonly failures: readonly string[];
  readonly seconds: number;
  readonly megabytes: number;
}

const sentence = 'The port of Sund stays open through the winter, the harbour master said on Monday. ';
const paragraph = `<p>${sentence.repeat(4)}</p>`;

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

const url = (index: number): string => `https://courier.example/2026/03/09/report-${index}`;

/** The files by name, made when they are asked for. */
const files: Readonly<Record<string, () => string>> = {
  'sitemap.xml': () =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${times(50_000, (index) => `<url><loc>${url(index)}</loc><lastmod>2026-03-09</lastmod><news:news><news:publication><news:name>Sund Courier</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-03-09T10:15:00Z</news:publication_date><news:title>Port of Sund stays open through the winter, harbour master tells council, report ${index}</news:title></news:news></url>`)}</urlset>`,
  'feed.rss': () =>
    `<rss version="2.0"><channel><title>Sund Courier</title>${times(2000, (index) => `<item><title>Port stays open ${index}</title><link>${url(index)}</link><description><![CDATA[${paragraph.repeat(6)}]]></description></item>`)}</channel></rss>`,
  'feed.json': () =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: Array.from({ length: 2000 }, (_, index) => ({
        id: index,
        title: `Port ${index}`,
        content_html: paragraph.repeat(6),
      })),
    }),
  'list.opml': () =>
    `<opml version="2.0"><body>${times(50_000, (index) => `<outline text="${index}" xmlUrl="${url(index)}"/>`)}</body></opml>`,
  'item.xml': () =>
    `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${times(1000, (index) => `<newsItem guid="a${index}"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Port ${index}</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content>${paragraph.repeat(6)}</body.content></body></nitf></inlineXML></contentSet></newsItem>`)}</itemSet></newsMessage>`,
  'mail.eml': () =>
    `From: desk@courier.example\r\nSubject: Port\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${`${paragraph}\r\n`.repeat(12_000)}`,
  'page.html': () => `<html><body><article><h1>Port stays open</h1>${paragraph.repeat(14_000)}</article></body></html>`,
  'ampersands.html': () => `<html><body><p>${sentence}</p>${'&'.repeat(5_000_000)}</body></html>`,
  'tags.html': () => `<html><body>${'<p><b>'.repeat(90_000)}${paragraph}</body></html>`,
  'attributes.html': () =>
    `<html><body><p ${times(500_000, (index) => `a${index}=1 `)}>${sentence.repeat(20)}</p></body></html>`,
  'text.txt': () => `Port stays open\n\n${`${sentence.repeat(4)}\n\n`.repeat(14_000)}`,
  'ampersands.txt': () => '&'.repeat(5_000_000),
  'notes.md': () => `# Port stays open\n\n${`${sentence.repeat(4)} **${sentence}**\n\n`.repeat(11_000)}`,
  'rows.jsonl': () =>
    times(
      20_000,
      (index) => `${JSON.stringify({ title: `Port ${index}`, text: sentence.repeat(6), url: url(index) })}\n`,
    ),
  'rows.json': () =>
    `[${times(20_000, (index) => `${index === 0 ? '' : ','}${JSON.stringify({ title: `Port ${index}`, text: sentence.repeat(6) })}`)}]`,
  'rows.csv': () =>
    `title,text,url\n${times(20_000, (index) => `Port ${index},"${sentence.repeat(6)}",${url(index)}\n`)}`,
};

/** The names of the files that are measured. */
export const LARGE_FILES: readonly string[] = Object.keys(files);

const highest = (): number => process.resourceUsage().maxRSS / 1024;

const read = async (source: SourceLike): Promise<Pick<Measured, 'reports' | 'failures'>> => {
  let reports = 0;
  const failures: string[] = [];
  for await (const item of readReports(source)) {
    if (item.kind === 'report') reports += 1;
    else if (item.kind === 'failure') failures.push(item.error.code);
  }
  return { reports, failures };
};

const measure = async (path: string): Promise<Measured> => {
  const start = await open(path);
  const { buffer, bytesRead } = await start.read(Buffer.alloc(20_000), 0, 20_000, 0);
  await start.close();
  // What is loaded once, whatever is read, is no part of a file.
  await read({ name: basename(path), bytes: buffer.subarray(0, bytesRead) });
  const before = highest();
  const started = process.cpuUsage();
  const found = await read(path);
  const { user, system } = process.cpuUsage(started);
  return { ...found, seconds: (user + system) / 1_000_000, megabytes: highest() - before };
};

/** Measures one file in a process of its own. */
export const measureAlone = (name: string): Measured => {
  const folder = mkdtempSync(join(tmpdir(), 'large-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, files[name]?.() ?? '');
    const words = [fileURLToPath(import.meta.url), '--one', path];
    return JSON.parse(spawnSync(process.execPath, words, { encoding: 'utf8' }).stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const [first, ...others] = process.argv.slice(2);
if (first === '--one') console.log(JSON.stringify(await measure(others[0] ?? '')));
else if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of first === undefined ? LARGE_FILES : [first, ...others]) {
    const { reports, failures, seconds, megabytes } = measureAlone(name);
    console.log(
      `${name.padEnd(18)} ${String(reports).padStart(6)} reports ${failures.join(' ').padEnd(16)} ${seconds.toFixed(1).padStart(5)} s ${megabytes.toFixed(0).padStart(5)} MB`,
    );
  }
