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

test('who rejects accusations rejects all that the accuser just made', async () => {
  const text = 'Norway accused Ghana of lying. Norway also accused Ghana of theft. Ghana rejected the accusations.';
  expect((await disputesOf(text)).map(([, counter]) => counter)).toEqual(['rejected', 'rejected']);
});

test('a denial answers who told of the same, before it or behind it', async () => {
  const told = 'Norway said that Russia had invaded Moldova.';
  const denied = 'Russia denied that it had invaded Moldova.';
  expect(await disputesOf(`${told} ${denied}`)).toEqual([['said', 'denied', 'denies']]);
  expect(await disputesOf(`${denied} ${told}`)).toEqual([['said', 'denied', 'denies']]);
});

test('a dispute is between both sides', async () => {
  const { disputes } = await readEvents(
    'Norway said Russia invaded Moldova. Russia denied that it had invaded Moldova.',
  );
  expect(disputes.map(({ parties }) => parties.length)).toEqual([2]);
});

test('a denial of something else answers no other claim', async () => {
  const text = 'Norway said that Russia had invaded Moldova. Russia denied that it persuaded Kenya to resign.';
  expect(await disputesOf(text)).toEqual([['persuaded', 'denied', 'denies']]);
});

test('what one demanded oneself is denied, not what others demanded', async () => {
  expect(await disputesOf('Russia denied that it had asked Kenya to pay.')).toEqual([['asked', 'denied', 'denies']]);
});

test('claim against claim', async () => {
  const text = 'Sweden said that Kenya attacked Somalia. Ghana said that Kenya did not attack Somalia.';
  expect(await disputesOf(text)).toEqual([['said', 'said', 'contradicts']]);
});

test.each([
  ['one party on both', 'Sweden said that Kenya attacked Somalia. Sweden said that Kenya did not attack Ghana.'],
  ['another victim', 'Sweden said that Kenya attacked Somalia. Peru said that Kenya did not attack Ghana.'],
  ['somebody else', 'Poland accused Belarus of lying. Norway said that the film was propaganda.'],
  ['who accuses', 'Poland accused Belarus of lying. Poland said that the claim was propaganda.'],
  ['agreement', 'Poland accused Belarus of lying. Belarus said that it was sorry.'],
])('no dispute: %s', async (_, text) => {
  expect(await disputesOf(text)).toEqual([]);
});
