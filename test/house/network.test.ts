import { connect, type LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { refused } from '../setup/no-network.ts';

test('the time zone of tests is UTC', () => {
  expect(new Date(2026, 0, 1).toISOString()).toBe('2026-01-01T00:00:00.000Z');
});

test('a connection to this machine is let through', async () => {
  const code = await new Promise((done) =>
    connect(1, '127.0.0.1').on('error', (error) => done('code' in error && error.code)),
  );
  expect(code).toBe('ECONNREFUSED');
});

test('a connection to anywhere else is refused and remembered', () => {
  expect(() => connect(80, '203.0.113.1')).toThrow('Tests may not reach the network (203.0.113.1)');
  expect(refused.splice(0)).toEqual(['203.0.113.1']);
});

test('so is a request', async () => {
  await expect(fetch('http://203.0.113.1/')).rejects.toThrow();
  expect(refused.splice(0)).toEqual(['203.0.113.1']);
});

const answering =
  (address: string): LookupFunction =>
  (_host, options, done) =>
    options.all === true ? done(null, [{ address, family: 4 }]) : done(null, address, 4);

const failure = (host: string, lookup: LookupFunction): Promise<unknown> =>
  new Promise((done) => connect({ host, port: 1, lookup }).on('error', done));

test('a host that the test itself puts at this machine is let through', async () => {
  expect(await failure('paper.example', answering('127.0.0.1'))).toMatchObject({ code: 'ECONNREFUSED' });
});

test('one that it puts elsewhere is refused and remembered', async () => {
  expect(await failure('paper.example', answering('203.0.113.1'))).toMatchObject({
    message: 'Tests may not reach the network (203.0.113.1)',
  });
  expect(refused.splice(0)).toEqual(['203.0.113.1']);
});
