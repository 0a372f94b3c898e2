import {
  type Fetcher,
  fetchItems,
  type ReportItem,
  type ReportOptions,
  readReports,
  rowItem,
} from '../intake/index.ts';
import { type Engine, type Readout, readDocument } from '../readout/index.ts';
import { type Document, documentId, reasonOf } from '../text/index.ts';
import type { Ledger } from './ledger.ts';
import { reportId } from './report-id.ts';

/** What somebody who hands in a text says of it that it may not say itself. */
export interface SaidOfText {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly byline?: string | undefined;
  /** A day or an instant (ISO 8601). */
  readonly published?: string | undefined;
}

/** What somebody hands in to be read: words in one of our formats, an address to fetch, or a file of any format that intake reads. */
export type Posted =
  | { readonly kind: 'url'; readonly url: string }
  | {
      readonly kind: 'text' | 'html' | 'markdown';
      readonly name: string;
      readonly content: string;
      /** Where it was found, if it names no address itself. */
      readonly url: string | null;
      /** Of plain text only; it stands before what the text says of itself. */
      readonly said?: SaidOfText | undefined;
    }
  | { readonly kind: 'file'; readonly name: string; readonly path: string };

/** What comes of it, one after the other: how far the reading is, readouts, what is known already, and what could not be read. */
export type ReadPostedItem =
  | { readonly kind: 'progress'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'readout'; readonly name: string; readonly readout: Readout }
  | { readonly kind: 'known'; readonly name: string; readonly id: string; readonly title: string | null }
  | { readonly kind: 'failure'; readonly name: string; readonly code: string; readonly message: string };

/** Reads what was handed in. Never throws. Whoever stops asking stops the reading at the next sentences. */
export type ReadPosted = (posted: Posted) => AsyncIterable<ReadPostedItem>;

/** What a reader of posts works with. */
export interface ReadPostedParts {
  readonly engine: () => Promise<Engine>;
  readonly fetcher: () => Promise<Pick<Fetcher, 'fetchReport'>>;
  /** What the engine has read before is passed over unread, where this is given. */
  readonly ledger?: Pick<Ledger, 'knows'> | undefined;
}

async function* itemsOf(posted: Posted, { fetcher }: ReadPostedParts): AsyncGenerator<ReportItem> {
  const { kind } = posted;
  if (kind === 'url') yield* fetchItems(await fetcher(), posted.url);
  else if (kind === 'file') yield* readReports({ name: posted.name, path: posted.path });
  else {
    const { name, content, url, said } = posted;
    const options: ReportOptions = { format: kind, url, charset: 'utf-8' };
    if (said !== undefined) yield rowItem({ ...said, text: content, ...(url !== null && { url }) }, name, options);
    else yield* readReports({ name, bytes: new TextEncoder().encode(content) }, options);
  }
}

/** Reads one document, telling how many sentences have been read. */
async function* readOne(document: Document, name: string, engine: Engine): AsyncGenerator<ReadPostedItem> {
  const told: ReadPostedItem[] = [];
  let wake: () => void = () => undefined;
  let isLeft = false;
  const telling: Engine = {
    ...engine,
    reader: {
      read: (sentences, options) =>
        engine.reader.read(sentences, {
          ...options,
          progress: (done) => {
            // Nobody waits for the rest.
            if (isLeft) throw new Error('The reading was stopped');
            told.push({ kind: 'progress', name, done, total: sentences.length });
            wake();
          },
        }),
    },
  };
  let isDone = false;
  const reading = readDocument(document, telling, { asOf: null }).finally(() => {
    isDone = true;
    wake();
  });
  // What goes wrong is thrown where the reading is awaited.
  reading.catch(() => undefined);
  try {
    while (!isDone) {
      if (told.length === 0)
        await new Promise<void>((done) => {
          wake = done;
        });
      yield* told.splice(0);
    }
    yield { kind: 'readout', name, readout: (await reading).readout };
  } finally {
    isLeft = true;
  }
}

/** Reads a document, unless the ledger has what this engine reads in it. */
async function* readNew(
  document: Document,
  name: string,
  { engine: open, ledger }: ReadPostedParts,
): AsyncGenerator<ReadPostedItem> {
  const engine = await open();
  if (await ledger?.knows(document, engine.info)) {
    const id = reportId({ document: { ...document, id: documentId(document.text) } });
    yield { kind: 'known', name, id, title: document.title };
  } else yield* readOne(document, name, engine);
}

const failureOf = (name: string, error: unknown): ReadPostedItem => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'internal-error';
  return { kind: 'failure', name, code, message: reasonOf(error) };
};

/** A reader of posts with an engine and a fetcher, opened when they are first needed. */
export const readPostedWith = (parts: ReadPostedParts): ReadPosted =>
  async function* (posted) {
    const name = posted.kind === 'url' ? posted.url : posted.name;
    try {
      for await (const item of itemsOf(posted, parts)) {
        try {
          if (item.kind === 'failure') yield failureOf(item.name, item.error);
          if (item.kind === 'report') yield* readNew(item.document, item.name, parts);
        } catch (error) {
          // One report that cannot be read stops none of the others in its file.
          yield failureOf(item.name, error);
        }
      }
    } catch (error) {
      yield failureOf(name, error);
    }
  };
