import { createHash, randomUUID } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { ReadoutError } from '../error.ts';
import type { FetchedReport } from './fetcher.ts';
import type { Link } from './find-links.ts';
import { isBefore } from './since.ts';

/** What the index of a folder is called: an ending that no reader of folders takes for a report. */
export const INDEX = 'readout.index';

const lineSchema = z.object({
  url: z.string(),
  finalUrl: z.string().optional(),
  time: z.string(),
  file: z.string().nullable(),
  status: z.number().optional(),
  hash: z.string().optional(),
  contentType: z.string().nullish(),
  charset: z.string().nullish(),
  etag: z.string().nullish(),
  lastModified: z.string().nullish(),
  title: z.string().nullish(),
  published: z.string().nullish(),
  updated: z.string().nullish(),
  list: z.string().optional(),
});

/** One line of the index: a page that was saved, or one that is gone (`status`, no file). */
export type SavedPage = z.infer<typeof lineSchema>;

/** A line that a stopped process left half written counts as none: its page is fetched again. */
const lineOf = (line: string): SavedPage | null => {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
};

const readIndex = async (folder: string): Promise<readonly SavedPage[]> => {
  let text: string;
  try {
    text = await readFile(join(folder, INDEX), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return text.split('\n').flatMap((line) => lineOf(line) ?? []);
};

const endings: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'md',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'message/rfc822': 'eml',
};

const endingOf = ({ contentType, finalUrl }: FetchedReport): string => {
  const known = endings[contentType ?? ''];
  if (known !== undefined) return known;
  const written = /\.([a-z\d]{1,8})$/i.exec(new URL(finalUrl).pathname)?.[1]?.toLowerCase();
  return contentType === null || contentType === 'application/octet-stream' ? (written ?? 'html') : (written ?? 'bin');
};

/** "https://paper.example/2026/Talks%20agreed.html" → talks-agreed */
const slugOf = (url: string): string => {
  const last = new URL(url).pathname.split('/').findLast((part) => /[a-z]/i.test(part)) ?? 'page';
  return (
    last
      .replace(/\.[a-z\d]{1,5}$/i, '')
      .toLowerCase()
      .replace(/%[0-9a-f]{2}|[^a-z\d]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || 'page'
  );
};

/** A name that tells the day and the report, and that no other address has. */
const fileNameOf = (report: FetchedReport, link: Link): string => {
  const day = /^\d{4}-\d\d-\d\d/.exec(link.published ?? '')?.[0] ?? report.time.slice(0, 10);
  const mark = createHash('sha256').update(link.url).digest('hex').slice(0, 8);
  return `${day}-${slugOf(link.url)}-${mark}.${endingOf(report)}`;
};

const cannotWrite = (folder: string, error: unknown): ReadoutError =>
  new ReadoutError(
    'unwritable-folder',
    `${folder} cannot be written (${error instanceof Error ? error.message : String(error)}); name another folder with --out.`,
    { folder },
    { cause: error },
  );

/** A folder of saved pages with its index, to which a line is added for each page, so that a run that is stopped goes on where it was. */
export class PageFolder {
  readonly #folder: string;
  readonly #pages: Map<string, SavedPage>;

  private constructor(folder: string, pages: readonly SavedPage[]) {
    this.#folder = folder;
    this.#pages = new Map(pages.map((page) => [page.url, page]));
  }

  /** Opens a folder, which is made if it is not there. Throws a `ReadoutError` if it cannot be. */
  static async open(folder: string): Promise<PageFolder> {
    try {
      await mkdir(folder, { recursive: true });
      return new PageFolder(folder, await readIndex(folder));
    } catch (error) {
      throw cannotWrite(folder, error);
    }
  }

  /** Whether a link has been saved, or is gone for good. */
  has({ url }: Link): boolean {
    return this.#pages.has(url);
  }

  /** Whether its list says that a link has changed since it was fetched. */
  hasChanged({ url, updated }: Link): boolean {
    const page = this.#pages.get(url);
    return page !== undefined && updated !== null && updated !== page.updated && !isBefore(updated, page.time);
  }

  /** Saves a page and its line; returns the path of its file. */
  async save(report: FetchedReport, link: Link): Promise<string> {
    const file = fileNameOf(report, link);
    const path = join(this.#folder, file);
    const draft = join(this.#folder, `.${randomUUID()}.draft`);
    const { finalUrl, time, hash, contentType, charset, etag, lastModified } = report;
    const { url, title, published, updated, list } = link;
    try {
      await writeFile(draft, report.bytes);
      await rename(draft, path);
      await this.#add({
        ...{ url, finalUrl, time, file, hash, contentType, charset, etag, lastModified },
        ...{ title, published, updated, list },
      });
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw cannotWrite(this.#folder, error);
    }
    return path;
  }

  /** Notes that a page is gone, so that it is not asked for again. */
  async markGone({ url, updated, list }: Link, status: number, time: string): Promise<void> {
    await this.#add({ url, time, file: null, status, updated, list });
  }

  async #add(page: SavedPage): Promise<void> {
    await appendFile(join(this.#folder, INDEX), `${JSON.stringify(page)}\n`);
    this.#pages.set(page.url, page);
  }
}

/** What the servers of saved pages said of them, for reading them as files later; each folder's index is read once. */
export class SavedPages {
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, SavedPage>>>();

  /** The address and encoding of a saved file; nothing for any other. */
  async known(path: string): Promise<{ readonly url?: string; readonly charset?: string | null }> {
    const folder = dirname(path);
    const pages = this.#folders.get(folder) ?? this.#read(folder);
    this.#folders.set(folder, pages);
    const page = (await pages).get(basename(path));
    return page === undefined ? {} : { url: page.finalUrl ?? page.url, charset: page.charset ?? null };
  }

  async #read(folder: string): Promise<ReadonlyMap<string, SavedPage>> {
    const pages = await readIndex(folder).catch(() => []);
    return new Map(pages.flatMap((page) => (page.file === null ? [] : [[page.file, page] as const])));
  }
}
