import type { Arrival } from '../../src/ledger/index.ts';
import type { Readout } from '../../src/readout/index.ts';
import { documentId } from '../../src/text/index.ts';

/** The records of a made readout, and what is known of its report. */
export interface MadeReport extends Partial<Omit<Readout, 'document'>> {
  readonly text: string;
  readonly title?: string;
  readonly published?: string | null;
  readonly publisher?: string | null;
  readonly origin?: string;
  readonly added?: string;
}

/** An arrival with the records it is given, and no others. */
export const madeArrival = (made: MadeReport): Arrival => {
  const { title = null, published = null, publisher = null, origin, added = '2025-06-01T00:00:00Z', ...records } = made;
  const id = documentId(`${title}${made.text}`);
  const span = { start: 0, end: made.text.length, text: made.text };
  const readout: Readout = {
    readout: 1,
    engine: { version: '0', model: 'none', codebook: 'none' },
    document: {
      id,
      title,
      dek: null,
      byline: [],
      agency: null,
      publisher,
      published,
      dateline: null,
      language: 'en',
      url: null,
      images: [],
      related: [],
      corrections: [],
      otherTitles: [],
      sources: {},
      blocks: [{ kind: 'paragraph', span }],
    },
    actors: [],
    times: [],
    places: [],
    statements: [],
    events: [],
    agenda: [],
    disputes: [],
    warnings: [],
    ...records,
  };
  return { readout, publisher, origin: origin ?? id, added };
};
