import { describe, expect, test } from 'vitest';
import { readSaid } from '../support/read-said.ts';

describe('pronouns', () => {
  test('two that "he" may mean leave it open', async () => {
    const { said } = await readSaid('Tor Dahl and Jan Moe met in Lima. Then he said the talks had failed.');
    expect(said.find((each) => each.source === 'he')?.speakers).toEqual([]);
  });

  test.each([
    ['an honorific', 'Mr. Dahl thanked Ms. Vik. She left early.', 'she', 'Vik'],
    ['a given name', 'Maria Vik will meet Peter Dahl. He is ill.', 'he', 'Peter Dahl'],
    ['a name that stands in full only later', 'Vik met Dahl. She left. Maria Vik won.', 'she', 'Maria Vik'],
    ['a word for a woman', 'The spokeswoman, Kosi Vik, met Dahl. He left early.', 'he', 'Dahl'],
    ['a word for a relative', 'Her father, Ammu Dahl, met Vik. She left early.', 'she', 'Vik'],
  ])('gender is known by %s', async (_, text, pronoun, expected) => {
    const { actors } = await readSaid(text);
    const isMeant = ({ mentions }: (typeof actors)[number]): boolean =>
      mentions.some((mention) => mention.text.toLowerCase() === pronoun);
    expect(actors.filter(isMeant).map((actor) => actor.name)).toEqual([expected]);
  });

  test('a pronoun is nobody of the other gender, even where nobody else is there', async () => {
    const { actors } = await readSaid('Mr. Dahl was late. She had warned of it.');
    expect(actors.flatMap(({ mentions }) => mentions.map(({ text }) => text))).not.toContain('She');
  });

  test.each([
    ['the object of a verb is not its understood subject', 'Tor Dahl asked Jan Moe to help him.', 'him', 'Tor Dahl'],
    [
      "who is made another's deputy is not that other",
      'Tor Dahl praised Jan Moe. Moe became his deputy.',
      'his',
      'Tor Dahl',
    ],
    ['members of a coordination are two', 'Tor Dahl praised Jan Moe. Later he and Moe left.', 'he', 'Tor Dahl'],
  ])('%s', async (_, text, pronoun, expected) => {
    const { actors } = await readSaid(text);
    const holders = actors.filter(({ mentions }) => mentions.some((mention) => mention.text === pronoun));
    expect(holders.map((actor) => actor.name)).toEqual([expected]);
  });

  test.each([
    [
      'a woman may bear a surname that is a given name of men',
      'Ross praised the treaty. She will sign it on Friday.',
      'Ross',
    ],
    ['the owner of the subject ahead', "After her speech in Lima, Vik's party left the hall.", 'Vik'],
    [
      'sentences of a speech are no distance',
      'Jan Moe lost. "We were late," said Ada Vik of the union. "I did not know of it. The farmers were tired. Nobody called us. It rained," she told Radio Sol.',
      'Ada Vik',
    ],
  ])('%s', async (_, text, expected) => {
    const { actors } = await readSaid(text);
    const holders = actors.filter(({ mentions }) => mentions.some(({ text: words }) => /^(?:she|her)$/i.test(words)));
    expect(holders.map((actor) => actor.name)).toEqual([expected]);
  });

  test('a surname alone is a namesake where the pronoun is of the other gender', async () => {
    const { actors } = await readSaid('Vik left Lima with her husband, Peter Vik. On Monday Vik said she was tired.');
    const holders = actors.filter(({ mentions }) => mentions.some(({ text }) => text === 'she'));
    expect(holders.map(({ name, mentions }) => [name, mentions.some(({ text }) => text === 'Peter Vik')])).toEqual([
      ['Vik', false],
    ]);
  });

  test('a place stays a place, and a body a body, where nobody is called by a pronoun', async () => {
    const { actors } = await readSaid('Tor Dahl flew to Lima. In Lima he met officials of Solbank.');
    expect(actors.filter(({ kind }) => kind === 'person').map(({ name }) => name)).toEqual(['Tor Dahl']);
  });

  test('a stressed pronoun is whom it stands behind', async () => {
    const { actors } = await readSaid('Tor Dahl flew home. Jan Moe himself has not been seen since Sunday.');
    expect(actors.find(({ name }) => name === 'Jan Moe')?.mentions.map(({ text }) => text)).toContain('himself');
  });

  test('a headline leaves articles out', async () => {
    const text = 'Minister says the port is closed\n\nForeign Minister Ada Berg spoke on Monday.';
    const { said } = await readSaid(text, { kind: 'heading' });
    expect(said.find(({ source }) => source === 'Minister')?.speakers).toEqual(['Ada Berg']);
  });

  test('who is said to speak is not looked for in what is said', async () => {
    const { said } = await readSaid(
      'Jan Moe flew home. "Tor Dahl will sign. Dahl has promised it, and Dahl is no liar," he said.',
    );
    expect(said.find((each) => each.source === 'he')?.speakers).toEqual(['Jan Moe']);
  });

  test('a pronoun between quotation marks is not who speaks', async () => {
    const { actors } = await readSaid('Tor Dahl lost the vote. "He lost the street too," Jan Moe said. "He will go."');
    const moe = actors.find(({ name }) => name === 'Jan Moe');
    expect(moe?.mentions.map(({ text }) => text)).toEqual(['Jan Moe']);
  });

  test('a pronoun stays in its paragraph', async () => {
    const { actors } = await readSaid(
      'Tor Dahl spoke on Monday. Dahl asked for help, and Dahl got it.\n\nThe envoy, Jan Moe, landed and met Dahl. He will go home on Friday.',
    );
    expect(actors.find(({ name }) => name === 'Jan Moe')?.mentions.map(({ text }) => text)).toContain('He');
  });

  test.each([
    ['a phrase before its subject', 'Tor Dahl praised Jan Moe. In his speech, Moe thanked the farmers.', 'Jan Moe'],
    [
      'the subject of the sentence before',
      'Tor Dahl flew home after talks with Jan Moe. He will vote on Friday.',
      'Tor Dahl',
    ],
    ['never who belongs to him', 'Tor Dahl left. His brother, Jan Moe, stayed.', 'Tor Dahl'],
  ])('a pronoun is %s', async (_, text, expected) => {
    const { actors } = await readSaid(text);
    const holders = actors.filter(({ mentions }) => mentions.some((mention) => /^(?:he|his)$/i.test(mention.text)));
    expect(holders.map((actor) => actor.name)).toEqual([expected]);
  });
});
