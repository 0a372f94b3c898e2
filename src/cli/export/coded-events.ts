import type { EventItem, Ledger, RecordItem } from '../../service/index.ts';

/** An event as other codings want it: once for all reports, with what its row needs beside its record. */
export interface CodedEvent {
  readonly item: EventItem;
  /** What was done in saying it, where the event is an act of speech: "demand", "request". */
  readonly act: string | null;
  /** Whether nobody tells it but those who deny it. */
  readonly denied: boolean;
}

/** Why an event is no row: how real it is ("planned"), that it is denied, or that the coding has no code for it. */
export type WhyLeft = EventItem['record']['realis'] | 'denied' | 'no code';

/** How many records are looked at together. */
const BATCH = 200;

async function* batches(items: AsyncIterable<RecordItem>): AsyncGenerator<readonly EventItem[]> {
  let batch: EventItem[] = [];
  for await (const item of items) {
    if (item.kind !== 'event') continue;
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const statementsOf = ({ record }: EventItem): readonly string[] => [
  ...(record.statement === null ? [] : [record.statement]),
  ...record.assertedBy,
];

const keyOf = (document: string, record: string): string => `${document} ${record}`;

/** The acts of the statements that events are, and that carry them. */
const actsOf = async (
  ledger: Ledger,
  events: readonly EventItem[],
  asOf: string | null,
): Promise<ReadonlyMap<string, string>> => {
  const refs = events.flatMap((event) => statementsOf(event).map((record) => ({ document: event.report.id, record })));
  const wanted = [...new Map(refs.map((ref) => [keyOf(ref.document, ref.record), ref])).values()];
  const found = wanted.length === 0 ? [] : await ledger.records(wanted, asOf);
  return new Map(
    found.flatMap((item) =>
      item.kind === 'statement' ? [[keyOf(item.report.id, item.record.id), item.record.act] as const] : [],
    ),
  );
};

const coded = (item: EventItem, acts: ReadonlyMap<string, string>): CodedEvent => {
  const act = (statement: string): string | null => acts.get(keyOf(item.report.id, statement)) ?? null;
  const { statement, assertedBy, realis } = item.record;
  return {
    item,
    act: statement === null ? null : act(statement),
    denied: realis === 'actual' && assertedBy.length > 0 && assertedBy.every((id) => act(id) === 'deny'),
  };
};

/** Rows of events with what their statements do, in the order in which they come. */
export async function* codedEvents(
  ledger: Ledger,
  items: AsyncIterable<RecordItem>,
  asOf: string | null,
): AsyncGenerator<CodedEvent> {
  for await (const batch of batches(items)) {
    const acts = await actsOf(ledger, batch, asOf);
    for (const item of batch) yield coded(item, acts);
  }
}

/** Tells events apart that are written once from those that are not, and why. */
export class Sifted {
  readonly #written = new Set<string>();
  readonly #left = new Map<string, WhyLeft>();

  /** Whether this record's event is to be written now: it may be, and is not yet. */
  take({ node }: EventItem, why: WhyLeft | null): boolean {
    if (this.#written.has(node)) return false;
    if (why === null) this.#written.add(node);
    else if (!this.#left.has(node)) this.#left.set(node, why);
    return why === null;
  }

  /** How many events are no rows, by why. */
  left(): Readonly<Partial<Record<WhyLeft, number>>> {
    const counts: Partial<Record<WhyLeft, number>> = {};
    for (const [node, why] of this.#left) if (!this.#written.has(node)) counts[why] = (counts[why] ?? 0) + 1;
    return counts;
  }
}

/** "12 events are no rows: 9 planned, 2 possible, 1 denied."; null where none is left out. */
export const leftWords = (left: Readonly<Partial<Record<WhyLeft, number>>>): string | null => {
  const parts = Object.entries(left).toSorted(([, a], [, b]) => b - a);
  const all = parts.reduce((sum, [, number]) => sum + number, 0);
  if (all === 0) return null;
  const words = parts.map(([why, number]) => `${number} ${why}`).join(', ');
  return `${all} ${all === 1 ? 'event is no row' : 'events are no rows'}: ${words}.`;
};
