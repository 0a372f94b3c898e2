import { describe, expect, test } from 'vitest';
import type { CodebookExample } from '../../src/codebook/index.ts';
import { runExample } from '../../src/readout/index.ts';
import { shippedCodebook } from '../support/codebook.ts';
import { shippedEngine } from '../support/engine.ts';

const examples = shippedCodebook().examples.filter(({ section }) => section === 'events');
const must = examples.filter(({ matches }) => matches);
const mustNot = examples.filter(({ matches }) => !matches);

test('there are examples both ways', () => {
  expect(must.length).toBeGreaterThan(500);
  expect(mustNot.length).toBeGreaterThan(350);
});

test.each(must.map((example) => [example.entry, example.text, example] as const))('%s: %s', async (_, __, example) => {
  expect(await runExample(example, await shippedEngine())).toBeNull();
});

test.each(mustNot.map((example) => [example.entry, example.text, example] as const))(
  'not %s: %s',
  async (_, __, example) => {
    expect(await runExample(example, await shippedEngine())).toBeNull();
  },
);

describe('an example that fails says how', () => {
  const example = (text: string, matches: boolean, expects = {}): CodebookExample => ({
    section: 'events',
    entry: 'consult/meet',
    text,
    matches,
    expects,
    file: 'own.yaml',
    line: 1,
  });

  test.each([
    ['Peru met Chile.', false, {}, 'present'],
    ['Peru slept.', true, {}, 'missing'],
    ['Peru met Chile.', true, { realis: 'planned' }, 'different'],
    ['Peru met Chile.', true, { actors: ['Peru'] }, 'different'],
  ])('%s', async (text, matches, expects, kind) => {
    expect(await runExample(example(text, matches, expects), await shippedEngine())).toMatchObject({ kind });
  });

  test('with what the pattern wanted', async () => {
    const failure = await runExample(example('Peru met the deadline.', true), await shippedEngine());
    expect(failure?.attempts).toMatchObject([{ word: 'met', verdict: { kind: 'barred', role: 'object' } }]);
  });
});
