import { type Fetcher, fetchItems, type ReportItem, type ReportOptions, readReports } from '../intake/index.ts';
import { type Engine, type Readout, readDocument } from '../readout/index.ts';
import { type Document, reasonOf } from '../text/index.ts';

/** What somebody hands in to be read: words in one of our formats, or an address to fetch. */
export type Posted =
  | { readonly kind: 'url'; readonly url: string }
  | {
      readonly kind: 'text' | 'html' | 'markdown';
      readonly name: string;
      readonly content: string;
      /** Where it was found, if it names no address itself. */
      readonly url: string | null;
    };

/** What comes of it, one after the other: how far the reading is, readouts, and what could not be read. */
export type ReadPostedItem =
  | { readonly kind: 'progress'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'readout'; readonly name: string; readonly readout: Readout }
  | { readonly kind: 'failure'; readonly name: string; readonly code: string; readonly message: string };

/** Reads what was handed in. Never throws. */
export type ReadPosted = (posted: Posted) => AsyncIterable<ReadPostedItem>;

/** What a reader of posts works with. */
export interface ReadPostedParts {
  readonly engine: () => Promise<Engine>;
  readonly fetcher: () => Promise<Pick<Fetcher, 'fetchReport'>>;
}

async function* itemsOf(posted: Posted, { fetcher }: ReadPostedParts): AsyncGenerator<ReportItem> {
  if (posted.kind === 'url') {
    yield* fetchItems(await fetcher(), posted.url);
    return;
  }
  const { name, content, kind: format, url } = posted;
  const options: ReportOptions = { format, url, charset: 'utf-8' };
  yield* readReports({ name, bytes: new TextEncoder().encode(content) }, options);
}

/** Reads one document, telling how many sentences have been read. */
async function* readOne(document: Document, name: string, engine: Engine): AsyncGenerator<ReadPostedItem> {
  const told: ReadPostedItem[] = [];
  let wake: () => void = () => undefined;
  const telling: Engine = {
    ...engine,
    reader: {
      read: (sentences, options) =>
        engine.reader.read(sentences, {
          ...options,
          progress: (done) => {
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
  while (!isDone) {
    if (told.length === 0)
      await new Promise<void>((done) => {
        wake = done;
      });
    yield* told.splice(0);
  }
  yield { kind: 'readout', name, readout: (await reading).readout };
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
        if (item.kind === 'failure') yield failureOf(item.name, item.error);
        if (item.kind === 'report') yield* readOne(item.document, item.name, await parts.engine());
      }
    } catch (error) {
      yield failureOf(name, error);
    }
  };
