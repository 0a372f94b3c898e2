import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../src/extraction/index.ts';
import { readInput } from '../../src/intake/index.ts';
import { readDocument } from '../../src/readout/index.ts';
import { shippedEngine } from '../support/engine.ts';
import { readSaid, type Said } from '../support/read-said.ts';

const BRIEFING = [
  'Hanna Lund, the spokesperson of the Harbour Commission, spoke to the press on Friday.',
  'MS. LUND: Good morning. We have seen no evidence for it, and we have asked Stockholm for details. The port stays open.',
  'QUESTION: Sweden says that Norway interfered. Did the Chairman ask for the withdrawal of the advisers?',
  'MS. LUND: He did not.',
];

const inTurn = (said: readonly Said[]): Said[] => said.filter(({ rule }) => rule === 'statements/turn');

describe('turns of a transcript', () => {
  test('each turn is one direct statement of the one its label names', async () => {
    const { said } = await readSaid(BRIEFING.join('\n'));
    expect(inTurn(said).map(({ source, cue, quotation, act }) => [source, cue, quotation, act])).toEqual([
      ['MS. LUND', ':', 'direct', 'say'],
      ['QUESTION', ':', 'direct', 'ask'],
      ['MS. LUND', ':', 'direct', 'say'],
    ]);
    expect(inTurn(said)[0]?.content).toEqual([BRIEFING[1]?.slice('MS. LUND: '.length)]);
    expect(inTurn(said).map(({ speakers }) => speakers)).toEqual([['Hanna Lund'], [], ['Hanna Lund']]);
  });

  test('what is told inside stands in the turn, "we" is its speaker, and the label is no part of it', async () => {
    const { said } = await readSaid(BRIEFING.join('\n'));
    expect(said).toContainEqual(
      expect.objectContaining({ act: 'request', source: 'we', speakers: ['Hanna Lund'], parent: ':' }),
    );
    expect(said).toContainEqual(expect.objectContaining({ speakers: ['Sweden'], cue: 'says', parent: ':' }));
    for (const each of said.filter(({ rule }) => rule !== 'statements/turn'))
      expect(each.content.join(' ')).not.toMatch(/LUND|QUESTION/);
  });

  test('a question holds nothing as said', async () => {
    const { said } = await readSaid(BRIEFING.join('\n'));
    expect(said.filter(({ content }) => content.join(' ').startsWith('the withdrawal'))).toEqual([]);
  });

  test.each([
    ['a place before the news', 'OSLO: The port stays open.\nThe harbour master was not there.'],
    ['headings of a list', 'When: Friday at noon\nWhere: the harbour of Oslo\nWho: the harbour master'],
    ['one label among prose', 'Hanna Lund came.\nLund: a life in ships.\nThe book is long.'],
  ])('%s is no turn', async (_, text) => {
    const { said } = await readSaid(text);
    expect(inTurn(said)).toEqual([]);
  });
});

const examples = new URL('../../examples/reports/', import.meta.url);

/** The statements that stand inside themselves, however far up. */
const circular = (statements: readonly Pick<Statement, 'id' | 'parent' | 'cue'>[]): string[] => {
  const parents = new Map(statements.map(({ id, parent }) => [id, parent]));
  return statements.flatMap(({ id, cue }) => {
    const above = new Set<string>();
    for (let at = parents.get(id) ?? null; at !== null && !above.has(at); at = parents.get(at) ?? null) above.add(at);
    return above.has(id) ? [cue.text] : [];
  });
};

describe('nesting', () => {
  const PIECES = [
    '"We will go," Ada Berg said',
    'Otto Lind told reporters that Sweden had denied the report',
    ', he added.',
    ' "They said so," she said.',
    'According to the ministry, ',
    ' and warned that the port would close. ',
    'Asked whether he agreed, ',
    '\n',
    '"',
    'MR. LIND: ',
  ];

  test('no statement stands inside itself', { timeout: 60_000 }, async () => {
    const texts = fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
      .map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { said } = await readSaid(text);
        expect(circular(said.map(({ statement }) => statement))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test.each(readdirSync(examples))('nor in %s', async (name) => {
    const document = readInput({ name, bytes: readFileSync(new URL(name, examples)) });
    const { readout } = await readDocument(document, await shippedEngine(), { asOf: null });
    expect(readout.statements.length).toBeGreaterThan(0);
    expect(circular(readout.statements)).toEqual([]);
  });
});
