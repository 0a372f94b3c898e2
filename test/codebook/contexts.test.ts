import { expect, test } from 'vitest';
import { inspectCodebook } from '../../src/codebook/index.ts';
import { CONTEXTS } from '../../src/codebook/plover.ts';
import { runExample } from '../../src/readout/index.ts';
import { shippedCodebook } from '../support/codebook.ts';
import { shippedEngine } from '../support/engine.ts';
import { readEvents } from '../support/read-events.ts';

const { contexts, examples } = shippedCodebook();
const own = examples.filter(({ section }) => section === 'contexts');

test('every context of PLOVER has words, and examples both ways', () => {
  expect(contexts.map(({ id }) => id).sort()).toEqual([...CONTEXTS].sort());
  for (const id of CONTEXTS) {
    const ways = own.filter(({ entry }) => entry === id).map(({ matches }) => matches);
    expect(new Set(ways).size, id).toBe(2);
  }
});

test.each(own.map((example) => [example.entry, example.matches ? 'in' : 'not in', example.text, example] as const))(
  '%s %s: %s',
  async (_, __, ___, example) => {
    expect(await runExample(example, await shippedEngine())).toBeNull();
  },
);

const contextsOf = async (text: string, type: string): Promise<string[]> =>
  (await readEvents(text)).events
    .filter(({ event }) => event.type === type)
    .flatMap(({ event }) => [...event.contexts]);

test.each([
  ['what the event is about', 'Kenya accused Chad of trafficking.', 'ACCUSE', 'trafficking', true],
  ['a clause of time', 'Kenya met Chad after gunmen attacked a mosque.', 'CONSULT', 'religion_ethnicity', false],
  ['a relative clause', 'Kenya met Chad, which had banned abortion.', 'CONSULT', 'gender', false],
  ['another event beside it', 'Kenya met Chad and arrested two hackers.', 'CONSULT', 'cyber', false],
  ['another sentence', 'Kenya met Chad. Ghana sells oil.', 'CONSULT', 'natural_resource', false],
])('%s: %s', async (_, text, type, context, shown) => {
  expect((await contextsOf(text, type)).includes(context)).toBe(shown);
});

test.each([
  ['no context of PLOVER', '{ id: weather, words: [rain] }', /"weather" is no value here/],
  ['no words', '{ id: health, words: [] }', /holds no word/],
  ['words in capitals', '{ id: health, words: [Ebola] }', /dictionary form/],
])('%s is refused with its line', (_, entry, message) => {
  const text = `contexts:\n  - ${entry.replace(' }', ', examples: { match: [], reject: [] } }')}\n`;
  const { problems, codebook } = inspectCodebook([{ name: 'own.yaml', text }]);
  expect(problems).toMatchObject([{ file: 'own.yaml', line: 2 }]);
  expect(problems[0]?.message).toMatch(message);
  expect(codebook.contexts).toEqual([]);
});
