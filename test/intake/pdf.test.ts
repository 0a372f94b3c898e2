import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/text/index.ts';
import { column, madePdf, type PdfWords } from '../support/made-pdf.ts';
import { readItems } from '../support/read-items.ts';

const read = async (...pages: readonly (readonly PdfWords[])[]) => readItems({ name: 'a.pdf', bytes: madePdf(pages) });
const documentOf = async (...pages: readonly (readonly PdfWords[])[]): Promise<Document> => {
  const [item] = await read(...pages);
  if (item?.kind !== 'report') throw new Error(JSON.stringify(item));
  return item.document;
};
const blocksOf = ({ text, blocks }: Document): string[] =>
  blocks.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`);

const headline: PdfWords = { text: 'Port of Nordhavn stays open', x: 60, y: 780, size: 22 };
const left = [
  'The harbour master of Nordhavn said',
  'on Monday that the quay would stay',
  'open all winter.',
  ' Ada Berg, the foreign minister, was',
  'glad of it and said so to reporters',
];
const right = [
  'in the town hall after the meeting.',
  ' The two sides have not agreed on who',
  'is to pay for the bridge, which has',
  'been under construction for a year.',
  ' A spokesman declined to comment.',
];
const paragraphs = [
  'The harbour master of Nordhavn said on Monday that the quay would stay open all winter.',
  'Ada Berg, the foreign minister, was glad of it and said so to reporters in the town hall after the meeting.',
  'The two sides have not agreed on who is to pay for the bridge, which has been under construction for a year.',
  'A spokesman declined to comment.',
];

describe('the text of a PDF', () => {
  test.each([
    ['column after column', [headline, ...column(left, 60, 740), ...column(right, 310, 740)]],
    [
      'row after row',
      [
        headline,
        ...left.flatMap((_, row) =>
          [...column(left, 60, 740), ...column(right, 310, 740)].filter((__, index) => index % 5 === row),
        ),
      ],
    ],
    ['backwards', [headline, ...column(left, 60, 740), ...column(right, 310, 740)].toReversed()],
  ])('is in reading order when columns were drawn %s', async (_, words) => {
    expect(blocksOf(await documentOf(words))).toEqual([
      'heading: Port of Nordhavn stays open',
      ...paragraphs.map((text) => `paragraph: ${text}`),
    ]);
  });

  test('goes on over pages, without their heads, feet and numbers', async () => {
    const frame = (page: number): readonly PdfWords[] => [
      { text: 'THE NORLAND COURIER', x: 60, y: 815, size: 8 },
      { text: 'https://courier.example/quay', x: 60, y: 20, size: 8 },
      { text: `${page}/2`, x: 500, y: 20, size: 8 },
    ];
    const document = await documentOf(
      [...frame(1), headline, ...column(left, 60, 740)],
      [...frame(2), ...column(right, 60, 740)],
    );
    expect(blocksOf(document).slice(1)).toEqual(paragraphs.map((text) => `paragraph: ${text}`));
    expect(document).toMatchObject({ title: 'Port of Nordhavn stays open', url: 'https://courier.example/quay' });
  });

  test('has its words whole that a line cut, and keeps hyphens that belong', async () => {
    const lines = [
      'The nego-',
      'tiations on the cease-',
      'fire began after the cease-fire talks of the harbour master and the for-',
      'eign minister, who were glad that the pre-',
      'War agreement held for so long and in so many places of the coast here.',
    ];
    expect((await documentOf([headline, ...column(lines, 60, 740)])).text).toContain(
      'The negotiations on the cease-fire began after the cease-fire talks of the harbour master and the foreign minister, who were glad that the pre- War agreement',
    );
  });

  test('has its headings by size, and who signed it and when', async () => {
    const document = await documentOf([
      { text: 'Port of Nordhavn', x: 60, y: 780, size: 22 },
      { text: 'stays open all winter', x: 60, y: 752, size: 22 },
      { text: 'By Jane Doe', x: 60, y: 720, size: 8 },
      { text: 'March 2, 2026', x: 60, y: 709, size: 8 },
      ...column(left, 60, 680),
      { text: 'What happens next', x: 60, y: 590, size: 13 },
      ...column(right, 60, 560),
    ]);
    expect(document).toMatchObject({
      title: 'Port of Nordhavn stays open all winter',
      byline: ['Jane Doe'],
      published: '2026-03-02',
    });
    expect(blocksOf(document)).toContain('heading: What happens next');
  });

  test('does not hold what is turned, such as a mark across the page', async () => {
    const mark = { text: 'CONFIDENTIAL', x: 300, y: 300, size: 40, isTurned: true };
    expect((await documentOf([headline, mark, ...column(left, 60, 740)])).text).not.toContain('CONFIDENTIAL');
  });
});

describe('a PDF that is refused', () => {
  test.each([
    ['a scan', madePdf([[], []]), 'no-text-layer', 'ocrmypdf'],
    ['a scan with a stamp', madePdf([[{ text: 'Page 1', x: 20, y: 20 }]]), 'no-text-layer', 'recognized'],
    ['damaged', Buffer.from('%PDF-1.7\nnothing that a PDF holds\n'), 'damaged-input', 'print it to a new PDF'],
    [
      'cut before its words',
      madePdf([[headline, ...column(left, 60, 740)]]).subarray(0, 200),
      'damaged-input',
      'cannot be read',
    ],
  ])('because it is %s', async (_, bytes, code, words) => {
    const [item] = await readItems({ name: 'a.pdf', bytes });
    expect(item).toMatchObject({ kind: 'failure', error: { code, message: expect.stringContaining(words) } });
  });

  test('but one with scans among its pages is read, with a warning', async () => {
    expect(await read([headline, ...column(left, 60, 740)], [], [])).toMatchObject([
      { kind: 'report', warnings: [{ code: 'pages-without-text' }] },
    ]);
  });
});
