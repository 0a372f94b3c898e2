import { Problem } from '../problem.ts';

/** A host as headers write it, without its port: `[::1]:7400` → `::1`. */
const nameOf = (host: string): string =>
  host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();

/** Names that mean this machine itself. */
const own: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

/** Whether an address can be reached from this machine only. */
export const isLoopback = (host: string): boolean =>
  own.has(nameOf(host)) || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1';

const foreign = (message: string): Problem => new Problem(403, 'foreign-request', message);

/**
 * Refuses what a page from elsewhere makes a browser send here. A page may give its own name an address of this machine (DNS
 * rebinding): then the Host header is that name, and none of `names`. `names` null: every Host is taken, since tokens are asked for.
 */
export const checkOrigin = (
  host: string | undefined,
  origin: string | undefined,
  names: ReadonlySet<string> | null,
): void => {
  if (host === undefined) throw new Problem(400, 'bad-request', 'A request needs a Host header.');
  if (names !== null && !names.has(nameOf(host)))
    throw foreign(`This server is not called "${host.slice(0, 100)}"; use its own address.`);
  if (origin === undefined) return;
  const from = URL.canParse(origin) ? new URL(origin).host.toLowerCase() : null;
  if (from !== host.toLowerCase()) throw foreign('Pages of other sites may not ask this server.');
};

/** The names under which a server on a loopback address may be called. */
export const ownNames = (host: string, more: readonly string[]): ReadonlySet<string> =>
  new Set([...own, nameOf(host), ...more.map((name) => name.toLowerCase())]);
