import { readInput, SameIndex } from '../src/intake/index.ts';
import { createMemoryLedger, type MemoryLedger, type NodeKind } from '../src/ledger/index.ts';
import { type Engine, type Readout, readDocument } from '../src/readout/index.ts';
import { bcubed, type Clustered } from './bcubed.ts';
import { type MergingGold, type MergingReport, mergingGold, type Named } from './merging-gold.ts';
import { type EvalContext, type Figure, shareFigure, type Table } from './report.ts';

const documentOf = ({ title, published, publisher, body }: MergingReport) =>
  readInput({
    name: 'report.md',
    bytes: new TextEncoder().encode(
      `---\ntitle: ${title}\ndate: ${published}\npublisher: ${publisher}\n---\n\n${body}\n`,
    ),
  });

interface Merged {
  readonly ledger: MemoryLedger;
  readonly readouts: ReadonlyMap<string, Readout>;
}

/** All reports of the set in one ledger, in the order of their days. */
const merge = async (situations: readonly MergingGold[], engine: Engine): Promise<Merged> => {
  const ledger = createMemoryLedger();
  const readouts = new Map<string, Readout>();
  const index = new SameIndex();
  const reports = situations.flatMap(({ reports: all }) => all);
  for (const report of reports.toSorted((a, b) =>
    a.published < b.published ? -1 : a.published > b.published ? 1 : 0,
  )) {
    const document = documentOf(report);
    const readout = (await readDocument(document, engine, { asOf: null })).readout;
    const { id: origin, family } = index.add(readout.document.id, document);
    await ledger.add({ readout, publisher: family, origin, added: `${report.published}T12:00:00Z` });
    readouts.set(report.id, readout);
  }
  return { ledger, readouts };
};

type Spans = readonly { readonly start: number; readonly end: number }[];

/** The record of a report whose words overlap the first place where some words stand that any record covers. */
const recordAt = (
  readout: Readout,
  words: string,
  records: readonly { readonly id: string; readonly spans: Spans }[],
) => {
  for (let at = readout.text.indexOf(words); at >= 0; at = readout.text.indexOf(words, at + 1)) {
    const found = records.find(({ spans }) => spans.some(({ start, end }) => start < at + words.length && at < end));
    if (found !== undefined) return found.id;
  }
  return undefined;
};

const recordsOf = (readout: Readout, kind: NodeKind) => {
  if (kind === 'event') return readout.events.map(({ id, mentions }) => ({ id, spans: mentions }));
  if (kind === 'actor') return readout.actors.map(({ id, mentions }) => ({ id, spans: mentions }));
  return readout.statements.map(({ id, content, cue }) => ({ id, spans: [...content, cue] }));
};

const nodeAt = ({ ledger, readouts }: Merged, kind: NodeKind, { report, words }: Named): string | undefined => {
  const readout = readouts.get(report);
  if (readout === undefined) throw new Error(`The merging set has no report "${report}"`);
  if (!readout.text.includes(words)) throw new Error(`Report ${report} does not say "${words}"`);
  const record = recordAt(readout, words, recordsOf(readout, kind));
  return record === undefined ? undefined : ledger.nodeOf(kind, readout.document.id, record);
};

/** Errors, as a list that each figure adds to. */
interface Scoring {
  readonly merged: Merged;
  readonly gold: readonly MergingGold[];
  readonly say: (error: string) => void;
}

const at = ({ report, words }: Named): string => `${report} "${words}"`;

const tellPieces = (
  { say }: Scoring,
  name: string,
  mentions: readonly Named[],
  nodes: readonly (string | undefined)[],
): void => {
  for (const [index, node] of nodes.entries()) if (node === undefined) say(`no record at ${mentions.map(at)[index]}`);
  if (new Set(nodes.filter((node) => node !== undefined)).size > 1)
    say(
      `${name} is in pieces: ${mentions.map((mention, index) => `${at(mention)} ${nodes[index]?.slice(-4)}`).join(', ')}`,
    );
};

const tellMixed = ({ say }: Scoring, items: readonly Clustered[]): void => {
  for (const [node, inside] of Map.groupBy(items, ({ system }) => system)) {
    const names = new Set(inside.map((item) => item.gold));
    if (names.size > 1) say(`${node} mixes ${[...names].join(', ')}`);
  }
};

const clusters = (scoring: Scoring, kind: 'event' | 'statement') => {
  const items: Clustered[] = [];
  let all = 0;
  for (const [number, { events, statements }] of scoring.gold.entries())
    for (const [name, mentions] of kind === 'event' ? events : statements) {
      const nodes = mentions.map((mention) => nodeAt(scoring.merged, kind, mention));
      all += mentions.length;
      items.push(...nodes.flatMap((node) => (node === undefined ? [] : [{ gold: `${number}/${name}`, system: node }])));
      tellPieces(scoring, `${kind} ${name}`, mentions, nodes);
    }
  tellMixed(scoring, items);
  return { items, all };
};

const clusterFigures = (scoring: Scoring, kind: 'event' | 'statement'): readonly Figure[] => {
  const { items, all } = clusters(scoring, kind);
  const { precision, recall, f1 } = bcubed(items);
  return [
    {
      id: `merging/${kind}s`,
      label: `${kind}s merged (BCubed F1)`,
      value: f1,
      detail: `P ${precision.toFixed(1)} R ${recall.toFixed(1)} (${items.length} mentions)`,
    },
    shareFigure(`merging/${kind}s/found`, `mentions of ${kind}s that are records`, items.length, all),
  ];
};

/** The node that most of the mentions of an event are in. */
const nodeOfEvent = (merged: Merged, mentions: readonly Named[]): string | undefined => {
  const nodes = mentions.flatMap((mention) => nodeAt(merged, 'event', mention) ?? []);
  const counts = Map.groupBy(nodes, (node) => node);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
};

const originFigure = ({ merged, gold, say }: Scoring): Figure => {
  let [right, all] = [0, 0];
  for (const { events, origins } of gold)
    for (const [name, count] of origins) {
      const id = nodeOfEvent(merged, events.get(name) ?? []);
      const node = merged.ledger.nodes('event').find((each) => each.id === id);
      const found = node?.summary.counts.origins ?? 0;
      all += 1;
      if (found === count) right += 1;
      else say(`origins of ${name}: ${found}, not ${count}`);
    }
  return shareFigure('merging/origins', 'origins counted right', right, all);
};

const agendaFigure = ({ merged, gold, say }: Scoring): Figure => {
  let [right, all] = [0, 0];
  for (const { events, agenda } of gold)
    for (const [name, states] of agenda) {
      const id = nodeOfEvent(merged, events.get(name) ?? []);
      const item = merged.ledger.nodes('agenda').find(({ summary }) => summary.event === id);
      const steps = item?.summary.steps.map(({ state, document }) => `${state} ${document}`) ?? [];
      for (const { state, report } of states) {
        all += 1;
        if (steps.includes(`${state} ${merged.readouts.get(report)?.document.id}`)) right += 1;
        else
          say(
            `agenda ${name}: not ${state} by ${report} (${item?.summary.steps.map((step) => step.state).join(', ') ?? 'no item'})`,
          );
      }
    }
  return shareFigure('merging/agenda', 'steps of agenda items', right, all);
};

const disputeFigure = ({ merged, gold, say }: Scoring): Figure => {
  const disputes = merged.ledger.nodes('dispute').map(({ summary }) => ({
    claim: summary.claim.node,
    counters: summary.counters.map(({ node }) => node),
  }));
  let [right, all] = [0, 0];
  for (const { disputes: expected } of gold)
    for (const { claim, counter } of expected) {
      const claims = (['event', 'statement'] as const).map((kind) => nodeAt(merged, kind, claim));
      const against = (['event', 'statement'] as const).map((kind) => nodeAt(merged, kind, counter));
      all += 1;
      if (disputes.some((each) => claims.includes(each.claim) && each.counters.some((node) => against.includes(node))))
        right += 1;
      else say(`no dispute of ${at(claim)} with ${at(counter)}`);
    }
  return shareFigure('merging/disputes', 'disputes across reports', right, all);
};

const peopleFigure = ({ merged, gold, say }: Scoring): Figure => {
  let [right, all] = [0, 0];
  const score = (names: readonly Named[], isOne: boolean): void => {
    const nodes = names.map((name) => nodeAt(merged, 'actor', name));
    all += 1;
    const found = new Set(nodes).size;
    if (!nodes.includes(undefined) && (isOne ? found === 1 : found === names.length)) right += 1;
    else
      say(
        `${isOne ? 'one person' : 'several people'}: ${names.map((name, index) => `${at(name)} ${nodes[index]?.slice(-4)}`).join(', ')}`,
      );
  };
  for (const { one, several } of gold) {
    for (const names of one) score(names, true);
    for (const names of several) score(names, false);
  }
  return shareFigure('merging/people', 'people joined and told apart', right, all);
};

/** Reports of our own about made-up situations, from different houses, some of them copies of a wire, merged in one ledger. */
export const scoreMerging = async (context: EvalContext, engine: Engine): Promise<Table[]> => {
  const gold = mergingGold();
  const merged = await merge(gold, engine);
  const errors: string[] = [];
  const scoring = { merged, gold, say: (error: string) => void errors.push(error) };
  const figures = [
    ...clusterFigures(scoring, 'event'),
    ...clusterFigures(scoring, 'statement'),
    originFigure(scoring),
    agendaFigure(scoring),
    disputeFigure(scoring),
    peopleFigure(scoring),
  ];
  const reports = gold.reduce((sum, each) => sum + each.reports.length, 0);
  return [
    {
      task: 'merging',
      title: `${reports} reports of ${gold.length} situations of our own`,
      figures,
      errors: context.errors ? errors : [],
    },
  ];
};
