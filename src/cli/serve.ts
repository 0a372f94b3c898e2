import type { Command } from './command.ts';
import { ledgerOption } from './ledger/open-ledger.ts';

/** `readout serve`: a ledger over HTTP. */
export const serveCommand: Command = {
  name: 'serve',
  operands: '',
  summary: 'Serve a ledger over HTTP: the API, feeds, server-sent events.',
  atLeast: 0,
  atMost: 0,
  options: [
    ledgerOption,
    { name: 'host', value: 'ADDRESS', fallback: '127.0.0.1', description: 'The address to listen at.' },
    { name: 'port', value: 'NUMBER', fallback: '7400', description: 'The port to listen at; 0: any that is free.' },
    {
      name: 'name',
      value: 'HOST,...',
      description: 'More names that requests may call this server by, on an address of this machine.',
    },
    {
      name: 'allow-host',
      value: 'HOST,...',
      description: 'Hosts that webhooks may reach although their addresses are not public.',
    },
    { name: 'audit', value: 'FILE', description: 'Where writes are noted; else audit.jsonl in the ledger’s folder.' },
    {
      name: 'new-token',
      value: 'ROLE',
      choices: ['reader', 'analyst', 'admin'],
      description: 'Make a token for a role, print it, and stop.',
    },
    { name: 'token-name', value: 'NAME', fallback: 'token', description: 'With --new-token, whose it is.' },
  ],
  details: [
    'On an address of this machine (127.0.0.1, ::1, localhost) no token is needed, and requests that name another host or come',
    'from pages of other sites are refused. On any other address every request needs a token: Authorization: Bearer rdo_…',
    'Other commands on the same ledger go through this server while it runs. Ctrl-C ends it.',
    'The routes: http://127.0.0.1:7400/api/v1/openapi.json, and docs/api.md.',
  ],
  run: async (call, terminal) => (await import('./serving/run-serve.ts')).runServe(call, terminal),
};
