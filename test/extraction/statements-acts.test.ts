import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';
import { readSaid } from '../support/read-said.ts';

test.each([
  ['a verdict', 'Ada Berg said that King Karl was a liar.', 'criticize'],
  ['a verdict on what is theirs', 'Ada Berg said that Poland’s tariffs were “reckless and unfair.”', 'criticize'],
  ['a good word', 'Ada Berg said that King Karl was a hero.', 'praise'],
  ['a comparison', 'Ada Berg said that King Karl was better than his brother.', 'say'],
  ['a verdict denied', 'Ada Berg said that King Karl was not a liar.', 'say'],
  ['what somebody is said to have done', 'Ada Berg said that Poland had violated the truce.', 'accuse'],
  ['what somebody seeks', 'Ada Berg said that Poland was trying to sabotage the talks.', 'accuse'],
  ['bad things that somebody took part in', 'Ada Berg said that King Karl was involved in corrupt deals.', 'accuse'],
  ['whom an attack is laid to', 'Ada Berg said that Poland was responsible for the raid.', 'accuse'],
  ['who may be relied on', 'Ada Berg said that Poland was responsible.', 'praise'],
  ['a reproach as a reason', 'Turkey said it left because Poland has been cheating it for years.', 'accuse'],
  [
    'displeasure at what somebody does',
    '“We are deeply worried about the latest moves of Poland,” Turkey said.',
    'criticize',
  ],
  ['worry about somebody', '“We are worried about Poland,” Turkey said.', 'say'],
  ['what nothing will keep it from', '“I will not hesitate to expel the Greek envoy,” Ada Berg said.', 'threaten'],
  ['what may be', 'Ada Berg said that Poland might violate the truce.', 'say'],
  ['a verdict on a thing', 'Ada Berg said that the road was dangerous.', 'say'],
  ['a question', 'Ada Berg asked whether Poland had violated the truce.', 'ask'],
  ['a promise in the third person', 'Turkey said it would free the sailors.', 'promise'],
  ['a refusal in the third person', 'Turkey said it would not free the sailors.', 'refuse'],
  ['somebody else will', 'Turkey said Greece would free the sailors.', 'say'],
  ['something will be done to it', 'Turkey said it would be sued by the sailors.', 'say'],
])('%s: %s', async (_, text, act) => {
  const { said } = await readSaid(text);
  expect(said.map((each) => each.act)).toEqual([act]);
});

test('a promise of something is an event, one to come or to ask is a plan', async () => {
  const types = async (text: string): Promise<string[]> =>
    (await readEvents(text)).events.map(({ event }) => event.type);
  expect(await types('Turkey said it would free ten Greek sailors.')).toEqual(['AGREE', 'RETREAT']);
  expect(await types('Chancellor Ada Berg said she would visit Sweden.')).toEqual(['CONSULT']);
});

test('a refusal told twice is one', async () => {
  const { events } = await readEvents('Kenya said it would not release the Somali sailors.');
  expect(events.map(({ event }) => event.type)).toEqual(['REJECT']);
});
