/** Words on a page, from the lower left corner in points; set in Courier, whose letters are all 0.6 of its size wide. */
export interface PdfWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly isTurned?: boolean;
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');
const shown = ({ text, x, y, size = 10, isTurned = false }: PdfWords): string =>
  `BT /F1 ${size} Tf ${isTurned ? '0 1 -1 0' : '1 0 0 1'} ${x} ${y} Tm (${escaped(text)}) Tj ET`;

/** A PDF of A4 pages with the given words on them. */
export const madePdf = (pages: readonly (readonly PdfWords[])[], title = ''): Buffer => {
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escaped(title)}) >>`,
    ...pages.flatMap((words, index) => {
      const content = words.map(shown).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const start = file.length;
  const table = ['0000000000 65535 f ', ...offsets.map((offset) => `${offset} 00000 n `)].join('\n');
  file += `xref\n0 ${objects.length + 1}\n${table}\ntrailer << /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};

/** Lines of a column below each other. */
export const column = (texts: readonly string[], x: number, top: number, size = 10): readonly PdfWords[] =>
  texts.map((text, index) => ({
    text: text.trimStart(),
    x: text.startsWith(' ') ? x + 2 * size : x,
    y: top - index * size * 1.3,
    size,
  }));
