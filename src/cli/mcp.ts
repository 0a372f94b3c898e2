import type { Command } from './command.ts';
import { ledgerOption } from './ledger/open-ledger.ts';

/** `readout mcp`: a ledger for programs that speak the Model Context Protocol. */
export const mcpCommand: Command = {
  name: 'mcp',
  operands: '',
  summary: 'Let a program ask a ledger over the Model Context Protocol (MCP), on standard input and output.',
  atLeast: 0,
  atMost: 0,
  options: [ledgerOption],
  details: [
    'The tools only read: search, statements, events, agenda, disputes, actor, report, timeline. Every row they give comes with the',
    'words it rests on, where these stand, and the report; every tool takes as_of.',
  ],
  run: async (call, terminal) => (await import('./serving/run-mcp.ts')).runMcp(call, terminal),
};
