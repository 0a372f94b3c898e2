import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Ledger } from '../../service/index.ts';
import { createMcpServer } from './mcp-server.ts';

/** Serves a ledger's read tools on standard input and output, until that ends or the signal comes. */
export const serveMcp = async (
  ledger: Ledger,
  version: string,
  signal: AbortSignal,
  report: (error: unknown) => void,
): Promise<void> => {
  const server = createMcpServer(ledger, version, report);
  const ended = new Promise<void>((done) => {
    server.server.onclose = () => done();
    process.stdin.once('end', () => done());
    signal.addEventListener('abort', () => done(), { once: true });
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
};
