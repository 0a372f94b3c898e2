import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';

const disputesOf = async (text: string) => {
  const { disputes, wordsOf } = await readEvents(text);
  return disputes.map(({ claim, counter, kind }) => [wordsOf(claim), wordsOf(counter), kind]);
};

test('a denial disputes the event in its content', async () => {
  expect(await disputesOf('Russia denied that it invaded Moldova.')).toEqual([['invaded', 'denied', 'denies']]);
});

test('the accused call the accusation false', async () => {
  const text = 'Poland accused Belarus of lying. Belarus said that the accusation was baseless.';
  expect(await disputesOf(text)).toEqual([['accused', 'said', 'denies']]);
});

test('the accused call it propaganda', async () => {
  const text = 'Poland accused Belarus of lying. Belarus said that the claim was propaganda.';
  expect(await disputesOf(text)).toEqual([['accused', 'said', 'disputes-characterization']]);
});

test('the accused reject the accusation', async () => {
  const text = 'Poland accused Belarus of lying. Belarus rejected the accusation.';
  expect(await disputesOf(text)).toEqual([['accused', 'rejected', 'denies']]);
});

test.each([
  ['somebody else', 'Poland accused Belarus of lying. Norway said that the film was propaganda.'],
  ['who accuses', 'Poland accused Belarus of lying. Poland said that the claim was propaganda.'],
  ['agreement', 'Poland accused Belarus of lying. Belarus said that it was sorry.'],
])('no dispute: %s', async (_, text) => {
  expect(await disputesOf(text)).toEqual([]);
});
