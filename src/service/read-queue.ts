import type { Readout } from '../readout/index.ts';
import { openQueue, type ReadQueue, type Store } from '../store/index.ts';
import { type Document, documentId, ReadoutError, reasonOf } from '../text/index.ts';
import type { Ledger } from './ledger.ts';

/** Opens the queue of a ledger on a server. */
export const openReadQueue = ({
  url,
  store,
  warn,
}: {
  readonly url: string;
  readonly store: Store;
  readonly warn: (error: Error) => void;
}): Promise<ReadQueue> => openQueue({ url, database: store.database, warn });

/** Puts a report in the queue of those that wait to be read. False where it waits already. */
export const queueReport = (queue: ReadQueue, name: string, document: Document): Promise<boolean> => {
  const json = JSON.stringify(document);
  return queue.put({ id: documentId(json), name, document: json });
};

/** What a worker did with a report. */
export interface Worked {
  readonly name: string;
  readonly outcome: 'added' | 'read again' | 'known' | 'failed';
}

/**
 * Reads the reports of a queue and takes them into the ledger, until the queue is stopped. A report that cannot be read is kept
 * among the failures; where the ledger cannot be written, the report goes back into the queue.
 */
export const workOn = (
  queue: ReadQueue,
  ledger: Pick<Ledger, 'add' | 'fail'>,
  read: (document: Document) => Promise<Readout>,
  done: (worked: Worked) => void = () => {},
): Promise<void> =>
  queue.work(async ({ name, document }) => {
    let readout: Readout;
    try {
      readout = await read(JSON.parse(document));
    } catch (error) {
      await ledger.fail(name, error instanceof ReadoutError ? error.code : 'unreadable', reasonOf(error));
      done({ name, outcome: 'failed' });
      return;
    }
    const { outcome } = await ledger.add(name, readout);
    done({ name, outcome });
  });
