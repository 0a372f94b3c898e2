import { expect, test } from 'vitest';
import { findActors, findPlaces, findStatements, findTimes } from '../../src/extraction/index.ts';
import { shippedCodebook } from '../support/codebook.ts';
import { readText } from '../support/read-text.ts';

const saidAt = async (text: string): Promise<(string | null)[]> => {
  const codebook = shippedCodebook();
  const read = await readText(text);
  const places = findPlaces(read, codebook);
  const statements = findStatements(read, findActors(read, codebook), findTimes(read, codebook), places, codebook);
  return statements.map(({ statement }) => places.find(({ id }) => id === statement.place)?.name ?? null);
};

test.each([
  ['In Vienna, Ada Berg said that Poland met Latvia in Riga.', 'Vienna'],
  ['Speaking in Vienna, Ada Berg said that Poland met Latvia in Riga.', 'Vienna'],
  ['Ada Berg, speaking from Vienna, said Poland met Latvia in Riga.', 'Vienna'],
  ['Ada Berg told reporters in Vienna that Poland met Latvia in Riga.', 'Vienna'],
  ['Ada Berg said at a news conference in Vienna that Poland met Latvia in Riga.', 'Vienna'],
])('said there: %s', async (text, place) => expect(await saidAt(text)).toEqual([place]));

test.each([
  'Ada Berg said that Poland met Latvia in Riga.',
  'Ada Berg said in a letter to the court in Vienna that Poland met Latvia.',
  'The ambassador in Vienna said that Poland met Latvia.',
  'On the situation in Kenya, Ada Berg said that nothing had changed.',
  'Ada Berg warned Latvia over the war in Kenya.',
  'Ada Berg spoke of Norway and said that nothing had changed.',
])('not said there: %s', async (text) => {
  const places = await saidAt(text);
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place) => place !== null)).toEqual([]);
});
