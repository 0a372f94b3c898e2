import { serveMcp } from '../../api/index.ts';
import { reasonOf } from '../../text/index.ts';
import type { Call, Terminal } from '../command.ts';
import { withLedger } from '../ledger/open-ledger.ts';
import { version } from '../version.ts';

/** Opens the ledger of a call, or the server that has it open, and lets a program ask it until it hangs up. */
export const runMcp = (call: Call, terminal: Terminal): Promise<number> =>
  withLedger({ call, terminal, command: 'mcp' }, async (ledger, { signal }) => {
    await serveMcp(ledger, version(), signal, (error) => {
      void terminal.err.write(`readout: a tool failed: ${reasonOf(error)}\n`);
    });
    return 0;
  });
