import type { Ledger, NodeItem, RecordRef } from '../../service/index.ts';
import { type Call, type Command, type Option, type Terminal, UsageError } from '../command.ts';
import { checkedDate } from '../dates.ts';
import { actorIds, asOfOption, listItems } from './asked.ts';
import { agendaEntry, disputeEntry, evidenceOf, nodeCells, nodeEntry } from './node-entry.ts';
import { limitOption, numberOf } from './numbers.ts';
import { ledgerOption, withLedger } from './open-ledger.ts';
import { asList, type Listed, listFormatOption, printLists } from './print-list.ts';

const actorOption: Option = {
  name: 'actor',
  value: 'NAME|ID',
  description: 'Only those that this actor takes part in.',
};
const reportsOption: Option = {
  name: 'reports',
  value: 'N',
  description: 'Only those told in so many reports at least.',
};

/** What is asked of a list of nodes. */
export interface Asked {
  readonly asOf: string | null;
  readonly limit: number;
  /** A node id; undefined: any. */
  readonly actor: string | undefined;
  readonly reports: number | undefined;
}

/** What the options of a call ask. */
export const askedOf = async (ledger: Ledger, call: Call, command: string): Promise<Asked> => {
  const asOf = checkedDate(call, 'as-of', command);
  const name = call.value('actor');
  const ids = name === null ? [] : await actorIds(ledger, name, asOf);
  if (ids.length > 1)
    throw new UsageError(`Several actors are called "${name}": ${ids.join(', ')}. Name one by its id.`, command);
  return {
    asOf,
    limit: numberOf(call, 'limit', command) ?? 50,
    actor: ids[0],
    reports: numberOf(call, 'reports', command) ?? undefined,
  };
};

const runActors = (call: Call, terminal: Terminal): Promise<number> =>
  withLedger({ call, terminal, command: 'actors' }, async (ledger) => {
    const { asOf, limit, reports } = await askedOf(ledger, call, 'actors');
    const words = call.operands.join(' ');
    const filter = { ...(words === '' ? {} : { name: words }), reports };
    const items = await listItems((page) => ledger.nodes('actor', { filter, asOf, ...page }), limit);
    const list: Listed<NodeItem<'actor'>> = {
      heading: null,
      items,
      empty: words === '' ? 'This ledger knows nobody yet.' : `Nobody is called "${words}" or nearly so.`,
      entry: (node) => nodeEntry(node, () => undefined),
      cells: nodeCells,
    };
    return printLists(call, terminal, [asList(list)]);
  });

/** `readout actors`: who is who in a ledger. */
export const actorsCommand: Command = {
  name: 'actors',
  operands: '[WORDS...]',
  summary: 'List the persons, countries, bodies and groups of a ledger, by name or the newest first.',
  atLeast: 0,
  atMost: Number.POSITIVE_INFINITY,
  options: [ledgerOption, reportsOption, asOfOption, limitOption, listFormatOption],
  details: [
    'With words, names that hold them or are spelt nearly so, the likest first. Each row ends with the id for other commands.',
  ],
  run: runActors,
};

const runDisputes = (call: Call, terminal: Terminal): Promise<number> =>
  withLedger({ call, terminal, command: 'disputes' }, async (ledger) => {
    const { asOf, limit, actor, reports } = await askedOf(ledger, call, 'disputes');
    const items = await listItems(
      (page) => ledger.nodes('dispute', { filter: { actor, reports }, asOf, ...page }),
      limit,
    );
    const refs = items.flatMap(({ summary: { claim, counters } }): readonly RecordRef[] => [claim, ...counters]);
    const evidence = evidenceOf(await ledger.records(refs, asOf));
    const list: Listed<NodeItem<'dispute'>> = {
      heading: null,
      items,
      empty: 'Nothing in this ledger is denied or contradicted.',
      entry: (node) => disputeEntry(node, evidence),
      cells: nodeCells,
    };
    return printLists(call, terminal, [asList(list)]);
  });

/** `readout disputes`: what is claimed and contested, across reports. */
export const disputesCommand: Command = {
  name: 'disputes',
  operands: '',
  summary: 'List what is claimed and denied or contradicted, in one report or across reports.',
  atLeast: 0,
  atMost: 0,
  options: [ledgerOption, actorOption, reportsOption, asOfOption, limitOption, listFormatOption],
  details: ['The newest first: who disputes what whom says, with the words of the claim and of each answer to it.'],
  run: runDisputes,
};

/** The tellings of the events that items of an agenda are about, by item. */
export const tellingsOf = async (
  ledger: Ledger,
  items: readonly NodeItem<'agenda'>[],
  asOf: string | null,
): Promise<ReadonlyMap<string, readonly RecordRef[]>> => {
  const events = await Promise.all(items.map(({ summary }) => ledger.node('event', summary.event, asOf)));
  return new Map(items.map(({ id }, index) => [id, events[index]?.summary.tellings ?? []]));
};

/** Items of an agenda as a list, with the words of each step. */
export const agendaList = async (
  ledger: Ledger,
  items: readonly NodeItem<'agenda'>[],
  asOf: string | null,
): Promise<Listed<NodeItem<'agenda'>>> => {
  const tellings = await tellingsOf(ledger, items, asOf);
  const refs = items.flatMap(({ id, summary }): readonly RecordRef[] => [
    ...summary.steps,
    ...(tellings.get(id) ?? []),
  ]);
  const evidence = evidenceOf(await ledger.records(refs, asOf));
  return {
    heading: null,
    items,
    empty: 'Nothing of this kind is on the agenda.',
    entry: (node) => agendaEntry(node, evidence, tellings.get(node.id)),
    cells: nodeCells,
  };
};
export { actorOption, reportsOption };
