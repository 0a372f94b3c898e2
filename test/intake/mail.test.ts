import { describe, expect, test } from 'vitest';
import { type ReportItem, readReports } from '../../src/intake/index.ts';

const itemsOf = async (text: string, name = 'alert.eml'): Promise<readonly ReportItem[]> => {
  const found: ReportItem[] = [];
  const bytes = Uint8Array.from(Buffer.from(text.replace(/\n/g, '\r\n'), 'latin1'));
  for await (const item of readReports({ name, bytes })) found.push(item);
  return found;
};

const header = (more = 'Content-Type: text/plain; charset=utf-8'): string =>
  `From: Norwire Desk <desk@norwire.example>\nTo: reader@example.org\nSubject: Fwd: Port of Sund stays open\nDate: Mon, 09 Mar 2026 10:15:00 +0100\nMessage-ID: <1@norwire.example>\nMIME-Version: 1.0\n${more}\n\n`;

const body =
  'The port of Sund will stay open through the spring, the harbour master said on Monday.\n\nFerries run as planned, and no ship has been turned away so far.\n';

describe('a mail that is a report', () => {
  test('the subject is its headline, the date keeps its offset', async () => {
    const [item] = await itemsOf(`${header()}${body}`);
    expect(item).toMatchObject({
      kind: 'report',
      name: 'alert.eml',
      document: {
        title: 'Port of Sund stays open',
        publisher: 'Norwire Desk',
        published: '2026-03-09T10:15:00+01:00',
        language: 'en',
        sources: { title: 'mail', published: 'mail', publisher: 'mail' },
      },
    });
    expect(item?.kind === 'report' && item.document.blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
    ]);
  });

  test('quoted-printable in an old encoding', async () => {
    const [item] = await itemsOf(
      `${header('Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable')}The caf=E9 in the harbour of Sund stays open for now, its owner said on Mon=\nday morning.\n`,
    );
    expect(item?.kind === 'report' && item.document.text).toContain(
      'The café in the harbour of Sund stays open for now, its owner said on Monday morning.',
    );
  });

  test('of two forms, HTML; a picture is not read, a page beside it is', async () => {
    const html = `<html><body><h1>Port stays open</h1><p>${body.replace('\n\n', '</p><p>')}</p></body></html>`;
    const page = `<html><body><h1>Fishing quota cut</h1><p>The fishing quota of Norland is cut by a tenth, the ministry said on Monday morning.</p></body></html>`;
    const items = await itemsOf(
      `${header('Content-Type: multipart/mixed; boundary=a')}--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nsee the other part\n--b\nContent-Type: text/html\n\n${html}\n--b--\n--a\nContent-Type: image/png\nContent-Disposition: attachment; filename=p.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--a\nContent-Type: text/html\nContent-Disposition: attachment; filename=quota.html\n\n${page}\n--a--\n`,
    );
    expect(items.map(({ kind, name }) => [kind, name])).toEqual([
      ['report', 'alert.eml'],
      ['report', 'alert.eml!/quota.html'],
    ]);
    expect(items.map((item) => item.kind === 'report' && item.document.title)).toEqual([
      'Port stays open',
      'Fishing quota cut',
    ]);
  });

  test('a page that a browser saved as a mail has its own address, and not the date of saving', async () => {
    const [item] = await itemsOf(
      `From: <Saved by Blink>\nSnapshot-Content-Location: https://norwire.example/port\nSubject: Port stays open\nDate: Tue, 10 Mar 2026 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=a\n\n--a\nContent-Type: text/html\nContent-Location: https://norwire.example/port\n\n<html><body><h1>Port stays open</h1><p>${body.replace('\n\n', '</p><p>')}</p></body></html>\n--a--\n`,
      'page.mhtml',
    );
    expect(item).toMatchObject({
      kind: 'report',
      document: { title: 'Port stays open', url: 'https://norwire.example/port', published: null },
    });
  });

  test('without text it is refused', async () => {
    const [item] = await itemsOf(header());
    expect(item).toMatchObject({ kind: 'failure', error: { code: 'no-text' } });
  });
});

describe('a mail that lists reports', () => {
  const row = (title: string, address: string, paper: string, start: string): string =>
    `<tr><td><a href="https://www.google.com/url?rct=j&amp;url=${encodeURIComponent(address)}&amp;ct=ga">${title}</a><div>${paper}</div><div>${start}</div><a href="https://x.example/flag">Flag as irrelevant</a></td></tr>`;
  const rows = [
    row(
      'Port of Sund stays open for now',
      'https://norwire.example/1',
      'Norwire',
      'The harbour master said on Monday that ferries run.',
    ),
    row(
      'Fishing quota cut by a tenth',
      'https://courier.example/2',
      'The Courier',
      'The ministry said that stocks had fallen.',
    ),
    row(
      'Bridge talks resume in Norland',
      'https://post.example/3',
      'Norland Post',
      'Envoys met for the first time since autumn.',
    ),
  ];

  test('in HTML: a report for each headline, behind the counter of clicks', async () => {
    const items = await itemsOf(
      `${header('Content-Type: text/html; charset=utf-8')}<html><body><table>${rows.join('')}</table><p><a href="https://x.example/u">Unsubscribe from this alert today</a></p></body></html>`,
    );
    expect(
      items.map((item) => item.kind === 'report' && [item.document.title, item.document.url, item.document.publisher]),
    ).toEqual([
      ['Port of Sund stays open for now', 'https://norwire.example/1', 'Norwire'],
      ['Fishing quota cut by a tenth', 'https://courier.example/2', 'The Courier'],
      ['Bridge talks resume in Norland', 'https://post.example/3', 'Norland Post'],
    ]);
    expect(items.every((item) => item.kind === 'report' && item.warnings[0]?.code === 'summary-only')).toBe(true);
  });

  test('in plain text', async () => {
    const entry = (title: string, address: string): string =>
      `${title}\nThe Courier\nIt was said on Monday that all is well.\n<${address}>\n`;
    const items = await itemsOf(
      `${header()}${[entry('Port of Sund stays open', 'https://a.example/1'), entry('Fishing quota is cut', 'https://a.example/2'), entry('Bridge talks resume soon', 'https://a.example/3')].join('\n')}`,
    );
    expect(items.map((item) => item.kind === 'report' && [item.document.title, item.document.url])).toEqual([
      ['Port of Sund stays open', 'https://a.example/1'],
      ['Fishing quota is cut', 'https://a.example/2'],
      ['Bridge talks resume soon', 'https://a.example/3'],
    ]);
  });

  test('a report with links under it is no list', async () => {
    const links = [
      'Port of Sund was shut in January',
      'Harbour master asks for more staff',
      'Ferries ran late in the winter',
    ].map((title, at) => `<p><a href="https://a.example/${at}">${title}</a></p>`);
    const items = await itemsOf(
      `${header('Content-Type: text/html')}<html><body><h1>Port stays open</h1>${`<p>${body.trim().replace('\n\n', '</p><p>')}</p>`.repeat(12)}${links.join('')}</body></html>`,
    );
    expect(items).toHaveLength(1);
  });
});

test('a text that only opens like a letter is a text', async () => {
  const [item] = await itemsOf(`Subject: Port stays open\nDate: 9 March 2026\n\n${body}`, 'note.txt');
  expect(item).toMatchObject({ kind: 'report', document: { publisher: null } });
});
