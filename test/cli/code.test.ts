import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { readoutSchema } from '../../src/readout/index.ts';
import { testTerminal } from '../support/terminal.ts';

const coded = async (lines: readonly string[], ...words: readonly string[]) => {
  const terminal = testTerminal({ stdin: lines.map((line) => `${line}\n`).join('') });
  const code = await run(['code', ...words], terminal);
  return { code, answers: terminal.written().split('\n').slice(0, -1), err: terminal.complained() };
};

const line = (day: number): string =>
  JSON.stringify({
    text: `Norland’s army attacked a post in Sudmark on Monday, Ada Berg said. It was day ${day}.`,
    published: `2026-03-0${day}`,
  });

test('each line has its answer, in the order of the lines, whatever the number of threads', async () => {
  const days = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const { code, answers } = await coded(days.map(line), '--threads', '2');
  expect(code).toBe(0);
  const readouts = answers.map((answer) => readoutSchema.parse(JSON.parse(answer)));
  expect(readouts.map(({ document }) => document.published)).toEqual(days.map((day) => `2026-03-0${day}`));
  expect(readouts.every(({ statements }) => statements.length > 0)).toBe(true);
});

test('a bad line is answered with an error that names it, and stops none of the others', async () => {
  const { code, answers, err } = await coded(['words', line(1), '[1]', '{"title": "x"}', '', line(2)]);
  expect(code).toBe(0);
  const parsed = answers.map((answer) => JSON.parse(answer));
  expect(parsed.map(({ error }) => error?.line ?? null)).toEqual([1, null, 3, 4, null]);
  expect(parsed[0].error.code).toBe('bad-line');
  expect(err).toContain('2 lines coded, 3 answered with an error');
});

test('columns and the day are told as to readout read', async () => {
  const { answers } = await coded(
    ['{"body_text": "Norland attacked Sudmark on Monday, Ada Berg said."}'],
    '--columns',
    'text=body_text',
    '--as-of',
    '2026-03-05',
  );
  const [time] = readoutSchema.parse(JSON.parse(answers[0] ?? '')).times;
  expect(time?.value).toBe('2026-03-02');
});

test('nothing in is nothing out; a wrong number of threads is a mistake in the call', async () => {
  expect(await coded([])).toEqual({ code: 0, answers: [], err: '' });
  expect((await coded([], '--threads', '0')).code).toBe(2);
});
