import { expect, test } from 'vitest';
import { nodeLists } from '../../src/api/schemas/nodes.ts';
import { openTestLedger } from '../support/ledger.ts';
import { madeReadout } from '../support/made-reading.ts';
import { numberedReadout } from '../support/made-readouts.ts';

test('the document of the API names every field that nodes have, and nodes have every field that it names', async () => {
  const { ledger, done } = await openTestLedger();
  await ledger.add('made.txt', madeReadout);
  for (const number of [1, 2, 3]) await ledger.add(`made-${number}.txt`, numberedReadout(number));
  for (const { kind, item } of Object.values(nodeLists)) {
    const [node] = (await ledger.nodes(kind, { limit: 1 })).items;
    if (node === undefined) throw new Error(`the made reports give no ${kind}`);
    expect(Object.keys(node).sort()).toEqual(Object.keys(item.shape).sort());
    expect([kind, Object.keys(node.summary).sort()]).toEqual([kind, Object.keys(item.shape.summary.shape).sort()]);
  }
  await done();
});
