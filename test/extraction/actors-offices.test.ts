import { describe, expect, test } from 'vitest';
import { readSaid } from '../support/read-said.ts';

describe('offices', () => {
  test.each([
    [
      'before his name',
      "The king met Norway's prime minister in Rome. Norway's Peter Dahl was late.",
      "Norway's prime minister",
      'Peter Dahl',
    ],
    [
      'for a counterpart',
      "Norwegian Prime Minister Tor Dahl called his Danish counterpart, Ada Berg. Denmark's prime minister was ill.",
      "Denmark's prime minister",
      'Ada Berg',
    ],
    [
      'by the last subject',
      'French Foreign Minister Ada Berg met Turkish Foreign Minister Tor Dahl. The minister left early.',
      'The minister',
      'Ada Berg',
    ],
  ])('an office finds its holder %s', async (_, text, office, expected) => {
    const { actors } = await readSaid(text);
    const holders = actors.filter(({ mentions }) => mentions.some((mention) => mention.text === office));
    expect(holders.map((actor) => actor.name)).toEqual([expected]);
  });

  test.each([
    [
      'of something else',
      'President Ada Berg spoke. Tor Dahl thanked the leader of his choir.',
      'the leader of his choir',
      [],
    ],
    [
      'of the country',
      'President Ada Berg spoke. Tor Dahl thanked the leader of the country.',
      'the leader of the country',
      ['Ada Berg'],
    ],
  ])('a leader %s', async (_, text, office, expected) => {
    const { actors } = await readSaid(text);
    const holders = actors.filter(({ mentions }) =>
      mentions.some((mention) => mention.text.startsWith(office.slice(0, 10))),
    );
    expect(holders.map((actor) => actor.name)).toEqual(expected);
  });

  test('an office whose holder is not named is somebody', async () => {
    const { actors } = await readSaid('The chairperson spoke with Peter Dahl. He urged calm.');
    const holder = actors.find(({ mentions }) => mentions.some((mention) => mention.text === 'The chairperson'));
    expect(holder?.kind).toBe('person');
  });

  test.each([
    [
      'its spokesman',
      'The Norwegian Defense Ministry denied it. Its spokesman, Tor Dahl, resigned.',
      'Tor Dahl',
      'Norwegian Defense Ministry',
      'NOR GOV',
    ],
    [
      'a spokesman of the subject before',
      'The Norwegian Defense Ministry denied it. Spokesman Tor Dahl resigned.',
      'Tor Dahl',
      'Norwegian Defense Ministry',
      'NOR GOV',
    ],
    ['her envoy', 'Danish Prime Minister Ada Berg spoke. Her envoy, Tor Dahl, left.', 'Tor Dahl', 'Denmark', 'DNK GOV'],
    [
      'her office',
      'Danish Prime Minister Ada Berg resigned. Her office denied it.',
      "Ada Berg's office",
      'Denmark',
      'DNK GOV',
    ],
    [
      'its opposition',
      'Norway banned the march. Its opposition protested.',
      "Norway's opposition",
      'Norway',
      'NOR OPP',
    ],
  ])("what belongs to somebody has that one's affiliation: %s", async (_, text, name, affiliation, code) => {
    const { actors } = await readSaid(text);
    expect(actors.find((actor) => actor.name === name)).toMatchObject({ affiliation, code });
  });

  test('the offices of two people are two', async () => {
    const { actors } = await readSaid(
      'Ada Berg resigned. Her office denied it.\n\nTor Dahl resigned. His office denied it.',
    );
    const names = actors.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Ada Berg's office", "Tor Dahl's office"]));
  });

  test('the leader of the opposition is the opposition leader', async () => {
    const { actors } = await readSaid('Opposition leader Ada Berg left. The leader of the opposition was ill.');
    expect(actors.find(({ name }) => name === 'Ada Berg')?.mentions).toHaveLength(2);
  });
});
