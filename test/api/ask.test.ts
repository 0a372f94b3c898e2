import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askItem } from '../../src/api/client/ask.ts';

/** A server that promises to keep connections for a minute and ends them after a moment, in a thread of its own. */
const program = `
  const http = require('node:http');
  const { parentPort } = require('node:worker_threads');
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('keep-alive', 'timeout=60');
      response.end(JSON.stringify({ ok: true, item: request.method }));
      if (request.headers.connection !== 'close') setTimeout(() => request.socket.destroy(), 50);
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

let thread: Worker;
let url = '';
beforeAll(async () => {
  thread = new Worker(program, { eval: true });
  url = `http://127.0.0.1:${await new Promise((done) => thread.once('message', done))}`;
});
afterAll(() => thread?.terminate());

const keepBusy = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

test('who is busy while the server ends an idle connection loses nothing of what is sent next', async () => {
  const server = { url, token: null };
  for (let round = 0; round < 5; round += 1) {
    expect(await askItem(server, '/totals')).toBe('GET');
    keepBusy(200);
    expect(await askItem(server, '/reports', { method: 'POST', body: {} })).toBe('POST');
  }
});
