import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readEvents, type Told } from '../support/read-events.ts';

interface Row {
  readonly type: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly realis: string;
  readonly time: string | null;
  /** Cues of the statements that carry it. */
  readonly assertedBy: readonly (string | undefined)[];
  readonly mentions: readonly string[];
}

interface Wanted {
  readonly events: readonly Partial<Row>[];
  readonly agenda: readonly unknown[];
  readonly disputes: readonly unknown[];
}

/** Reports of our own, each beside the events that must be found in it (parts of a row), and all of its agenda and disputes. */
const folder = new URL('./golden-events/', import.meta.url);
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const wanted: Wanted = parse(readFileSync(new URL(name.replace('.txt', '.yaml'), folder), 'utf8'));
    return { name, text: readFileSync(new URL(name, folder), 'utf8'), wanted };
  });

const toRow = ({ wordsOf }: Told, { event, actors, recipients, time }: Told['events'][number]): Row => ({
  type: event.type,
  actors,
  recipients,
  realis: event.realis,
  time,
  assertedBy: event.assertedBy.map(wordsOf),
  mentions: event.mentions.map(({ text }) => text),
});

describe.each(reports)('the events of $name', ({ text, wanted }) => {
  let told: Told | undefined;
  let rows: readonly Row[] = [];
  beforeAll(async () => {
    const found = await readEvents(text);
    rows = found.events.map((each) => toRow(found, each));
    told = found;
  }, 300_000);

  test.each(wanted.events.map((row) => [`${row.type} ${row.mentions?.join(', ')}`, row] as const))('%s', (_, row) => {
    expect(rows).toContainEqual(expect.objectContaining(row));
  });

  test('nothing else is on the agenda', () => {
    const items = told?.agenda.map(({ event, when, state }) => [told?.wordsOf(event), when?.value ?? null, state]);
    expect(items).toEqual(wanted.agenda);
  });

  test('who disputes what', () => {
    const pairs = told?.disputes.map(({ claim, counter, kind }) =>
      JSON.stringify([told?.wordsOf(claim), told?.wordsOf(counter), kind]),
    );
    expect([...new Set(pairs)]).toEqual(wanted.disputes.map((each) => JSON.stringify(each)));
  });
});
