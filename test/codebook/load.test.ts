import { describe, expect, test } from 'vitest';
import { CodebookError, type CodebookFile, inspectCodebook, loadCodebook } from '../../src/codebook/index.ts';
import { codebookFiles, shippedCodebook } from '../support/codebook.ts';

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
    ['nothing to remove', 'events:\n  - { id: a, remove: true }\n', 2, /"a": there is nothing called that/],
    [
      'a misspelt key',
      'agenda:\n  - id: a\n    word: [x]\n    words: [x]\n    state: held\n',
      3,
      /"word".*Did you mean words/,
    ],
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

  const event = (...lines: readonly string[]): string =>
    `events:\n  - id: a\n    ${['type: CONSULT', 'verbs: [meet]', 'examples: {}', ...lines].join('\n    ')}\n`;

  test.each([
    [
      'an unknown type',
      'events:\n  - { id: a, type: CONSLT, verbs: [meet], examples: {} }\n',
      2,
      /Did you mean CONSULT/,
    ],
    ['an unknown mode', event('mode: vist'), 6, /no mode of CONSULT.*Did you mean visit/],
    ['a mode of another type', event('mode: demo'), 6, /no mode of CONSULT/],
    ['an unknown context', event('contexts: [helth]'), 6, /Did you mean health/],
    ['an unknown realis', event('realis: plannd'), 6, /Did you mean planned/],
    ['an unknown act', event('acts: [sayy]'), 6, /Did you mean say/],
    ['a misspelt role', event('actors: [sujbect]'), 6, /no role; did you mean subject/],
    ['a misspelt role of a condition', event('where:', '  objct: actor'), 7, /did you mean object/],
    [
      'a word wanted and barred',
      event('where: { object: [a, b] }', 'unless: { object: [b] }'),
      7,
      /wants and bars "b"/,
    ],
    [
      'a condition that bars itself',
      event('where: { with: named }', 'unless: { with: actor }'),
      7,
      /contradicts "where"/,
    ],
    ['words wanted where nothing may be', event('where: { with: [x] }', 'unless: { with: present }'), 7, /contradicts/],
    ['an empty list of words', event('nouns: []'), 6, /holds no word/],
    ['a word in capitals', event('nouns: [MEETING, 7]'), 6, /must be a word/],
    [
      'an example both ways',
      'agenda:\n  - id: a\n    words: [x]\n    state: held\n    examples:\n      match: [It was so.]\n      reject: [It was so.]\n',
      6,
      /must match and must not/,
    ],
    [
      'an example that is a number',
      event().replace('examples: {}', 'examples: { match: [7] }'),
      5,
      /must be a sentence/,
    ],
    ['a key said twice', event('type: AID'), 6, /"type" stands twice/],
    ['a section said twice', 'agenda:\nevents:\nagenda:\n', 3, /stands twice/],
    ['an alias of nothing', 'agenda:\n  - { id: a, words: *none, state: held }\n', 2, /not YAML|alias/],
    ['a list where a mapping must be', event('where: [object]'), 6, /must be a mapping/],
    ['a pattern that is none', 'calendar:\n  - { id: a, pattern: "(" }\n', 2, /no regular expression/],
    ['a class that nobody defines', 'times:\n  - { id: times/a, read: date, pattern: "{dayy}" }\n', 2, /no class/],
  ])('%s', (_, text, line, message) => {
    const found = problemsOf(file(text));
    expect(found.map((problem) => problem.message).join('\n')).toMatch(message);
    expect(found.find((problem) => message.test(problem.message))).toMatchObject({ file: 'own.yaml', line });
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

describe('contradictions', () => {
  const entry = (id: string, type: string, more = ''): string =>
    `  - { id: ${id}, type: ${type}, verbs: [greet], examples: {}${more} }\n`;
  const layer = (text: string, name: string, of: string): CodebookFile => ({
    name,
    text: `events:\n${text}`,
    layer: of,
  });

  test('one word under the same conditions is two types', () => {
    const found = problemsOf(file(`events:\n${entry('a', 'AID')}${entry('b', 'SUPPORT')}`));
    expect(found).toMatchObject([{ line: 3, message: expect.stringContaining('is AID in "a" (own.yaml:2)') }]);
  });

  test('also in two files of one layer, as is an id used twice', () => {
    const found = problemsOf(
      layer(entry('a', 'AID'), 'one.yaml', 'x'),
      layer(entry('b', 'SUPPORT') + entry('a', 'AID'), 'two.yaml', 'x'),
    );
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('"greet" under the same conditions'),
      expect.stringContaining('the id is used twice (one.yaml:2)'),
    ]);
  });

  test.each([
    ['other conditions', entry('b', 'SUPPORT', ', where: { object: person }')],
    ['the same type', entry('b', 'AID')],
  ])('none: %s', (_, other) => {
    expect(problemsOf(file(`events:\n${entry('a', 'AID')}${other}`))).toEqual([]);
  });

  test('against a lower layer it is a warning, and the upper one is used', () => {
    const files = [layer(entry('a', 'AID'), 'one.yaml', 'x'), layer(entry('b', 'SUPPORT'), 'two.yaml', 'y')];
    expect(inspectCodebook(files).problems).toMatchObject([{ file: 'two.yaml', severity: 'warning' }]);
    expect(loadCodebook(files).events.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('a word with two states on the agenda', () => {
    const text = 'agenda:\n  - { id: a, words: [x], state: held }\n  - { id: b, words: [x], state: postponed }\n';
    expect(problemsOf(file(text))).toMatchObject([{ line: 3 }]);
  });
});

describe('what is left out', () => {
  test('is the bad entry, and the one it would have overridden stays', () => {
    const bad = 'events:\n  - { id: a, type: NONE, verbs: [greet], examples: {} }\n';
    const { codebook, problems } = inspectCodebook([file(`events:\n${meeting('a', 'meet')}`, 'base.yaml'), file(bad)]);
    expect(problems).toMatchObject([{ file: 'own.yaml', line: 2, severity: 'mistake' }]);
    expect(codebook.events.map(({ verbs }) => verbs)).toEqual([['meet']]);
  });

  test('is a file that is not YAML, and no other', () => {
    const { codebook } = inspectCodebook([file('events: [', 'bad.yaml'), file(`events:\n${meeting('a', 'meet')}`)]);
    expect(codebook.events).toHaveLength(1);
  });

  test.each([
    ['nothing', ''],
    ['a comment', '# nothing yet\n'],
  ])('an empty file (%s) is warned of', (_, text) => {
    expect(inspectCodebook([file(text)]).problems).toMatchObject([{ line: 1, severity: 'warning' }]);
  });
});

describe('the shipped codebook', () => {
  test('has neither mistakes nor warnings', () => {
    expect(inspectCodebook(codebookFiles().map((each) => ({ ...each, layer: 'shipped' }))).problems).toEqual([]);
  });

  test('has patterns for every type', () => {
    expect(new Set(shippedCodebook().events.map(({ type }) => type)).size).toBe(17);
  });

  test('every pattern of an event shows what it must and must not match', () => {
    const bare = shippedCodebook().events.filter(({ examples }) => !examples.match?.length || !examples.reject?.length);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});
