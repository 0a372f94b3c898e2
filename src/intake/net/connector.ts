import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { whyNotPublic } from './address.ts';
import { plainHost, refusedAddress } from './target.ts';
import type { FoundAddress, World } from './world.ts';

/** A lookup that refuses a host if any of its addresses is not public; a socket connects to no others than it returns. */
export const checkedLookup =
  (lookup: World['lookup'], allowed: ReadonlySet<string>) =>
  async (host: string): Promise<readonly FoundAddress[]> => {
    const found = await lookup(host);
    if (allowed.has(plainHost(host))) return found;
    for (const { address } of found) {
      const why = whyNotPublic(address);
      if (why !== null) throw refusedAddress(host, plainHost(host), address, why);
    }
    return found;
  };

/** What Node's sockets call; an error goes to the request that waits for the connection. */
const lookupFunction =
  (find: (host: string) => Promise<readonly FoundAddress[]>): LookupFunction =>
  (host, options, done) => {
    find(host).then(
      (found) => {
        const [first] = found;
        if (first === undefined) done(Object.assign(new Error(`no address of ${host}`), { code: 'ENOTFOUND' }), '', 0);
        else if (options.all === true) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      (error) => done(error, '', 0),
    );
  };

/**
 * A connector for undici that reaches public addresses only, and hosts in `allowed`. DNS is asked once for each connection,
 * and its answer is checked before it is used, so a name cannot change its address in between (DNS rebinding).
 */
export const guardedConnector = (
  lookup: World['lookup'],
  allowed: ReadonlySet<string>,
  timeout: number,
): buildConnector.connector => {
  const connect = buildConnector({ timeout, lookup: lookupFunction(checkedLookup(lookup, allowed)) });
  return (options, done) => {
    const host = plainHost(options.hostname);
    // An address needs no lookup, so the guard above would never see it.
    const why = isIP(host) === 0 || allowed.has(host) ? null : whyNotPublic(host);
    if (why === null) connect(options, done);
    else done(refusedAddress(host, host, host, why), null);
  };
};
