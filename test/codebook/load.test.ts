import { describe, expect, test } from 'vitest';
import { CodebookError, type CodebookFile, loadCodebook } from '../../src/codebook/index.ts';
import { shippedCodebook } from '../support/codebook.ts';

const file = (text: string, name = 'own.yaml'): CodebookFile => ({ name, text });

const meeting = (id: string, verb: string): string =>
  `  - { id: ${id}, type: CONSULT, verbs: [${verb}], examples: { match: ["Peru met Chile."], reject: [] } }\n`;

const problemsOf = (...files: CodebookFile[]) => {
  try {
    loadCodebook(files);
  } catch (error) {
    if (error instanceof CodebookError) return error.problems;
    throw error;
  }
  return [];
};

describe('layers', () => {
  const first = file(`events:\n${meeting('a', 'meet')}${meeting('b', 'confer')}`, 'base.yaml');

  test('a later file adds entries', () => {
    const { events } = loadCodebook([first, file(`events:\n${meeting('c', 'huddle')}`)]);
    expect(events.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('a later file overrides the entry of the same id, whole', () => {
    const { events } = loadCodebook([first, file(`events:\n${meeting('a', 'huddle')}`)]);
    expect(events.map(({ id, verbs }) => [id, verbs])).toEqual([
      ['a', ['huddle']],
      ['b', ['confer']],
    ]);
  });

  test('remove: true takes an entry away', () => {
    const { events } = loadCodebook([first, file('events:\n  - { id: a, remove: true }\n')]);
    expect(events.map(({ id }) => id)).toEqual(['b']);
  });

  test('the same id may stand in two sections', () => {
    const { events, agenda } = loadCodebook([first, file('agenda:\n  - { id: a, words: [skip], state: cancelled }\n')]);
    expect([events.length, agenda.length]).toEqual([2, 1]);
  });

  test('an empty file, an empty section and comments are nothing', () => {
    expect(loadCodebook([file(''), file('# nothing\n'), file('events:\n')]).events).toEqual([]);
  });
});

describe('version', () => {
  const one = file(`events:\n${meeting('a', 'meet')}`);

  test('is the same for the same entries, whatever the file is called and how it is spaced', () => {
    const spaced = file(`# a comment\nevents:\n\n${meeting('a', 'meet')}`, 'other.yaml');
    expect(loadCodebook([spaced]).version).toBe(loadCodebook([one]).version);
  });

  test('changes with a word', () => {
    expect(loadCodebook([file(`events:\n${meeting('a', 'greet')}`)]).version).not.toBe(loadCodebook([one]).version);
  });
});

describe('mistakes', () => {
  test.each([
    ['not YAML', 'events:\n  - { id: a', 2, /not YAML/],
    ['no mapping', '- a\n- b\n', 1, /mapping from section/],
    ['no list', 'events: 3\n', 1, /must hold a list/],
    ['an entry that is no mapping', 'events:\n  - meet\n', 2, /must be a mapping/],
    ['no id', 'events:\n  - type: CONSULT\n', 2, /has no id/],
    ['an unknown section', 'evnets:\n  - { id: a }\n', 2, /no section "evnets"/],
    ['nothing to remove', 'events:\n  - { id: a, remove: true }\n', 2, /nothing called "a"/],
    ['a misspelt key', 'agenda:\n  - id: a\n    word: [x]\n    words: [x]\n    state: held\n', 2, /word/],
    ['a wrong value', 'agenda:\n  - id: a\n    words: [x]\n    state: hold\n', 4, /state/],
    [
      'a word that YAML reads as no word',
      'agenda:\n  - id: a\n    words:\n      - x\n      - 7\n    state: held\n',
      5,
      /words\.1/,
    ],
  ])('%s', (_, text, line, message) => {
    const [problem] = problemsOf(file(text));
    expect(problem).toMatchObject({ file: 'own.yaml', line });
    expect(problem?.message).toMatch(message);
  });

  test('are all listed, each with its file', () => {
    const found = problemsOf(
      file('evnets:\n  - { id: a }\n', 'one.yaml'),
      file('events:\n  - { id: b }\n', 'two.yaml'),
    );
    expect(new Set(found.map((problem) => problem.file))).toEqual(new Set(['one.yaml', 'two.yaml']));
  });

  test('an id twice in one file', () => {
    const twice = file(`events:\n${meeting('a', 'meet')}${meeting('a', 'greet')}`);
    expect(problemsOf(twice)).toMatchObject([{ line: 3, message: expect.stringContaining('twice') }]);
  });

  test('an entry of events needs words', () => {
    const found = problemsOf(file('events:\n  - { id: a, type: CONSULT, examples: {} }\n'));
    expect(found[0]?.message).toContain('needs "verbs", "nouns" or "acts"');
  });

  test('the message of the error names file and line', () => {
    expect(() => loadCodebook([file('events: 3\n')])).toThrow(/own\.yaml:1: /);
  });
});

describe('the shipped codebook', () => {
  test('has patterns for every type', () => {
    expect(new Set(shippedCodebook().events.map(({ type }) => type)).size).toBe(17);
  });

  test('every pattern of an event shows what it must and must not match', () => {
    const bare = shippedCodebook().events.filter(({ examples }) => !examples.match?.length || !examples.reject?.length);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});
