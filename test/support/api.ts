import { connectLedger, makeToken, type Served, type ServeOptions, serveLedger } from '../../src/api/index.ts';
import type { Ledger } from '../../src/service/index.ts';
import { openTestLedger, type TestLedger } from './ledger.ts';
import { madeReadout } from './made-reading.ts';

/** A served ledger of a test. */
export interface TestApi extends TestLedger {
  readonly served: Served;
  readonly remote: Ledger;
  /** Faults of the program that requests met with. */
  readonly faults: unknown[];
  /** Asks a path below the server's address. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly json: (path: string, init?: RequestInit) => Promise<Record<string, unknown>>;
}

/** Serves a ledger with the made report in it, or an empty one. */
export const serveTestLedger = async (
  options: Partial<ServeOptions> = {},
  isFilled = true,
  now?: () => Date,
): Promise<TestApi> => {
  const opened = await openTestLedger(now);
  if (isFilled) await opened.ledger.add('made.txt', madeReadout);
  const faults: unknown[] = [];
  const served = await serveLedger({
    ledger: opened.ledger,
    host: '127.0.0.1',
    port: 0,
    version: '0.0.0',
    read: null,
    audit: null,
    report: (error) => faults.push(error),
    ...options,
  });
  // Every address of this machine is this one too.
  const url = served.url.replace('0.0.0.0', '127.0.0.1');
  const needsToken = options.host !== undefined;
  const token = needsToken ? (await makeToken(opened.ledger, 'admin', 'test', new Date())).token : null;
  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(`${url}${path}`, init);
  return {
    ...opened,
    served,
    faults,
    ask,
    json: async (path, init) => (await ask(path, init)).json() as Promise<Record<string, unknown>>,
    remote: await connectLedger(url, token),
    done: async () => {
      await served.close();
      await opened.done();
    },
  };
};

/** A request with a body of JSON. */
export const sending = (
  method: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
});
