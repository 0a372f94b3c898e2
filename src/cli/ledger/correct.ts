import { userInfo } from 'node:os';
import type { Change, Decision, Ledger, NodeItem, RecordItem } from '../../service/index.ts';
import { type Call, type Command, type Option, type Terminal, UsageError } from '../command.ts';
import { count, oneLine } from '../page/words.ts';
import { listItems } from './asked.ts';
import { nodeChange, recordEdit, type Setting, settingsOf } from './edit-fields.ts';
import { findThing } from './find-thing.ts';
import { ledgerOption, withLedger } from './open-ledger.ts';

const byOption: Option = {
  name: 'by',
  value: 'NAME',
  description: 'Who decides this; the user of this computer unless told.',
};
const whyOption: Option = { name: 'why', value: 'WORDS', description: 'Why, for those who read the history.' };

/** Who decides, by the options of a call or the system. */
const authorOf = (call: Call, { env }: Terminal): string => {
  const given = call.value('by') ?? env.USER ?? env.USERNAME ?? '';
  return given === '' ? userInfo().username : given;
};

type Whom = { readonly kind: 'record'; readonly item: RecordItem } | { readonly kind: 'node'; readonly node: NodeItem };

const whomOf = async (ledger: Ledger, words: string, command: string): Promise<Whom> => {
  const thing = await findThing(ledger, words, null);
  if (thing.kind === 'report')
    throw new UsageError(
      `"${words}" is a report, and reports are not corrected: name one of its records (readout show ${words}).`,
      command,
    );
  return thing;
};

const anchorOf = (item: RecordItem) => ({
  kind: item.kind,
  document: item.report.id,
  record: item.id,
  evidence: item.kind === 'statement' ? item.record.cue : item.record.trigger,
});

/** Makes changes and prints the id of each, by which it can be taken back. */
const decide = async (
  ledger: Ledger,
  { call, terminal }: { readonly call: Call; readonly terminal: Terminal },
  changes: readonly Change[],
): Promise<number> => {
  const [author, why] = [authorOf(call, terminal), call.value('why')];
  const ids = await ledger.correct(changes.map((change): Decision => ({ author, why, change })));
  for (const id of ids) await terminal.out.write(`${id}\n`);
  await terminal.err.write(
    `readout: ${count(ids.length, 'correction')} by ${oneLine(author)}. readout undo ID takes one back.\n`,
  );
  return 0;
};

const judged = (action: 'accept' | 'reject', whom: Whom): Change =>
  whom.kind === 'record'
    ? { action, anchor: anchorOf(whom.item), change: {} }
    : { action: `${action}-node`, kind: whom.node.kind, node: whom.node.id, change: {} };

const judge =
  (action: 'accept' | 'reject') =>
  (call: Call, terminal: Terminal): Promise<number> =>
    withLedger({ call, terminal, command: `correct ${action}` }, async (ledger) => {
      const changes: Change[] = [];
      for (const words of call.operands) changes.push(judged(action, await whomOf(ledger, words, `correct ${action}`)));
      return decide(ledger, { call, terminal }, changes);
    });

const edited = async (ledger: Ledger, whom: Whom, settings: readonly Setting[]): Promise<Change> => {
  if (whom.kind === 'node')
    return { action: 'edit-node', kind: whom.node.kind, node: whom.node.id, change: nodeChange(settings) };
  return { action: 'edit', anchor: anchorOf(whom.item), change: await recordEdit(ledger, whom.item, settings) };
};

const edit = (call: Call, terminal: Terminal): Promise<number> => {
  const [words = '', ...rest] = call.operands;
  const settings = settingsOf(rest);
  return withLedger({ call, terminal, command: 'correct edit' }, async (ledger) =>
    decide(ledger, { call, terminal }, [await edited(ledger, await whomOf(ledger, words, 'correct edit'), settings)]),
  );
};

/** The node that words name; a record stands for the node that it belongs to. */
const nodeOf = async (ledger: Ledger, words: string, command: string): Promise<Pick<NodeItem, 'kind' | 'id'>> => {
  const whom = await whomOf(ledger, words, command);
  return whom.kind === 'node' ? whom.node : { kind: whom.item.kind, id: whom.item.node };
};

const merge = (call: Call, terminal: Terminal): Promise<number> =>
  withLedger({ call, terminal, command: 'correct merge' }, async (ledger) => {
    const [first = '', ...rest] = call.operands;
    const into = await nodeOf(ledger, first, 'correct merge');
    const changes: Change[] = [];
    for (const words of rest) {
      const from = await nodeOf(ledger, words, 'correct merge');
      if (from.kind !== into.kind)
        throw new UsageError(
          `"${first}" is of the kind ${into.kind} and "${words}" of the kind ${from.kind}.`,
          'correct merge',
        );
      changes.push({ action: 'merge', kind: into.kind, into: into.id, from: from.id });
    }
    return decide(ledger, { call, terminal }, changes);
  });

/** The members of a node that words name: a record of a report, or all that a report has of it. */
const membersNamed = async (ledger: Ledger, node: Pick<NodeItem, 'kind' | 'id'>, words: readonly string[]) => {
  const members = await listItems((page) => ledger.members(node.kind, node.id, page));
  const found: { document: string; record: string }[] = [];
  for (const word of words) {
    const [report = '', record] = word.split('/');
    const own = members.filter(
      (one) => one.document.startsWith(report) && (record === undefined || one.record === record),
    );
    if (report.length < 8 || own.length === 0)
      throw new UsageError(
        `"${word}" is no report or record of ${node.id}: see readout history ${node.id}.`,
        'correct split',
      );
    found.push(...own.map(({ document, record: id }) => ({ document, record: id })));
  }
  return found;
};

const split = (call: Call, terminal: Terminal): Promise<number> =>
  withLedger({ call, terminal, command: 'correct split' }, async (ledger) => {
    const [words = '', ...rest] = call.operands;
    const { kind, id } = await nodeOf(ledger, words, 'correct split');
    const members = await membersNamed(ledger, { kind, id }, rest);
    return decide(ledger, { call, terminal }, [{ action: 'split', kind, node: id, members }]);
  });

const options = [ledgerOption, whyOption, byOption];
const PRINTS =
  'Prints the id of each correction. Corrections stand apart from what the engine finds and hold when it is read anew.';

/** `readout correct …`: what people decide about records and nodes. */
export const correctCommands: readonly Command[] = [
  {
    name: 'correct accept',
    operands: 'ID...',
    summary: 'Say that records or nodes are right.',
    atLeast: 1,
    atMost: Number.POSITIVE_INFINITY,
    options,
    details: [PRINTS],
    run: judge('accept'),
  },
  {
    name: 'correct reject',
    operands: 'ID...',
    summary: 'Say that records or nodes are wrong: they are left out from now on.',
    atLeast: 1,
    atMost: Number.POSITIVE_INFINITY,
    options,
    details: [PRINTS],
    run: judge('reject'),
  },
  {
    name: 'correct edit',
    operands: 'ID FIELD=VALUE...',
    summary: 'Say how a record or a node is to read.',
    atLeast: 2,
    atMost: Number.POSITIVE_INFINITY,
    options,
    details: [
      'Fields of a statement: act, attitude, quotation, speakers, source, cue, content, addressee; of an event: type, mode, contexts, realis,',
      'actors, recipients, trigger; of a node: name, kind, state, title. Words are given as the report has them, or by offsets (120-140), the',
      'parts of a content with " … " between them; actors by name or id, with commas. Nothing behind "=" empties a field.',
      PRINTS,
    ],
    run: edit,
  },
  {
    name: 'correct merge',
    operands: 'ID|NAME ID|NAME...',
    summary: 'Say that actors, events or other nodes are one: the first, from now on and for ever.',
    atLeast: 2,
    atMost: Number.POSITIVE_INFINITY,
    options,
    details: [PRINTS],
    run: merge,
  },
  {
    name: 'correct split',
    operands: 'ID REPORT[/RECORD]...',
    summary: 'Say that what some reports tell of a node is about another one.',
    atLeast: 2,
    atMost: Number.POSITIVE_INFINITY,
    options,
    details: [PRINTS],
    run: split,
  },
];

/** The correction whose id begins so. */
const correctionOf = async (ledger: Ledger, words: string): Promise<string> => {
  if (words.length >= 36) return words;
  let cursor: string | null = null;
  const found: string[] = [];
  do {
    const page: Awaited<ReturnType<Ledger['corrections']>> = await ledger.corrections({ limit: 1000, cursor });
    found.push(...page.items.filter(({ id }) => id.startsWith(words)).map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  const [only, other] = found;
  if (other !== undefined)
    throw new UsageError(`Several corrections begin with "${words}": give more of the id.`, 'undo');
  return only ?? words;
};

/** `readout undo`: takes corrections back. */
export const undoCommand: Command = {
  name: 'undo',
  operands: 'ID...',
  summary: 'Take corrections back: what the engine found, and the other corrections, hold again.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options,
  details: [
    'ID is that of the correction, or the beginning of it: readout corrections lists them. The history keeps both.',
  ],
  run: (call, terminal) =>
    withLedger({ call, terminal, command: 'undo' }, async (ledger) => {
      for (const words of call.operands)
        await ledger.undo(await correctionOf(ledger, words), authorOf(call, terminal), call.value('why'));
      await terminal.err.write(`readout: ${count(call.operands.length, 'correction')} taken back.\n`);
      return 0;
    }),
};
