import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Place, Readout, TimeExpression } from '../../src/readout/index.ts';
import { keyHash } from '../../src/service/entries/key-hash.ts';
import { type Change, type Filter, LocalLedger, type NodeKind, openStore, reportId } from '../../src/service/index.ts';
import { FOREVER } from '../../src/store/index.ts';
import { ReadoutError, toEvidence } from '../../src/text/index.ts';
import { dumpTables } from '../support/dump.ts';
import { sumsThatDiffer } from '../support/kept-sums.ts';
import { emptyLedgerFolder } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';

/** How many histories: few in every run of the tests, many with READOUT_HISTORIES=50. */
const HISTORIES = Number(process.env.READOUT_HISTORIES ?? 2);

type Step =
  | { readonly do: 'add'; readonly number: number; readonly engine: string; readonly keeps: boolean }
  | {
      readonly do: 'correct';
      readonly number: number;
      readonly action: 'accept' | 'reject' | 'edit';
      readonly isEvent: boolean;
    }
  | { readonly do: 'undo'; readonly which: number }
  | { readonly do: 'merge'; readonly kind: NodeKind; readonly one: number; readonly other: number }
  | { readonly do: 'split'; readonly kind: NodeKind; readonly which: number; readonly members: number }
  | { readonly do: 'edit node'; readonly which: number }
  | { readonly do: 'fail' };

const number = fc.nat(4);
const kind = fc.constantFrom<NodeKind>('actor', 'actor', 'statement', 'situation', 'event');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      number,
      engine: fc.constantFrom('en-one', 'en-two'),
      keeps: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      number,
      action: fc.constantFrom('accept' as const, 'reject' as const, 'edit' as const),
      isEvent: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), kind, one: fc.nat(9), other: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('split' as const),
      kind,
      which: fc.nat(9),
      members: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit node' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const) }) },
);

const open = async (folder: string, boot: string, now: () => Date): Promise<LocalLedger> =>
  new LocalLedger(await openStore({ place: folder, command: 'test', now, boot }));

/** Where an event of a made report is, as exactly as an engine knows it. */
const placeIn = ({ text }: Readout, lat: number | null): Place => {
  const start = text.indexOf('Nordhavn');
  const span = toEvidence(text, { start, end: start + 'Nordhavn'.length });
  const known = { country: 'NOR', lat, lon: lat, precision: lat === null ? null : ('town' as const) };
  return { id: 'place', span, name: 'Nordhavn', ...known, gazetteer: null, rule: 'made' };
};

/** When it is, if an engine made something of the words. */
const timeIn = ({ text }: Readout, value: string | null): TimeExpression => {
  const start = text.indexOf('round');
  const span = toEvidence(text, { start, end: start + 'round'.length });
  return { id: 'time', span, type: 'DATE', value, grain: 'day', kind: 'exact', anchor: 'none', rule: 'made' };
};

const hostsIn = ({ text }: Readout): Readout['actors'][number] => {
  const start = text.indexOf('Norland', text.indexOf('\n'));
  const mentions = [toEvidence(text, { start, end: start + 'Norland'.length })];
  return { id: 'actor-hosts', name: 'Norland', kind: 'country', role: null, affiliation: null, code: 'NLD', mentions };
};

/** Who does what an event tells to whom: one to the other, or as another engine saw it, both to their hosts. */
const sidesBy = ({ actors }: Readout['events'][number], engine: string): { actors: string[]; recipients: string[] } =>
  engine === 'en-two'
    ? { actors: [...actors], recipients: ['actor-hosts'] }
    : { actors: actors.slice(0, 1), recipients: actors.slice(1) };

/** What is said names the hosts; as another engine saw it, both envoys say it. */
const aboutBy = (readout: Readout, { content, speakers }: Readout['statements'][number], engine: string) => ({
  content: [...hostsIn(readout).mentions, ...content],
  speakers: engine === 'en-two' ? readout.actors.map(({ id }) => id) : speakers,
});

/** A readout by an engine that names one of the actors otherwise, may find no statement, and may see that one acts on the other. */
const readBy = (of: number, engine: string, keeps: boolean): Readout => {
  const readout = numberedReadout(of, engine);
  return {
    ...readout,
    statements: keeps ? readout.statements.map((one) => ({ ...one, ...aboutBy(readout, one, engine) })) : [],
    events: readout.events.map((event) =>
      keeps || engine === 'en-two' ? { ...event, ...sidesBy(event, engine), place: 'place', time: 'time' } : event,
    ),
    places: [placeIn(readout, keeps ? 54.5 : null)],
    times: [timeIn(readout, engine === 'en-one' ? '2026-03-06' : null)],
    actors: [
      ...readout.actors.map((actor, index) => (index === 1 && of % 2 === 1 ? { ...actor, name: 'Olaf Rask' } : actor)),
      hostsIn(readout),
    ],
  };
};

const nodesOf = async (ledger: LocalLedger, of: NodeKind) => (await ledger.nodes(of, { limit: 100 })).items;

const ofRecord = ({ number: of, action, isEvent }: Extract<Step, { do: 'correct' }>): Change | null => {
  const readout = numberedReadout(of);
  const record = isEvent ? readout.events[0] : readout.statements[0];
  if (record === undefined) return null;
  const evidence = 'cue' in record ? record.cue : record.trigger;
  const edit = isEvent ? { realis: 'planned' } : { act: 'warn' };
  return {
    action,
    anchor: { kind: isEvent ? 'event' : 'statement', document: reportId(readout), record: record.id, evidence },
    change: action === 'edit' ? edit : {},
  };
};

const nth = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];

/** What a step decides, on what the ledger holds at that time; null where there is nothing to decide on. */
const changeOf = async (ledger: LocalLedger, of: Step): Promise<Change | null> => {
  if (of.do === 'correct') return ofRecord(of);
  if (of.do !== 'merge' && of.do !== 'split' && of.do !== 'edit node') return null;
  const subject = of.do === 'edit node' ? 'actor' : of.kind;
  const nodes = await nodesOf(ledger, subject);
  const node = nth(nodes, of.do === 'merge' ? of.one : of.which);
  if (node === undefined) return null;
  if (of.do === 'edit node')
    return { action: 'edit-node', kind: 'actor', node: node.id, change: { name: `Name ${of.which}` } };
  if (of.do === 'merge')
    return { action: 'merge', kind: of.kind, into: node.id, from: nth(nodes, of.other)?.id ?? node.id };
  const { items: members } = await ledger.members(of.kind, node.id, { limit: of.members });
  return {
    action: 'split',
    kind: of.kind,
    node: node.id,
    members: members.map(({ document, record }) => ({ document, record })),
  };
};

const take = async (ledger: LocalLedger, of: Step): Promise<void> => {
  if (of.do === 'add') await ledger.add(`made-${of.number}`, readBy(of.number, of.engine, of.keeps));
  else if (of.do === 'fail') await ledger.fail('odd.html', 'not-a-report', 'odd.html holds no report.');
  else if (of.do === 'undo') {
    const { items } = await ledger.corrections({ limit: 100 });
    const held = items.filter(({ state }) => state !== 'undone');
    const one = nth(held, of.which);
    if (one !== undefined) await ledger.undo(one.id, 'bob', null);
  } else {
    const change = await changeOf(ledger, of);
    if (change !== null) await ledger.correct([{ author: 'ann', why: null, change }]);
  }
};

const all = ['none', 'accepted', 'rejected', 'edited'] as const;

/** What a ledger answers, now or as of a moment. */
const answers = async (ledger: LocalLedger, asOf: string | null) => ({
  totals: await ledger.totals(asOf),
  corrections: (await ledger.corrections({ limit: 100, asOf })).items,
  unanchored: (await ledger.corrections({ limit: 100, asOf, filter: { state: 'unanchored' } })).items,
  statements: (await ledger.statements({ limit: 100, asOf, filter: { review: all } })).items,
  events: (await ledger.events({ limit: 100, asOf })).items,
  told: (await ledger.statements({ limit: 100, asOf, filter: { origins: 2 } })).items.map(({ id }) => id),
  words: (await ledger.statements({ limit: 100, asOf, filter: { text: 'headway' } })).items.map(({ id }) => id),
  reports: (await ledger.reports({ limit: 100, asOf })).items,
  actors: (await ledger.nodes('actor', { limit: 100, asOf })).items,
  situations: (await ledger.nodes('situation', { limit: 100, asOf })).items,
  weeks: await ledger.counts('statement', 'week', { asOf }),
  dyads: await ledger.dyads({ asOf }),
  network: await ledger.network(50, null, { asOf }),
  lanes: await ledger.lanes('day', 5, { asOf }),
  places: await ledger.places({ asOf }),
});

/** What sums tell, or with a filter that all rows match and sums cannot answer, what rows tell. */
const summed = async (ledger: LocalLedger, asOf: string | null, filter: Filter) => ({
  lanes: await ledger.lanes('day', 5, { asOf, filter }),
  places: await ledger.places({ asOf, filter }),
  network: await ledger.network(50, null, { asOf, filter }),
  networks: await Promise.all(
    (await nodesOf(ledger, 'actor')).map(({ id }) =>
      ledger.network(50, null, { asOf, filter: { ...filter, actor: [id] } }),
    ),
  ),
  weeks: await ledger.counts('event', 'week', { asOf, filter }),
});
const anyRow: Filter = { from: '1900-01-01' };

/** Rows that contradict others, by what is wrong with them. */
const contradictions = async ({ store: { database } }: LocalLedger): Promise<readonly unknown[]> => {
  const now = sql`until = 9223372036854775807`;
  const checks = [
    ...sumsThatDiffer,
    sql`with meant as (
        select 'statement' as kind, 'speaker' as role, actor, row from statements, unnest(speakers) as actor where ${now}
        union all select 'event', 'actor', actor, row from events, unnest(actors) as actor where ${now}
        union all select 'event', 'recipient', actor, row from events, unnest(recipients) as actor where ${now}),
      kept as (select kind, role, actor, row from participants where ${now})
      select 'participants' as wrong, * from ((select * from meant except all select * from kept) union all (select * from kept except all select * from meant)) as x`,
    sql`select 'member of nothing' as wrong, m.* from members m where m.${now} and not exists (
      select 1 from nodes n where n.${now} and n.kind = m.kind and n.id = coalesce(
        (select target from redirects r where r.${now} and r.kind = m.kind and r.source = m.node), m.node))`,
    sql`select 'statement without member' as wrong, t.id, t.node, m.node as of from statements t left join members m on m.${now} and m.kind = 'statement'
        and m.document = t.document and m.record = t.id where t.${now} and t.review <> 'rejected' and m.node is distinct from t.node`,
    sql`select 'member without statement' as wrong, m.* from members m where m.${now} and m.kind = 'statement' and not exists (
      select 1 from statements t where t.${now} and t.document = m.document and t.id = m.record)`,
    sql`select 'redirect of a living node' as wrong, r.* from redirects r join nodes n on n.kind = r.kind and n.id = r.source and n.${now} where r.${now}`,
    sql`select 'redirect to a redirect' as wrong, r.* from redirects r join redirects s on s.kind = r.kind and s.source = r.target and s.${now} where r.${now}`,
    ...['statements', 'events', 'participants', 'members', 'redirects', 'nodes', 'unanchored'].map(
      (table) => sql`select ${table} as wrong, 'never seen' as why from ${sql.table(table)} where since >= until`,
    ),
  ];
  const found = [];
  for (const check of checks) found.push(...(await check.execute(database)).rows);
  const nodes = await database
    .selectFrom('nodes')
    .select(['kind', 'id', 'keys'])
    .where('until', '=', FOREVER)
    .execute();
  const meant = nodes.flatMap(({ kind: of, id, keys }) =>
    [...new Set(keys)].map((key) => `${keyHash(of as NodeKind, key)} ${id}`),
  );
  const kept = (await database.selectFrom('node_keys').selectAll().execute()).map(({ key, node }) => `${key} ${node}`);
  if (meant.sort().join() !== kept.sort().join()) found.push({ wrong: 'node_keys', meant, kept });
  return found;
};

const live = async (steps: readonly Step[]): Promise<void> => {
  const folder = await emptyLedgerFolder();
  let second = 0;
  const now = (): Date => {
    second += 1;
    return new Date(Date.UTC(2026, 10, 1) + second * 1000);
  };
  const ledger = await open(folder, 'test', now);
  const known = new Map<string, unknown>();
  for (const one of steps) {
    try {
      await take(ledger, one);
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error;
    }
    expect(await contradictions(ledger), JSON.stringify(one)).toEqual([]);
    const { last } = await ledger.totals();
    if (last !== null) known.set(last, await answers(ledger, null));
  }
  for (const [at, was] of known) {
    expect(await answers(ledger, at), at).toEqual(was);
    expect(await summed(ledger, at, {}), at).toEqual(await summed(ledger, at, anyRow));
  }
  const before = await dumpTables(ledger);
  await ledger.close();
  rmSync(join(folder, 'pg-state.json'));
  const again = await open(folder, 'test', now);
  expect(await dumpTables(again)).toEqual(before);
  await again.close();
  rmSync(folder, { recursive: true });
};

test(`after any of ${HISTORIES} histories no row contradicts another, what was known is still known, and the journal gives the same`, {
  timeout: 120_000 + HISTORIES * 60_000,
}, async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), live), {
    numRuns: HISTORIES,
    endOnFailure: true,
    ...(process.env.READOUT_SEED === undefined ? {} : { seed: Number(process.env.READOUT_SEED) }),
  });
});
