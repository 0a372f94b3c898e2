import { z } from '@hono/zod-openapi';
import type { Readout } from '../../readout/index.ts';
import type { EventItem, Ledger, ReportName, StatementItem } from '../../service/index.ts';

const text = z.string().nullable();

const words = z.object({
  words: z.string(),
  start: z.int().describe('Where they begin in the text of the report, in UTF-16 code units.'),
  end: z.int(),
});

const report = z.object({ id: z.string(), title: text, publisher: text, published: text, url: text });

/** What every row that a tool gives rests on: words, where they stand, and the report. */
export const evidenceShape = z.object({ report, quotes: z.array(words).min(1) });

export type EvidenceOf = z.infer<typeof evidenceShape>;

interface Words {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const quote = ({ start, end, text: said }: Words) => ({ words: said, start, end });

/** The words of a statement: who, the cue, what. */
export const statementEvidence = ({ report: from, record }: StatementItem): EvidenceOf => ({
  report: from,
  quotes: [...(record.source === null ? [] : [record.source]), record.cue, ...record.content].map(quote),
});

export const eventEvidence = ({ report: from, record }: EventItem): EvidenceOf => ({
  report: from,
  quotes: [record.trigger, ...record.mentions.filter(({ start }) => start !== record.trigger.start)].map(quote),
});

/** The words that a record of a readout rests on, whatever its kind. */
const wordsOf = (readout: Readout, record: string): readonly Words[] => {
  const { statements, events, agenda, disputes, actors } = readout;
  const statement = statements.find(({ id }) => id === record);
  if (statement !== undefined) return [statement.cue, ...statement.content];
  const event = events.find(({ id }) => id === record);
  if (event !== undefined) return [event.trigger];
  const item = agenda.find(({ id }) => id === record);
  if (item !== undefined) return wordsOf(readout, item.event);
  const dispute = disputes.find(({ id }) => id === record);
  if (dispute !== undefined) return wordsOf(readout, dispute.counter);
  return actors.find(({ id }) => id === record)?.mentions.slice(0, 1) ?? [];
};

/** Records that are asked for at once. */
const RECORDS = 200;
/** Reports that one answer quotes from at most. */
const REPORTS = 20;

/** Finds the evidence of records by where they stand; of records that are not there any more there is none. */
export class EvidenceFinder {
  readonly #ledger: Pick<Ledger, 'report' | 'records'>;
  readonly #asOf: string | null;
  readonly #reports = new Map<string, Promise<{ readonly name: ReportName; readonly readout: Readout } | null>>();

  constructor(ledger: Pick<Ledger, 'report' | 'records'>, asOf: string | null) {
    this.#ledger = ledger;
    this.#asOf = asOf;
  }

  async #open(id: string) {
    const found = await this.#ledger.report(id, this.#asOf);
    if (found === null) return null;
    const { title, publisher, published, url, readout } = found;
    return { name: { id: found.id, title, publisher, published, url }, readout };
  }

  async of(refs: readonly { readonly document: string; readonly record: string }[]): Promise<readonly EvidenceOf[]> {
    const found: EvidenceOf[] = [];
    // Statements and events as people have corrected them; of other kinds of records the readout has the words.
    const corrected = await this.#ledger.records(refs.slice(0, RECORDS), this.#asOf);
    for (const { document, record } of refs) {
      const item = corrected.find(({ id, report }) => id === record && report.id === document);
      if (item !== undefined) {
        found.push(item.kind === 'statement' ? statementEvidence(item) : eventEvidence(item));
        continue;
      }
      if (!this.#reports.has(document) && this.#reports.size >= REPORTS) continue;
      const opened = this.#reports.get(document) ?? this.#open(document);
      this.#reports.set(document, opened);
      const known = await opened;
      const spans = known === null ? [] : wordsOf(known.readout, record);
      if (known !== null && spans.length > 0) found.push({ report: known.name, quotes: spans.map(quote) });
    }
    return found;
  }
}
