import { expect, test } from 'vitest';
import type { CodebookExample } from '../../src/codebook/index.ts';
import { shippedCodebook } from '../support/codebook.ts';
import { type NamedEvent, readEvents } from '../support/read-events.ts';

const examples = shippedCodebook().examples.filter(({ section }) => section === 'events');
const must = examples.filter(({ matches }) => matches);
const mustNot = examples.filter(({ matches }) => !matches);

const sorted = (names: unknown): unknown => (Array.isArray(names) ? [...names].sort() : names);

const told = ({ expects }: CodebookExample, found: NamedEvent): Record<string, unknown> => {
  const all: Record<string, unknown> = {
    trigger: found.event.trigger.text,
    realis: found.event.realis,
    actors: found.actors,
    recipients: found.recipients,
  };
  return Object.fromEntries(Object.keys(expects).map((key) => [key, all[key]]));
};

test('there are examples both ways', () => {
  expect(must.length).toBeGreaterThan(150);
  expect(mustNot.length).toBeGreaterThan(100);
});

test.each(must.map((example) => [example.entry, example.text, example] as const))(
  '%s: %s',
  async (entry, text, example) => {
    const { events } = await readEvents(text);
    const found = events.filter(({ event }) => event.rule === entry).map((event) => told(example, event));
    const wanted = Object.fromEntries(Object.entries(example.expects).map(([key, value]) => [key, sorted(value)]));
    expect(found).toContainEqual(wanted);
  },
);

test.each(mustNot.map(({ entry, text }) => [entry, text] as const))('not %s: %s', async (entry, text) => {
  const { events } = await readEvents(text);
  expect(events.filter(({ event }) => event.rule === entry)).toEqual([]);
});
