import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Change, LocalLedger, openStore, reportId } from '../../src/service/index.ts';
import { dumpTables } from '../support/dump.ts';
import { emptyLedgerFolder } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';

const open = async (folder: string, boot: string): Promise<LocalLedger> =>
  new LocalLedger(await openStore({ place: folder, command: 'test', now: () => new Date(), boot }));

const ofStatement = (
  number: number,
  action: 'accept' | 'reject' | 'edit',
  change: Record<string, unknown> = {},
): Change => {
  const readout = numberedReadout(number);
  const [statement] = readout.statements;
  if (statement === undefined) throw new Error('made without a statement');
  return {
    action,
    anchor: { kind: 'statement', document: reportId(readout), record: statement.id, evidence: statement.cue },
    change,
  };
};

test('tables that are made again from the journal are the same, to the last row', { timeout: 180_000 }, async () => {
  const folder = await emptyLedgerFolder();
  const ledger = await open(folder, 'one');
  for (let number = 0; number < 12; number += 1) await ledger.add(`made-${number}`, numberedReadout(number));
  const decide = async (change: Change): Promise<string> =>
    (await ledger.correct([{ author: 'ann', why: null, change }]))[0] ?? '';
  await decide(ofStatement(1, 'edit', { act: 'warn' }));
  const undone = await decide(ofStatement(2, 'reject'));
  await decide(ofStatement(3, 'reject'));
  await ledger.undo(undone, 'bob', null);
  const [ada] = (await ledger.nodes('actor', { filter: { name: 'Ada Berg' } })).items;
  const [olav] = (await ledger.nodes('actor', { filter: { name: 'Olav Rask' } })).items;
  if (ada === undefined || olav === undefined) throw new Error('no actors');
  await decide({
    action: 'split',
    kind: 'actor',
    node: ada.id,
    members: [{ document: reportId(numberedReadout(5)), record: 'actor-berg-5' }],
  });
  await decide({ action: 'merge', kind: 'actor', into: ada.id, from: olav.id });
  await ledger.fail('odd.html', 'not-a-report', 'odd.html holds no report.');
  await ledger.set('query', 'talks', { text: 'talks' });
  const newer = numberedReadout(6);
  await ledger.add('made-6', { ...newer, engine: { ...newer.engine, model: 'en-newer' }, events: [] });
  const before = await dumpTables(ledger);
  await ledger.close();
  rmSync(join(folder, 'pg-state.json'));
  const again = await open(folder, 'two');
  expect(await dumpTables(again)).toEqual(before);
  await again.close();
});
