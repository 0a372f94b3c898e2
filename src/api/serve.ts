import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import {
  deliveryBook,
  type LocalLedger,
  type LookForNew,
  openPoster,
  type Poster,
  type ReadPosted,
} from '../service/index.ts';
import { type AppParts, createApp } from './app.ts';
import type { AppContext } from './endpoint.ts';
import { Access } from './guard/access.ts';
import { openAudit } from './guard/audit.ts';
import { withHeaders } from './guard/headers.ts';
import { type Rate, RateLimit } from './guard/rate-limit.ts';
import { isLoopback, ownNames } from './guard/same-origin.ts';
import { Hooks } from './hooks/hooks.ts';
import { Adds } from './live/add.ts';
import { Hub } from './live/hub.ts';
import { Spool } from './live/spool.ts';
import { Watches } from './live/watches.ts';
import { Problem, toBody, toResponse } from './problem.ts';
import type { CodebookInUse } from './routes/about.ts';
import type { WebFiles } from './web-app.ts';

/** What is served, and where. */
export interface ServeOptions {
  readonly ledger: LocalLedger;
  /** An address of this machine; on a loopback address no token is needed. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly version: string;
  /** Reads what is handed in; null: nothing can be handed in. */
  readonly read: ReadPosted | null;
  /** Looks through lists that are watched; without it none is. */
  readonly look?: LookForNew | null;
  /** What the codebook in use holds; opened when somebody asks. */
  readonly codebook?: () => Promise<CodebookInUse>;
  /** The file of the audit log; null: it is kept until the end only. */
  readonly audit: string | null;
  /** More names that this server is called by, behind a proxy for example. */
  readonly names?: readonly string[];
  /** Hosts that webhooks may reach although their addresses are not public. */
  readonly allowHosts?: readonly string[];
  /** The files of the browser app, where it is to be served too. */
  readonly web?: WebFiles | null;
  readonly rate?: Rate;
  readonly patience?: number;
  readonly now?: () => Date;
  /** Waits between tries of webhooks; only tests give another. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly poster?: () => Promise<Pick<Poster, 'post' | 'close'>>;
  /** For how long, in milliseconds, a server that says nothing is taken to be there; only tests give another. */
  readonly lease?: number;
  /** Is told of faults of the program itself. */
  readonly report: (error: unknown) => void;
}

/** A server that runs. */
export interface Served {
  readonly url: string;
  /** Since when nobody is connected, in milliseconds of the epoch; null while somebody is. */
  readonly quietSince: () => number | null;
  /** Ends what is open and what is being done, in a few seconds at most. The ledger stays open. */
  readonly close: () => Promise<void>;
  readonly hooks: Hooks;
  readonly adds: Adds | null;
  readonly watches: Watches | null;
}

const RATE: Rate = { burst: 300, perSecond: 20 };
const PATIENCE = 60_000;
/** How long requests may go on when the server is to end, in milliseconds. */
const GRACE = 5000;
/** A server that said nothing for so long sends no webhooks any more: others do. */
const LEASE = 60_000;

const addressOf = (context: AppContext): string =>
  (context.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress ?? 'unknown';

const quietSleep = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await delay(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
};

/** How often it is seen whether a list is due, in milliseconds. */
const DUE = 15_000;

const watchesOf = (
  { ledger, look, report, now = () => new Date() }: ServeOptions,
  adds: Adds | null,
): Watches | null => {
  if (adds === null || look === undefined || look === null) return null;
  const watches = new Watches({ ledger, adds, look, now, report });
  watches.start(DUE);
  return watches;
};

const partsOf = async (options: ServeOptions): Promise<AppParts> => {
  const { ledger, host, version, read, report, now = () => new Date(), sleep = quietSleep } = options;
  const hub = new Hub(ledger);
  const isOpen = isLoopback(host);
  const clock = (): number => now().getTime();
  const poster = options.poster ?? (() => openPoster({ version, allowHosts: options.allowHosts ?? [] }));
  const lease = options.lease ?? LEASE;
  const book = deliveryBook(ledger.store, { owner: randomUUID(), lease, now });
  const hooks = new Hooks({ ledger, hub, poster, now, sleep, random: Math.random, report, book, beat: lease / 3 });
  await hooks.start();
  const adds = read === null ? null : new Adds(ledger, read, now);
  return {
    ledger,
    hub,
    hooks,
    adds,
    watches: watchesOf(options, adds),
    spool: new Spool(),
    codebook: async () => (await options.codebook?.()) ?? null,
    access: new Access(ledger, isOpen, clock),
    audit: await openAudit(options.audit),
    limit: new RateLimit(options.rate ?? RATE, clock),
    names: isOpen ? ownNames(host, options.names ?? []) : null,
    version,
    web: options.web ?? null,
    now,
    report,
    patience: options.patience ?? PATIENCE,
    addressOf,
  };
};

/** What cannot be read as HTTP is refused in the same shape as all else. */
const refuseBroken = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const isLong = error.code === 'HPE_HEADER_OVERFLOW';
  const message = isLong ? 'The address and the headers are too long.' : 'This is no HTTP that can be understood.';
  const body = JSON.stringify(toBody(new Problem(400, 'bad-request', message)));
  const { headers } = withHeaders(new Response(null, { headers: { 'content-type': 'application/json' } }));
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const status = isLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\n${lines}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
};

const listening = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((done, refuse) => {
    server.once('error', refuse);
    server.listen(port, host, () => done((server.address() as AddressInfo).port));
  });

/** Tells since when no connection to a server is open: since it was begun, or since the last one ended. */
const quietOn = (server: Server, clock: () => number): (() => number | null) => {
  let open = 0;
  let since = clock();
  server.on('connection', (socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
      since = clock();
    });
  });
  return () => (open > 0 ? null : since);
};

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  });

/** Serves a ledger's API. Throws where the port is taken. */
export const serveLedger = async (options: ServeOptions): Promise<Served> => {
  const parts = await partsOf(options);
  const app = createApp(parts);
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => withHeaders(toResponse(new Problem(400, 'bad-request', 'This request cannot be understood.'))),
  });
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 20_000 }, (request, response) => {
    void listener(request, response);
  });
  server.on('clientError', (error, socket) => refuseBroken(error, socket as Socket));
  const { now = () => new Date() } = options;
  const quietSince = quietOn(server, () => now().getTime());
  const close = async (): Promise<void> => {
    parts.watches?.close();
    parts.hub.close();
    await closed(server);
    await parts.spool.close();
    await parts.hooks.close();
  };
  const port = await listening(server, options.host, options.port).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const shown = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${shown}:${port}`,
    hooks: parts.hooks,
    adds: parts.adds,
    watches: parts.watches,
    quietSince,
    close,
  };
};
