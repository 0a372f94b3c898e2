import type { PdfPage } from './pdf-page.ts';
import type { PdfLine } from './reading-order.ts';

/** The share of a page's height, at its top and at its foot, in which running heads stand. */
const EDGE = 0.12;

const pageNumber = /^(?:(?:page|p\.)\s*)?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i;
const address = /https?:\/\/[^\s]+/;

/** Lines of the same words stand for each other, whatever number is in them. */
const keyOf = ({ text, base }: PdfLine): string => `${text.replace(/\d+/g, '#')} ${Math.round(base / 4)}`;

const isAtEdge = ({ base }: PdfLine, { bottom, height }: PdfPage): boolean =>
  base - bottom < height * EDGE || base - bottom > height * (1 - EDGE);

/** What a PDF says without its running heads and feet, and the address that they told. */
export interface WithoutRunning {
  readonly lines: readonly PdfLine[];
  readonly url: string | null;
}

/** Takes out what repeats at the edges of pages, and the numbers of pages: a browser prints the page's address there. */
export const withoutRunning = (lines: readonly PdfLine[], pages: readonly PdfPage[]): WithoutRunning => {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  const seen = new Map<string, Set<number>>();
  const atEdge = lines.filter((line) => {
    const page = byNumber.get(line.page);
    return page !== undefined && isAtEdge(line, page);
  });
  for (const line of atEdge) seen.set(keyOf(line), (seen.get(keyOf(line)) ?? new Set()).add(line.page));
  const isRepeated = (line: PdfLine): boolean => (seen.get(keyOf(line))?.size ?? 0) > 1;
  // "https://news.example/a 1/3" alone at the foot of its only page is what a browser prints too.
  const isPrinted = ({ text }: PdfLine): boolean => pageNumber.test(text.replace(address, '').trim() || '1');
  const running = new Set(atEdge.filter((line) => isRepeated(line) || isPrinted(line)));
  const found = [...running].map(({ text }) => address.exec(text)?.[0]).find((url) => url !== undefined);
  return { lines: lines.filter((line) => !running.has(line)), url: found ?? null };
};
