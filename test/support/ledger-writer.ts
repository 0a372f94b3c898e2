import { LocalLedger, openStore, reportId } from '../../src/service/index.ts';
import { numberedReadout } from './made-readouts.ts';

// A process that writes to a ledger until it is killed, and says what was acknowledged, one line each:
//   node ledger-writer.ts FOLDER FIRST [BOOT]

const [, , folder = '', first = '0', boot = 'test'] = process.argv;
const ledger = new LocalLedger(await openStore({ place: folder, command: 'writer', now: () => new Date(), boot }));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
say('open');
for (let number = Number(first); ; number += 1) {
  const readout = numberedReadout(number);
  await ledger.add(`made-${number}`, readout);
  say(`report ${reportId(readout)}`);
  const [statement] = readout.statements;
  if (number % 2 === 0 || statement === undefined) continue;
  const anchor = {
    kind: 'statement' as const,
    document: reportId(readout),
    record: statement.id,
    evidence: statement.cue,
  };
  const change = { action: 'edit' as const, anchor, change: { act: 'announce' } };
  const [id] = await ledger.correct([{ author: 'writer', why: `number ${number}`, change }]);
  say(`correction ${id}`);
}
