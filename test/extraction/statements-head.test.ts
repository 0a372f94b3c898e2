import { describe, expect, test } from 'vitest';
import { findActors, findStatements } from '../../src/extraction/index.ts';
import type { Attribution } from '../../src/reading/index.ts';
import { shippedCodebook } from '../support/codebook.ts';
import { readText } from '../support/read-text.ts';

/** An attribution as the head might give it, by its words. */
interface Made {
  readonly anchor: string;
  readonly score?: number;
  readonly source: string | null;
  readonly cue: string;
  readonly content: readonly string[];
}

interface Row {
  readonly rule: string;
  readonly source: string | null;
  readonly cue: string;
  readonly content: readonly string[];
  readonly attitude: boolean;
  readonly parent: boolean;
}

/** The statements of a text of which the head says just this. */
const read = async (text: string, ...made: readonly Made[]): Promise<Row[]> => {
  const codebook = shippedCodebook();
  const document = await readText(text);
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const sentences = document.sentences.map((sentence) => ({
    ...sentence,
    attributions: made.flatMap(({ anchor, score = 0.9, source, cue, content }): Attribution[] => {
      const at = sentence.tokens.findIndex((token) => token.text === anchor);
      if (at < 0) return [];
      return [
        {
          anchor: at,
          score,
          source: source === null ? null : spanOf(source),
          cue: spanOf(cue),
          content: content.map(spanOf),
        },
      ];
    }),
  }));
  const known = { ...document, sentences };
  return findStatements(known, findActors(known, codebook), [], [], codebook).map(({ statement }) => ({
    rule: statement.rule,
    source: statement.source?.text ?? null,
    cue: statement.cue.text,
    content: statement.content.map(({ text }) => text),
    attitude: statement.attitude,
    parent: statement.parent !== null,
  }));
};

describe('rules and head', () => {
  const said = 'Ada Berg said on Monday the dam was safe.';

  test('where both see a cue, the head bounds its parts and the rule says what it is', async () => {
    const [row] = await read(said, { anchor: 'said', source: 'Ada', cue: 'said', content: ['dam was safe'] });
    expect(row).toMatchObject({ rule: 'statements/verb-clause/say+head', source: 'Ada', content: ['dam was safe'] });
  });

  test('what only the rule sees stands', async () => {
    const [row] = await read(said);
    expect(row).toMatchObject({ rule: 'statements/verb-clause/say', content: ['the dam was safe'] });
  });

  test('things done to somebody, where the head sees no cue, are not said', async () => {
    expect(await read('The owner committed the crime at night.')).toEqual([]);
    const rows = await read('Ada Berg denied the report at night.', {
      anchor: 'denied',
      score: 0.05,
      source: 'Ada',
      cue: 'denied',
      content: ['the report'],
    });
    expect(rows.map(({ rule }) => rule)).toEqual(['statements/verb-object/deny']);
  });

  test('what the head is not sure of does not count', async () => {
    const rows = await read('The union of dockers backed the plan.', {
      anchor: 'backed',
      score: 0.3,
      source: 'The union of dockers',
      cue: 'backed',
      content: ['the plan'],
    });
    expect(rows).toEqual([]);
  });

  test('the surer of two with one cue counts', async () => {
    const text = 'The union of dockers backed the plan at once.';
    const made = { anchor: 'backed', source: 'The union of dockers', cue: 'backed' };
    const rows = await read(
      text,
      { ...made, score: 0.5, content: ['the plan at once'] },
      { ...made, score: 0.8, content: ['the plan'] },
    );
    expect(rows.map(({ content }) => content)).toEqual([['the plan']]);
  });

  test('commas and stops at the edges are no part of anything', async () => {
    const [row] = await read('The dam is safe, Ada Berg said.', {
      anchor: 'said',
      source: ', Ada Berg',
      cue: 'said',
      content: ['The dam is safe,'],
    });
    expect(row).toMatchObject({ source: 'Ada Berg', content: ['The dam is safe'] });
  });
});

describe('what the codebook wants otherwise', () => {
  test('the party accused is no part of the content', async () => {
    const [row] = await read('Sweden accused Norway of hiding the report.', {
      anchor: 'accused',
      source: 'Sweden',
      cue: 'accused',
      content: ['Norway of hiding the report'],
    });
    expect(row?.content).toEqual(['of hiding the report']);
  });

  test('a channel is no part of the cue', async () => {
    const [row] = await read('The ministry said in a statement that the talks would go on.', {
      anchor: 'said',
      source: 'The ministry',
      cue: 'said in a statement',
      content: ['that the talks would go on'],
    });
    expect(row?.cue).toBe('said');
  });

  test('a negation before the cue comes in', async () => {
    const [row] = await read('The spokesman neither confirmed nor denied the report.', {
      anchor: 'denied',
      source: 'The spokesman',
      cue: 'denied',
      content: ['the report'],
    });
    expect(row?.cue).toBe('neither confirmed nor denied');
  });

  test("a noun's clause ends where the tree ends it", async () => {
    const [row] = await read("Berg's claim that the ferries had left was wrong.", {
      anchor: 'claim',
      source: "Berg's",
      cue: 'claim',
      content: ['that the ferries had left was wrong'],
    });
    expect(row?.content).toEqual(['that the ferries had left']);
  });

  test('a quotation is taken in whole', async () => {
    const [row] = await read('"The talks were good. They will go on," Ada Berg said.', {
      anchor: 'said',
      source: 'Ada Berg',
      cue: 'said',
      content: ['They will go on'],
    });
    expect(row?.content).toEqual(['"The talks were good. They will go on,"']);
  });

  test('support and decisions are stances, in which nothing stands', async () => {
    const rows = await read('The senators backed a plan that Ada Berg says is fair.', {
      anchor: 'backed',
      source: 'The senators',
      cue: 'backed',
      content: ['a plan that Ada Berg says is fair'],
    });
    expect(rows.find(({ cue }) => cue === 'backed')).toMatchObject({ rule: 'statements/head/stance', attitude: true });
    expect(rows.filter(({ parent }) => parent)).toEqual([]);
  });

  test('an unusual cue with a clause in quotation marks is speech', async () => {
    const [row] = await read('Ada Berg bristled that "nobody had asked her".', {
      anchor: 'bristled',
      source: 'Ada Berg',
      cue: 'bristled',
      content: ['that "nobody had asked her"'],
    });
    expect(row).toMatchObject({ rule: 'statements/head/speech', attitude: false });
  });
});
