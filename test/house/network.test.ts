import { connect } from 'node:net';
import { expect, test } from 'vitest';

test('the time zone of tests is UTC', () => {
  expect(new Date(2026, 0, 1).toISOString()).toBe('2026-01-01T00:00:00.000Z');
});

test('a connection to this machine is let through', async () => {
  const code = await new Promise((done) =>
    connect(1, '127.0.0.1').on('error', (error) => done('code' in error && error.code)),
  );
  expect(code).toBe('ECONNREFUSED');
});
