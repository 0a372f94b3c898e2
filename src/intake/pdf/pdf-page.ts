import { getResolvedPDFJS } from 'unpdf';
import { ReadoutError } from '../error.ts';

/** A run of letters on a page of a PDF: where it stands, in points from the lower left, and how large it is. */
export interface PdfRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that its letters stand on. */
  readonly base: number;
  readonly size: number;
}

/** A page of a PDF, with the runs that stand upright on it. */
export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly bottom: number;
  readonly runs: readonly PdfRun[];
}

/** Pages beyond this are no report. */
const MOST_PAGES = 500;
/** Runs beyond this on one page are a drawing. */
const MOST_RUNS = 20_000;

type Loading = ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>;
type Opened = Awaited<Loading['promise']>;
type Page = Awaited<ReturnType<Opened['getPage']>>;
type Content = Awaited<ReturnType<Page['getTextContent']>>['items'][number];

const refusal = (name: string, error: unknown): ReadoutError => {
  const kind = error instanceof Error ? error.name : '';
  if (kind === 'PasswordException')
    return new ReadoutError('encrypted-input', `${name} is locked with a password; save it without one.`, { name });
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? kind) : String(error);
  return new ReadoutError(
    'damaged-input',
    `${name} is a PDF that cannot be read (${reason}); open it in a viewer and print it to a new PDF.`,
    { name, reason },
  );
};

const toRun = (item: Content): PdfRun | null => {
  if (!('str' in item) || item.str.trim() === '') return null;
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
  // What is turned is a mark across the page or the edge of a picture.
  if (Math.abs(b) > Math.abs(a) * 0.1 || Math.abs(c) > Math.abs(d) * 0.1) return null;
  const run = { text: item.str, left: x, right: x + item.width, base: y, size: Math.abs(d) };
  return [run.left, run.right, run.base, run.size].every(Number.isFinite) && run.size > 0 ? run : null;
};

const readPage = async (pdf: Opened, number: number): Promise<PdfPage> => {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent({ disableNormalization: false });
  page.cleanup();
  const runs = items
    .slice(0, MOST_RUNS)
    .map(toRun)
    .filter((run) => run !== null);
  // Letters outside the page are not seen by anybody.
  const seen = runs.filter(
    (run) => run.left >= left - 1 && run.left <= right && run.base >= bottom - 1 && run.base <= top,
  );
  return { number, width: right - left, height: top - bottom, bottom, runs: seen };
};

/** What a PDF holds: its pages, and the title that its author gave it. */
export interface Pdf {
  readonly title: string | null;
  readonly pages: readonly PdfPage[];
}

const titleOf = async (pdf: Opened): Promise<string | null> => {
  const { info } = (await pdf.getMetadata()) as { readonly info?: { readonly Title?: unknown } };
  return typeof info?.Title === 'string' && info.Title.trim() !== '' ? info.Title.trim() : null;
};

/** Reads the pages of a PDF (ISO 32000) with pdf.js. No script, font or picture in it is used. Throws a `ReadoutError` that names `name`. */
export const readPdfPages = async (bytes: Uint8Array, name: string): Promise<Pdf> => {
  const { getDocument } = await getResolvedPDFJS();
  // pdf.js takes the bytes it is given away from their owner.
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
  });
  try {
    const pdf = await loading.promise;
    const pages: PdfPage[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1)
      pages.push(await readPage(pdf, number));
    return { title: await titleOf(pdf).catch(() => null), pages };
  } catch (error) {
    throw refusal(name, error);
  } finally {
    await loading.destroy().catch(() => {});
  }
};
