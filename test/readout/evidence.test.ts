import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Readout, readDocument, readoutSchema } from '../../src/readout/index.ts';
import type { Document } from '../../src/text/index.ts';
import { documentFrom, shippedEngine } from '../support/engine.ts';

const examples = new URL('../../examples/reports/', import.meta.url);

interface Claimed {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isSpan = (value: object): value is Claimed => 'start' in value && 'end' in value && 'text' in value;

/** Every span anywhere in a readout. */
const spansIn = (value: unknown): Claimed[] => {
  if (typeof value !== 'object' || value === null) return [];
  return isSpan(value) ? [value] : Object.values(value).flatMap(spansIn);
};

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** Ids that a readout points to without having such a row. */
const dangling = (readout: Readout): string[] => {
  const actors = new Set(idsOf(readout.actors));
  const times = new Set(idsOf(readout.times));
  const places = new Set(idsOf(readout.places));
  const statements = new Set(idsOf(readout.statements));
  const events = new Set(idsOf(readout.events));
  const absent = (known: ReadonlySet<string>, ids: readonly (string | null)[]): string[] =>
    ids.filter((id): id is string => id !== null && !known.has(id));
  return [
    ...readout.statements.flatMap((row) => [
      ...absent(actors, row.speakers),
      ...absent(times, [row.time]),
      ...absent(places, [row.place]),
      ...absent(statements, [row.parent]),
    ]),
    ...readout.events.flatMap((row) => [
      ...absent(actors, [...row.actors, ...row.recipients]),
      ...absent(times, [row.time]),
      ...absent(places, [row.place]),
      ...absent(statements, [...row.assertedBy, row.statement]),
    ]),
    ...readout.agenda.flatMap((row) => [
      ...absent(actors, row.who),
      ...absent(events, [row.event]),
      ...absent(places, [row.where]),
    ]),
    ...readout.disputes.flatMap((row) => [
      ...absent(new Set([...events, ...statements]), [row.claim]),
      ...absent(statements, [row.counter]),
      ...absent(actors, row.parties),
    ]),
  ];
};

const checkReadout = async (document: Document): Promise<Readout> => {
  const { readout } = await readDocument(document, await shippedEngine(), { asOf: null });
  readoutSchema.parse(readout);
  expect(readout.text).toBe(document.text);
  for (const span of spansIn({ ...readout, text: '' })) {
    expect(span.text).toBe(document.text.slice(span.start, span.end));
    expect(span.text).not.toBe('');
  }
  const rows = [
    readout.actors,
    readout.times,
    readout.places,
    readout.statements,
    readout.events,
    readout.agenda,
    readout.disputes,
  ];
  const ids = rows.flatMap(idsOf);
  expect(new Set(ids).size).toBe(ids.length);
  expect(dangling(readout)).toEqual([]);
  return readout;
};

test.each(readdirSync(examples))(
  'every span of %s is the slice it claims, every id has its row, and again the same',
  async (name) => {
    const document = documentFrom(readFileSync(new URL(name, examples), 'utf8'), name);
    const first = await checkReadout(document);
    expect(await checkReadout(document)).toEqual(first);
    expect(first.statements.length).toBeGreaterThan(0);
  },
);

const who = [
  'Norland',
  'Ada Berg',
  'Foreign Minister Ada Berg',
  'the president',
  'She',
  'officials',
  'Berg and Mr. Holm',
  'the U.N. envoy',
];
const does = [
  'said',
  'denied',
  'has warned',
  'accused Sudmark of',
  'will meet',
  'called on the army',
  'told reporters',
  'might sanction',
  'did not sign',
];
const what = [
  'that talks had failed',
  'to leave',
  'shelling the border',
  'on Friday',
  '"This is over"',
  '“We won’t go”',
  'at 3 p.m. on May 5',
  'if it attacked',
];
const joins = ['. ', ', ', '\n\n', ' – ', '; ', ' ', '…', '."\n'];

const newsLike = fc
  .array(
    fc.tuple(fc.constantFrom(...who), fc.constantFrom(...does), fc.constantFrom(...what), fc.constantFrom(...joins)),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((clauses) => clauses.map(([subject, verb, object, join]) => `${subject} ${verb} ${object}${join}`).join(''));

const odd = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 200 })
  .map((text) => `Ada Berg said ${text.replace(/\p{Cc}/gu, ' ')} on Monday.`);

test('whatever the words, spans are slices and ids have rows', async () => {
  await shippedEngine();
  await fc.assert(
    fc.asyncProperty(fc.oneof({ arbitrary: newsLike, weight: 3 }, odd), async (text) => {
      const document = documentFrom(`Norland Talks\n\nNORDHAVN, March 4, 2026 (Reuters) - ${text}\n`);
      await checkReadout(document);
    }),
    { numRuns: 60 },
  );
}, 300_000);
