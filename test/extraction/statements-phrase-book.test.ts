import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSaid } from '../support/read-said.ts';

const names = z.array(z.string());

/** One construction: a sentence, and what a statement found in it must say. */
const phraseSchema = z.strictObject({
  shows: z.string().min(1),
  text: z.string().min(1),
  heading: z.boolean().default(false),
  /** No statement but attitudes may be found. */
  nothing: z.boolean().default(false),
  /** Known to fail; the test fails as soon as it does not, so that the mark goes. */
  missed: z.boolean().default(false),
  source: z.string().nullable().optional(),
  cue: z.string().optional(),
  content: names.optional(),
  act: z.string().optional(),
  attitude: z.boolean().optional(),
  quotation: z.string().optional(),
  speakers: names.optional(),
  channel: names.optional(),
  addressee: z.string().nullable().optional(),
  parent: z.string().nullable().optional(),
});

type Phrase = z.infer<typeof phraseSchema>;

const folder = new URL('./phrase-book/', import.meta.url);
const files = readdirSync(folder)
  .sort()
  .map((name) => ({
    name,
    phrases: z.array(phraseSchema).parse(parse(readFileSync(new URL(name, folder), 'utf8'))),
  }));
const FEWEST = 80;

const expectPhrase = async ({ text, heading, nothing, shows: _, missed: __, ...expected }: Phrase): Promise<void> => {
  const { said } = await readSaid(text, { kind: heading ? 'heading' : 'paragraph' });
  if (nothing)
    expect(said.filter(({ attitude }) => !attitude).map(({ cue, content }) => [cue, ...content])).toEqual([]);
  else expect(said.map(({ statement, ...words }) => words)).toContainEqual(expect.objectContaining(expected));
};

describe.each(files)('phrase book: $name', ({ phrases }) => {
  test.each(phrases.filter(({ missed }) => !missed))('$shows: $text', expectPhrase);

  test.each(phrases.filter(({ missed }) => missed))('still missed, $shows: $text', async (phrase) => {
    const isFound = await expectPhrase(phrase).then(
      () => true,
      () => false,
    );
    expect(isFound, 'this phrase is found now: take its mark "missed" away').toBe(false);
  });
});

describe('the phrase book', () => {
  const all = files.flatMap(({ phrases }) => phrases);

  test('shows each construction once, with something to be found', () => {
    expect(all.length).toBeGreaterThanOrEqual(FEWEST);
    expect(new Set(all.map(({ shows }) => shows)).size).toBe(all.length);
    for (const { shows, text, heading, nothing, missed, ...expected } of all)
      expect([shows, nothing || Object.keys(expected).length > 0]).toEqual([shows, true]);
  });
});
