import { isIP, Socket } from 'node:net';
import { afterEach, expect } from 'vitest';

/**
 * Tests reach no network: a connection to anything but this machine fails and fails the test that tried it.
 * A host whose addresses the test looks up by a function of its own is let through if they are all of this machine.
 */
export const refused: string[] = [];
const connect = Socket.prototype.connect;
const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '::1', ''].includes(host);
const message = (host: string): string => `Tests may not reach the network (${host})`;

const optionsOf = (args: readonly unknown[]): object | null => {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  return typeof first === 'object' ? first : null;
};

const hostOf = (args: readonly unknown[]): string => {
  const options = optionsOf(args);
  if (options === null) return typeof args[1] === 'string' ? args[1] : '';
  return 'host' in options && typeof options.host === 'string' ? options.host : '';
};

type Found = string | { readonly address: string }[];
type Done = (error: Error | null, found: Found, family?: number) => void;
type Lookup = (host: string, options: object, done: Done) => void;

/** A lookup that refuses every address but those of this machine. */
const localLookup =
  (lookup: Lookup): Lookup =>
  (host, options, done) =>
    lookup(host, options, (error, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address);
      const elsewhere = error === null ? addresses.find((address) => !isLocal(address)) : undefined;
      if (elsewhere === undefined) return done(error, found, family);
      refused.push(elsewhere);
      done(new Error(message(elsewhere)), '', 0);
    });

/** Puts the lookup that is refused elsewhere in the place of the test's own; false where it has none. */
const guardLookup = (options: object | null, host: string): boolean => {
  if (isIP(host) !== 0 || options === null || !('lookup' in options) || typeof options.lookup !== 'function')
    return false;
  options.lookup = localLookup(options.lookup as Lookup);
  return true;
};

Socket.prototype.connect = function guarded(this: Socket, ...args: never[]): Socket {
  const host = hostOf(args);
  if (isLocal(host) || guardLookup(optionsOf(args), host)) return Reflect.apply(connect, this, args) as Socket;
  refused.push(host);
  throw new Error(message(host));
} as typeof connect;

afterEach(() => {
  expect(refused.splice(0), 'hosts that the test tried to reach').toEqual([]);
});
