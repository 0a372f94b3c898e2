import type { EventItem, Ledger, RecordItem } from '../../service/index.ts';

/** Members of a node that are asked for together. */
const PAGE = 500;

const placesOf = ({ record }: EventItem): number => Math.max(1, record.mentions.length);

/**
 * How often an event is mentioned: all its mentions in all its reports, each counted, as GDELT's `NumMentions` (GDELT Event Codebook
 * 2.0). The event's own record is enough where one report tells it.
 */
const mentionsOf = async (ledger: Ledger, item: EventItem, asOf: string | null): Promise<number> => {
  if (item.counts.reports <= 1) return placesOf(item);
  let sum = 0;
  let cursor: string | null = null;
  do {
    const { items, next } = await ledger.members('event', item.node, { asOf, limit: PAGE, cursor });
    const records: readonly RecordItem[] = await ledger.records(items, asOf);
    for (const record of records) if (record.kind === 'event') sum += placesOf(record);
    cursor = next;
  } while (cursor !== null);
  return Math.max(sum, item.counts.reports);
};

/** How an event is covered. */
export interface Coverage {
  /** Mentions in all its reports, several of one report counted each. */
  readonly mentions: number;
  /** Whether it stands in the headline or the first paragraph of the report of its row: GDELT's `IsRootEvent`. */
  readonly leads: boolean;
}

/** Looks up how events are covered. Rows of one report follow each other, so the last report is kept. */
export class Covered {
  readonly #ledger: Ledger;
  readonly #asOf: string | null;
  #last: { readonly report: string; readonly end: number } | null = null;

  constructor(ledger: Ledger, asOf: string | null) {
    this.#ledger = ledger;
    this.#asOf = asOf;
  }

  async of(item: EventItem): Promise<Coverage> {
    const end = await this.#leadEnd(item.report.id);
    return {
      mentions: await mentionsOf(this.#ledger, item, this.#asOf),
      leads: [item.record.trigger, ...item.record.mentions].some(({ start }) => start < end),
    };
  }

  /** Where the first paragraph of a report ends; what stands before it is its head. */
  async #leadEnd(report: string): Promise<number> {
    if (this.#last?.report === report) return this.#last.end;
    const blocks = (await this.#ledger.report(report, this.#asOf))?.readout.document.blocks ?? [];
    const end = blocks.find(({ kind }) => kind === 'paragraph')?.span.end ?? 0;
    this.#last = { report, end };
    return end;
  }
}
