import type { Kysely } from 'kysely';
import type { NodeKind, RecordRef, RuledRecord, Ruling, Rulings } from '../../ledger/index.ts';
import type { Event, Readout, Statement } from '../../readout/index.ts';
import { FOREVER, type Review, type Tables } from '../../store/index.ts';
import type { Placed } from '../rows/record-rows.ts';
import { applyEdit } from './edits.ts';
import type { Anchor, Change, RecordCorrection } from './entry.ts';

/** A correction that holds, in the order in which it was made. */
export interface ActiveCorrection {
  readonly id: string;
  readonly change: Change;
}

/** The corrections of a report's records that hold. */
export const correctionsOf = async (
  database: Kysely<Tables>,
  document: string,
): Promise<readonly ActiveCorrection[]> => {
  const rows = await database
    .selectFrom('corrections')
    .select(['id', 'change'])
    .where('document', '=', document)
    .where('undone_by', 'is', null)
    .orderBy('since')
    .orderBy('id')
    .execute();
  return rows.map(({ id, change }) => ({ id, change: change as Change }));
};

const isOfRecord = (change: Change): change is RecordCorrection => 'anchor' in change;

const evidenceOf = (kind: Anchor['kind'], record: Statement | Event): Anchor['evidence'] | null => {
  if (kind === 'statement') return 'cue' in record ? record.cue : null;
  return 'trigger' in record ? record.trigger : null;
};

/**
 * The record that an anchor means in a readout: the one of that id, or else the only one of its kind that rests on the very
 * same words of the text. Null where there is none, or where several could be meant: a correction is never moved by guess.
 */
export const findAnchored = (readout: Readout, { kind, record, evidence }: Anchor): string | null => {
  const records: readonly (Statement | Event)[] = kind === 'statement' ? readout.statements : readout.events;
  if (records.some(({ id }) => id === record)) return record;
  const same = records.filter((one) => {
    const words = evidenceOf(kind, one);
    return words !== null && words.start === evidence.start && words.end === evidence.end;
  });
  return same.length === 1 ? (same[0]?.id ?? null) : null;
};

/** A readout with what people said of it. */
export interface Corrected {
  readonly readout: Readout;
  readonly reviewOf: Placed['reviewOf'];
  readonly given: Placed['given'];
  /** Corrections whose record is not in this readout. */
  readonly unanchored: readonly string[];
  readonly anchored: readonly string[];
}

const reviews: Readonly<Record<RecordCorrection['action'], Review>> = {
  accept: 'accepted',
  reject: 'rejected',
  edit: 'edited',
};

/** Applies the corrections of records, in their order, on top of what the engine found. */
export const withCorrections = (readout: Readout, corrections: readonly ActiveCorrection[]): Corrected => {
  const reviewed = new Map<string, Review>();
  const given = new Map<string, readonly string[]>();
  const unanchored: string[] = [];
  const anchored: string[] = [];
  let corrected = readout;
  for (const { id, change } of corrections) {
    if (!isOfRecord(change)) continue;
    const record = findAnchored(readout, change.anchor);
    if (record === null) {
      unanchored.push(id);
      continue;
    }
    anchored.push(id);
    reviewed.set(record, reviews[change.action]);
    if (change.action !== 'edit') continue;
    const edit = applyEdit(corrected, change.anchor.kind, record, change.change);
    corrected = edit.readout;
    for (const [field, nodes] of edit.nodes) given.set(`${record} ${field}`, nodes);
  }
  return {
    readout: corrected,
    reviewOf: (record) => reviewed.get(record) ?? 'none',
    given: (record, field) => given.get(`${record} ${field}`) ?? null,
    unanchored,
    anchored,
  };
};

/** A record with the node it belongs to now. */
const ruled = (ref: RecordRef, nodes: ReadonlyMap<string, string>): RuledRecord => ({
  ...ref,
  node: nodes.get(`${ref.document} ${ref.record}`) ?? null,
});

/** Records that stand for the two sides of a merge or a split. */
interface Sides {
  readonly kind: NodeKind;
  readonly here: readonly RecordRef[];
  readonly there: readonly RecordRef[];
  readonly verdict: Ruling['verdict'];
}

const sidesOf = ({ action, kind, target }: { action: string; kind: string; target: unknown }): Sides => {
  const { here, there } = target as { here: readonly RecordRef[]; there: readonly RecordRef[] };
  return { kind: kind as NodeKind, here, there, verdict: action === 'split' ? 'apart' : 'together' };
};

const pairs = ({ kind, here, there, verdict }: Sides, nodes: ReadonlyMap<string, string>): readonly Ruling[] => {
  const [first, other] = [here[0], there[0]];
  if (first === undefined || other === undefined) return [];
  const pair = (of: Ruling['verdict'], a: RecordRef, b: RecordRef): Ruling => ({
    kind,
    verdict: of,
    a: ruled(a, nodes),
    b: ruled(b, nodes),
  });
  return [
    ...here.slice(1).map((ref) => pair('together', first, ref)),
    ...there.slice(1).map((ref) => pair('together', other, ref)),
    ...here.map((ref) => pair(verdict, ref, other)),
    ...there.slice(1).map((ref) => pair(verdict, first, ref)),
  ];
};

/** Everything that people put together or apart and that holds, oldest first, as pairs of records. */
export const rulingsIn = async (database: Kysely<Tables>): Promise<Rulings> => {
  const rows = await database
    .selectFrom('corrections')
    .select(['action', 'kind', 'target'])
    .where('action', 'in', ['merge', 'split'])
    .where('undone_by', 'is', null)
    .orderBy('since')
    .orderBy('id')
    .execute();
  const all = rows.map(sidesOf);
  const documents = [...new Set(all.flatMap(({ here, there }) => [...here, ...there].map(({ document }) => document)))];
  if (documents.length === 0) return [];
  const members = await database
    .selectFrom('members')
    .select(['document', 'record', 'node'])
    .where('document', 'in', documents)
    .where('until', '=', FOREVER)
    .execute();
  const nodes = new Map(members.map(({ document, record, node }) => [`${document} ${record}`, node]));
  return all.flatMap((sides) => pairs(sides, nodes));
};
