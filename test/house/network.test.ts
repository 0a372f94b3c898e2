import { connect } from 'node:net';
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
