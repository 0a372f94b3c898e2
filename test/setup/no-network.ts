import { Socket } from 'node:net';
import { afterEach, expect } from 'vitest';

/** Tests reach no network: a connection to anything but this machine fails and fails the test that tried it. */
export const refused: string[] = [];
const connect = Socket.prototype.connect;
const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '::1', ''].includes(host);

const hostOf = (args: readonly unknown[]): string => {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first !== 'object' || first === null) return typeof args[1] === 'string' ? args[1] : '';
  return 'host' in first && typeof first.host === 'string' ? first.host : '';
};

Socket.prototype.connect = function guarded(this: Socket, ...args: never[]): Socket {
  const host = hostOf(args);
  if (isLocal(host)) return Reflect.apply(connect, this, args) as Socket;
  refused.push(host);
  throw new Error(`Tests may not reach the network (${host})`);
} as typeof connect;

afterEach(() => {
  expect(refused.splice(0), 'hosts that the test tried to reach').toEqual([]);
});
