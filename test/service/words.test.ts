import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conditionsOf } from '../../src/service/ask/conditions.ts';
import { behind, type RowsAsked } from '../../src/service/ask/rows-asked.ts';
import { amongFew, amongNewest, rowsWithWords } from '../../src/service/ask/with-words.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';

let opened: TestLedger;
beforeAll(async () => {
  opened = await openTestLedger();
  // Over ten months, and not in the order of time.
  for (const number of [290, 2, 130, 31, 33, 299, 60, 95, 201, 270, 1, 160, 230])
    await opened.ledger.add(`made-${number}`, numberedReadout(number));
});
afterAll(() => opened.done());

const askedFor = async (limit: number, act: readonly string[] | undefined, after: RowsAsked['after'] = null) => {
  const asked = await conditionsOf(opened.ledger.store.database, 'statements', act === undefined ? {} : { act }, null);
  if (asked === null) throw new Error('statements may match');
  return { ...asked, table: 'statements' as const, asOf: null, limit, after };
};

/** All rows that hold the words, by reading every row. */
const read = async (text: string, act: readonly string[] | undefined): Promise<readonly number[]> => {
  const { rows } = await sql<{ row: number }>`
    select row from statements where to_tsvector('english', coalesce(source, '') || ' ' || content) @@ websearch_to_tsquery('english', ${text})
      and act = any(${act ?? ['say', 'deny']}::text[]) order by at desc, row desc`.execute(
    opened.ledger.store.database,
  );
  return rows.map(({ row }) => Number(row));
};

describe('each way to rows with words gives the newest of them', () => {
  test.each([
    ['headway', undefined],
    ['headway', ['say']],
    ['headway', ['deny']],
    ['"item 33"', undefined],
    ['headway -270', ['say', 'deny']],
    ['nothing', undefined],
  ])('%s, acts %j', async (text, act) => {
    const { database } = opened.ledger.store;
    const all = await read(text, act);
    for (const limit of [1, 4, 50]) {
      const asked = await askedFor(limit, act);
      expect(await rowsWithWords(database, asked, text)).toEqual(all.slice(0, limit));
      expect(await amongFew(database, asked, text)).toEqual(all.slice(0, limit));
      if ((act?.length ?? 0) < 2)
        expect(await amongNewest(database, asked, text)).toEqual(all.length < limit ? null : all.slice(0, limit));
    }
  });

  test('behind a page too', async () => {
    const { database } = opened.ledger.store;
    const all = await read('headway', undefined);
    const { rows } = await sql<{ at: Date }>`select at from statements where row = ${all[5]}`.execute(database);
    const after = { at: rows[0]?.at.toISOString() ?? '', row: all[5] ?? 0 };
    const rest = all.slice(6, 9);
    expect(rest).toHaveLength(3);
    const asked = await askedFor(3, undefined, after);
    const whole = { ...asked, conditions: [...asked.conditions, ...behind(asked, 't')] };
    for (const way of [rowsWithWords, amongFew, amongNewest])
      expect(await way(database, whole, 'headway')).toEqual(rest);
  });
});
