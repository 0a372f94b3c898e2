import type { Readout } from '../../src/readout/index.ts';
import { documentId, toEvidence } from '../../src/text/index.ts';

/** A readout of a report of its own for each number, with a statement and an event of two actors. */
export const numberedReadout = (number: number, engine = 'en-made'): Readout => {
  const title = `Norland and Sudmark hold talks, round ${number}`;
  const text = `${title}\n\nNorland's envoy Ada Berg met Sudmark's envoy Olav Rask in Nordhavn for round ${number}. "We made headway on item ${number}," Berg said.`;
  const words = (part: string) => {
    const start = text.indexOf(part, title.length);
    return toEvidence(text, { start, end: start + part.length });
  };
  const actor = (id: string, name: string) => ({
    id: `actor-${id}-${number}`,
    name,
    kind: 'person' as const,
    role: 'envoy',
    affiliation: null,
    code: null,
    mentions: [words(name)],
  });
  const day = new Date(Date.UTC(2026, 0, 1 + (number % 300))).toISOString();
  return {
    readout: 1,
    engine: { version: '0.0.0', model: engine, codebook: 'en-made' },
    document: {
      id: documentId(text),
      title,
      dek: null,
      byline: [],
      agency: null,
      publisher: `Paper ${number % 5}`,
      published: day,
      dateline: null,
      language: 'en',
      url: `https://paper${number % 5}.example/talks/${number}`,
      images: [],
      related: [],
      corrections: [],
      otherTitles: [],
      sources: {},
      blocks: [
        { kind: 'heading', span: toEvidence(text, { start: 0, end: title.length }) },
        { kind: 'paragraph', span: toEvidence(text, { start: title.length + 2, end: text.length }) },
      ],
    },
    text,
    actors: [actor('berg', 'Ada Berg'), actor('rask', 'Olav Rask')],
    times: [],
    places: [],
    statements: [
      {
        id: `statement-${number}`,
        source:
          words('Berg said') &&
          toEvidence(text, { start: text.lastIndexOf('Berg'), end: text.lastIndexOf('Berg') + 4 }),
        speakers: [`actor-berg-${number}`],
        cue: words('said'),
        content: [words(`"We made headway on item ${number},"`)],
        quotation: 'direct',
        act: 'say',
        attitude: false,
        channel: [],
        addressee: null,
        time: null,
        place: null,
        parent: null,
        rule: 'made',
      },
    ],
    events: [
      {
        id: `event-${number}`,
        type: 'CONSULT',
        mode: null,
        contexts: [],
        actors: [`actor-berg-${number}`, `actor-rask-${number}`],
        recipients: [],
        trigger: words('met'),
        mentions: [words('met')],
        realis: 'actual',
        assertedBy: [],
        statement: null,
        time: null,
        place: null,
        rule: 'made',
      },
    ],
    agenda: [],
    disputes: [],
    warnings: [],
  };
};
