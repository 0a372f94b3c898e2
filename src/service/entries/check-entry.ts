import { z } from 'zod';
import { type Entry, isStorable } from '../../store/index.ts';
import { ReadoutError } from '../../text/index.ts';

const words = z.string();
const kept = words.refine(isStorable);
const record = z.looseObject({ id: words });

/**
 * What an entry of each kind has at least. A readout of another version may look otherwise than one of today, so that no more is asked
 * of it than what names it; one that cannot be read after all is passed over when it is applied.
 */
const shapes: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries({
    read: z.looseObject({
      name: words,
      readout: z.looseObject({
        engine: z.looseObject({ version: words, model: words, codebook: words }),
        document: z.looseObject({ id: words }),
        text: words,
        statements: z.array(record),
        events: z.array(record),
      }),
    }),
    correct: z.looseObject({
      id: kept,
      author: words,
      why: words.nullable(),
      change: z.looseObject({ action: kept }),
    }),
    undo: z.looseObject({ id: kept, author: words, why: words.nullable(), correction: kept }),
    fail: z.looseObject({ name: words, code: kept, message: words }),
    set: z.looseObject({ kind: kept, key: kept, value: z.unknown() }),
  }),
);

/** Whether an entry is one that a ledger can have written. Of kinds that this program does not know, any is. */
const isPlausible = ({ kind, data }: Entry): boolean => shapes.get(kind)?.safeParse(data).success ?? true;

/** Entries of a backup, as long as each is one that a ledger can have written. Throws `bad-entry`. */
export async function* plausible(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    if (!isPlausible(entry))
      throw new ReadoutError(
        'bad-entry',
        `Entry ${entry.seq} of the backup is no entry of the kind "${entry.kind}"; the ledger holds those before it.`,
        { seq: entry.seq, kind: entry.kind },
      );
    yield entry;
  }
}
