import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';

/** Disputes, and the statements that they may be about, in the order of the text. */
const readDisputes = async (text: string) => {
  const { disputes, wordsOf, statements } = await readEvents(text);
  return { disputes, wordsOf, statements };
};

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

test('an allegation that the denial itself tells is what it denies, not what was said before', async () => {
  const text =
    "Poland said that Belarus had lied. Belarus rejected Latvia's allegation that its troops had crossed the border.";
  expect(await disputesOf(text)).toEqual([['allegation', 'rejected', 'denies']]);
});

test.each([
  ['of a relative clause', 'Poland accused Belarus of arming rebels, a charge the government of Belarus denied.'],
  ['that looks like a subject', 'Poland accused Belarus of arming rebels, a charge Belarus quickly rejected.'],
])('a word for the accusation %s', async (_, text) => {
  const [[claim, counter] = []] = await disputesOf(text);
  expect([claim, counter]).toEqual(['accused', expect.stringMatching(/denied|rejected/)]);
});

test('an allegation told without its author is not laid to whoever spoke last', async () => {
  const text = 'Poland accused Belarus of lying. Belarus rejected the allegation that smugglers had settled in Minsk.';
  expect(await disputesOf(text)).toEqual([]);
});

test.each([
  ['part of it', 'Poland accused Belarus of lying. Belarus said the claim was part of an information war.'],
  ['part of it, in marks', "Poland accused Belarus of lying. Belarus said the claim was part of a 'propaganda war'."],
])('the accused call the accusation %s', async (_, text) => {
  expect(await disputesOf(text)).toEqual([['accused', 'said', 'disputes-characterization']]);
});

test('what an information war does is spoken of, not called so', async () => {
  const text = 'Poland accused Belarus of lying. Belarus said that the costs of an information war were high.';
  expect(await disputesOf(text)).toEqual([]);
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

test('who rejects several allegations answers all that the accuser said', async () => {
  const said = 'Norway said that Ghana was arming rebels. Norway added that Ghana had hidden the weapons.';
  const found = await disputesOf(`${said} Ghana rejected the allegations.`);
  expect(found).toEqual([
    ['said', 'rejected', 'denies'],
    ['added', 'rejected', 'denies'],
  ]);
});

test('a denial answers the claim that speaks of the same', async () => {
  const said = 'Norway said that Ghana was arming its border troops with missiles. Norway said that Ghana was rude.';
  const { disputes, statements } = await readDisputes(`${said} Ghana denied that missiles had reached its troops.`);
  expect(disputes.map(({ claim }) => statements.indexOf(claim))).toEqual([0]);
});

test('who rejects an accusation may go on in words of his own', async () => {
  const text = 'Poland accused Ada Berg of theft. Berg rejected the accusation. "I have never taken money," Berg said.';
  expect(await disputesOf(text)).toEqual([
    ['accused', 'rejected', 'denies'],
    ['accused', 'said', 'denies'],
  ]);
});

test('a verdict on what the other side said', async () => {
  const text = 'Norway said that it needed more time. Ghana dismissed Norway’s response as a trick.';
  expect(await disputesOf(text)).toEqual([['said', 'dismissed', 'disputes-characterization']]);
});

test('but, and not, about the same thing', async () => {
  const text = '“The timing is bad,” said Ada Berg. But Karl Lund said that one should not make much of the timing.';
  expect(await disputesOf(text)).toEqual([['said', 'said', 'disputes-characterization']]);
});

test('the words that call an order political answer the order of which they speak', async () => {
  const text =
    'Prosecutors in Norway ordered the arrest of Ada Berg. A court in Norway banned Berg. Berg rejected the arrest, telling reporters that it was politically motivated.';
  expect(await disputesOf(text)).toContainEqual(['ordered', 'telling', 'disputes-characterization']);
});

test.each([
  ['but about another thing', '“The timing is bad,” said Ada Berg. But Karl Lund said that the bridge was not long.'],
  ['not, without but', '“The timing is bad,” said Ada Berg. Karl Lund said that one should not forget the timing.'],
  ['but, without not', '“The timing is bad,” said Ada Berg. But Karl Lund said that the timing was bad for all.'],
  ['a verdict on words that nobody tells', 'Ghana dismissed Norway’s response as a trick.'],
  [
    'a word for a lie of which one only speaks',
    'Poland accused Belarus of theft. Belarus said that a provocation would hurt Poland.',
  ],
  ['what is feared', 'Norway said that Ghana was late. Ghana dismissed fears of a war with Norway.'],
  ['a verdict on an act', 'Norway said that it needed time. Ghana criticized Norway’s bridge as ugly.'],
  [
    'charges of somebody else',
    'Norway said that Ghana was late. Berg is jailed on charges which Ghana has dismissed as baseless.',
  ],
])('no dispute: %s', async (_, text) => {
  expect(await disputesOf(text)).toEqual([]);
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
