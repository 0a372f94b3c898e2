import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';
import { readSaid } from '../support/read-said.ts';

/** [headline, who claims, what]. */
const CLAIMS: readonly (readonly [string, string | null, string])[] = [
  [
    "Norway Says Danish Claim It Told Iceland's Envoy Not to Sail Is Part of 'Smear'",
    'Denmark',
    "It Told Iceland's Envoy Not to Sail",
  ],
  ["Kenya says Ugandan claim it jammed radars is 'pure theatre'", 'Uganda', 'it jammed radars'],
  ['Chile says Peruvian charge it bombed hospital is a lie', 'Peru', 'it bombed hospital'],
  ['Oman says Qatari allegations it hid ships are false', 'Qatar', 'it hid ships'],
];

test.each(CLAIMS)('a claim and the verdict on it are parted: %s', async (headline, claimant, claimed) => {
  const { said } = await readSaid(headline, { kind: 'heading' });
  const inner = said.find(({ parent, content }) => parent !== null && content.includes(claimed));
  expect(inner?.speakers).toEqual([claimant]);
  expect(said[0]?.content.join(' ')).toMatch(/(?:Is|is|are) /);
});

test.each([
  ['the same words in a paragraph', 'Norway says Danish ministers claim it sank a ferry.', 'paragraph'],
  ['a claim that is told as a verb', 'Norway says Danes claim it sank a ferry', 'heading'],
] as const)('%s are left as they are', async (_, text, kind) => {
  const { said } = await readSaid(text, { kind });
  expect(said.map(({ cue }) => cue.toLowerCase())).toContain('claim');
});

test('what is claimed was done by whom it is claimed of', async () => {
  const { events } = await readEvents(CLAIMS[0]?.[0] ?? '', { kind: 'heading' });
  expect(events.map(({ event, actors }) => [event.type, actors])).toContainEqual(['REQUEST', ['Norway']]);
});
