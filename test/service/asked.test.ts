import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRedirects } from '../../src/service/entries/write-members.ts';
import { type Change, type NodeKind, reportId } from '../../src/service/index.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';

let opened: TestLedger;
beforeAll(async () => {
  opened = await openTestLedger();
  for (const number of [1, 2, 3]) await opened.ledger.add(`made-${number}`, numberedReadout(number));
});
afterAll(() => opened.done());

const decide = async (change: Change): Promise<string> =>
  (await opened.ledger.correct([{ author: 'ann', why: null, change }]))[0] ?? '';

/** A report of its own kind with an actor of that name, far from the others in time. */
const reportOn = (number: number, name: string, published = '2027-06-01') => {
  const readout = numberedReadout(number);
  const [actor] = readout.actors;
  if (actor === undefined) throw new Error('made without an actor');
  return {
    ...readout,
    document: { ...readout.document, published },
    actors: [{ ...actor, name }, ...readout.actors.slice(1)],
  };
};

const actorNamed = async (name: string): Promise<string> => {
  const { items } = await opened.ledger.nodes('actor', { filter: { name } });
  const id = items.find((item) => item.name === name)?.id;
  if (id === undefined) throw new Error(`no actor ${name}`);
  return id;
};

describe('what is asked of reports and records', () => {
  test('reports from a day are those of that day too; those until a day are not', async () => {
    const published = async (filter: { from?: string; until?: string }) =>
      (await opened.ledger.reports({ filter })).items.map((report) => report.published?.slice(0, 10));
    expect(await published({ from: '2026-01-03' })).toEqual(['2026-01-04', '2026-01-03']);
    expect(await published({ until: '2026-01-03' })).toEqual(['2026-01-02']);
  });

  test('words that are in every text find nothing, as they count nothing', async () => {
    expect((await opened.ledger.statements({ filter: { text: 'the' } })).items).toEqual([]);
    expect(await opened.ledger.counts('statement', 'year', { filter: { text: 'the' } })).toEqual([]);
  });

  test.each(['"', "it's & ! | (", '-', '\uFFFD', '%_\\', 'a'.repeat(5000)])(
    'odd words are looked for: %j',
    async (text) => {
      await opened.ledger.statements({ filter: { text } });
      await opened.ledger.reports({ filter: { text } });
      await opened.ledger.nodes('actor', { filter: { name: text } });
    },
  );

  test('a cursor that nobody gave out is refused', async () => {
    const forged = (...position: unknown[]) => Buffer.from(JSON.stringify(position)).toString('base64url');
    for (const cursor of [forged('2026', 'x'), forged('x', 1), forged('2026-01-01T00:00:00.000Z')]) {
      await expect(opened.ledger.reports({ cursor })).rejects.toMatchObject({ code: 'bad-cursor' });
      await expect(opened.ledger.nodes('actor', { cursor })).rejects.toMatchObject({ code: 'bad-cursor' });
      await expect(opened.ledger.statements({ cursor })).rejects.toMatchObject({ code: 'bad-cursor' });
      await expect(opened.ledger.corrections({ cursor })).rejects.toMatchObject({ code: 'bad-cursor' });
    }
    const cursor = forged('2026-01-01T00:00:00.000Z', 1.5);
    await expect(opened.ledger.statements({ cursor })).rejects.toMatchObject({ code: 'bad-cursor' });
  });

  test.each([0, -3, 2.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'a limit of %d is taken as one that there can be',
    async (limit) => {
      expect((await opened.ledger.reports({ limit })).items.length).toBeGreaterThan(0);
      await opened.ledger.dyads({ limit });
    },
  );
});

test('names and addresses may be as long as they like', async () => {
  const { ledger } = opened;
  const long = randomBytes(6000).toString('hex');
  await ledger.fail(long, 'not-a-report', 'holds no report');
  expect((await ledger.failures()).map(({ name }) => name)).toContain(long);
  const readout = numberedReadout(20);
  await ledger.add(long, { ...readout, document: { ...readout.document, url: `https://paper.example/${long}` } });
  expect((await ledger.reports({ filter: { url: `https://paper.example/${long}` } })).items).toHaveLength(1);
});

test('a time without a zone means the same on every machine', async () => {
  const before = process.env.TZ;
  process.env.TZ = 'America/New_York';
  try {
    const readout = numberedReadout(21);
    const dated = { ...readout, document: { ...readout.document, published: '2026-05-01T22:30' } };
    await opened.ledger.add('zoneless', dated);
    const [item] = (await opened.ledger.statements({ filter: { document: reportId(dated) } })).items;
    expect(item?.at).toBe('2026-05-01T22:30:00.000Z');
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

describe('a correction of a node', () => {
  test.each<[NodeKind, Record<string, unknown>]>([
    ['actor', { state: 'held' }],
    ['actor', { title: 'Talks' }],
    ['actor', {}],
    ['situation', { name: 'Talks' }],
    ['event', { name: 'Talks' }],
  ])('of the kind %s sets only what that kind has: %j', async (kind, change) => {
    const [node] = (await opened.ledger.nodes(kind, {})).items;
    const made = decide({ action: 'edit-node', kind, node: node?.id ?? '', change });
    await expect(made).rejects.toMatchObject({ code: 'bad-correction' });
  });
});

describe('nodes that become one', () => {
  test('in one entry, one after the other, all lead to the last', async () => {
    const { database } = opened.ledger.store;
    await database.transaction().execute(async (transaction) => {
      const lead = (from: string, to: string) => ({ kind: 'event' as const, from, to, reason: 'test' });
      await writeRedirects(transaction, [lead('event:a', 'event:b'), lead('event:b', 'event:c')], 900);
      await writeRedirects(transaction, [lead('event:c', 'event:d')], 900);
    });
    const rows = await database
      .selectFrom('redirects')
      .selectAll()
      .where('since', '=', 900)
      .orderBy('source')
      .execute();
    expect(rows.map(({ source, target }) => `${source} ${target}`)).toEqual([
      'event:a event:d',
      'event:b event:d',
      'event:c event:d',
    ]);
    await database.deleteFrom('redirects').where('since', '=', 900).execute();
  });

  test('a situation is asked for by what it was merged from and into', async () => {
    const { ledger } = opened;
    await ledger.add('far', reportOn(30, 'Ida Holm'));
    const { items } = await ledger.nodes('situation', {});
    const [into, from] = items;
    if (into === undefined || from === undefined) throw new Error('one situation only');
    const number = async (situation: string) =>
      (await ledger.statements({ filter: { situation }, limit: 100 })).items.length;
    const sum = (await number(into.id)) + (await number(from.id));
    const id = await decide({ action: 'merge', kind: 'situation', into: into.id, from: from.id });
    expect([await number(into.id), await number(from.id)]).toEqual([sum, sum]);
    await ledger.undo(id, 'ann', null);
  });

  test('a merge is taken back from under another, and what led there leads there again', async () => {
    const { ledger } = opened;
    for (const [number, name] of [
      [41, 'Eva Lund'],
      [42, 'Tor Vik'],
      [43, 'Siv Moe'],
    ] as const)
      await ledger.add(name, reportOn(number, name));
    const [eva, tor, siv] = [await actorNamed('Eva Lund'), await actorNamed('Tor Vik'), await actorNamed('Siv Moe')];
    const merge = (into: string, from: string) => decide({ action: 'merge', kind: 'actor', into, from });
    const namesOf = async (id: string) =>
      (await ledger.node('actor', id))?.summary.names.map(({ value }) => value).sort();
    const first = await merge(eva, tor);
    await merge(eva, siv);
    expect(await namesOf(eva)).toEqual(['Eva Lund', 'Siv Moe', 'Tor Vik']);
    await ledger.undo(first, 'ann', null);
    expect(await namesOf(eva)).toEqual(['Eva Lund', 'Siv Moe']);
    expect(await namesOf(siv)).toEqual(['Eva Lund', 'Siv Moe']);
    expect(await namesOf(tor)).toEqual(['Tor Vik']);
    const second = await merge(tor, eva);
    expect(await namesOf(siv)).toEqual(['Eva Lund', 'Siv Moe', 'Tor Vik']);
    await ledger.undo(second, 'ann', null);
    expect(await namesOf(siv)).toEqual(['Eva Lund', 'Siv Moe']);
    expect((await ledger.node('actor', siv))?.id).toBe(eva);
  });
});
