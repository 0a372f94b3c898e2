import { describe, expect, test } from 'vitest';
import { byCause, errorsOf } from '../../eval/statement-errors.ts';
import type { TokenStatement } from '../../eval/statement-tokens.ts';

const statement = (parts: Partial<TokenStatement>): TokenStatement => ({
  source: [1],
  cue: [2],
  content: [3, 4, 5],
  isSpeech: true,
  quotation: 'indirect',
  show: 'source | cue | content',
  ...parts,
});

const causesOf = (gold: Partial<TokenStatement>[], system: Partial<TokenStatement>[]): string[] =>
  errorsOf('a', gold.map(statement), system.map(statement)).map(({ cause }) => cause);

describe('errors of statements by cause', () => {
  test('a statement that is right is none', () => {
    expect(causesOf([{}], [{}])).toEqual([]);
  });

  test('missed and false ones say of what kind they are', () => {
    expect(causesOf([{ isSpeech: false }], [])).toEqual(['missed (no speech, indirect)']);
    expect(causesOf([], [{ quotation: 'direct' }])).toEqual(['false (speech, direct)']);
  });

  test('one found with other parts says which and how', () => {
    expect(causesOf([{}], [{ content: [3, 4, 5, 6] }])).toEqual(['content too long']);
    expect(causesOf([{}], [{ content: [4], source: [] }])).toEqual(['source not found, content too short']);
    expect(causesOf([{ source: [] }], [{ cue: [7] }])).toEqual(['source there is none, cue elsewhere']);
    expect(causesOf([{ source: [0, 1] }], [{ source: [1, 9] }])).toEqual(['source shifted']);
  });

  test('are listed under their counts, the commonest cause first', () => {
    const errors = [
      ...errorsOf('a', [statement({})], []),
      ...errorsOf('b', [], [statement({}), statement({ cue: [9] })]),
    ];
    expect(byCause(errors)).toEqual([
      'false (speech, indirect): 2',
      '  b: source | cue | content',
      '  b: source | cue | content',
      'missed (speech, indirect): 1',
      '  a: source | cue | content',
    ]);
  });
});
