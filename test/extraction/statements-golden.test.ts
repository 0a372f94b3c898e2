import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSaid, type Said } from '../support/read-said.ts';

/** Reports of our own, each beside the statements that must be found in it (parts of a row, as the phrase book has them). */
const folder = new URL('./golden/', import.meta.url);
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const wanted: Partial<Said>[] = parse(readFileSync(new URL(name.replace('.txt', '.yaml'), folder), 'utf8'));
    return { name, text: readFileSync(new URL(name, folder), 'utf8'), wanted };
  });

describe.each(reports)('the statements of $name', ({ text, wanted }) => {
  let said: Omit<Said, 'statement'>[] = [];
  beforeAll(async () => {
    said = (await readSaid(text)).said.map(({ statement: _, ...row }) => row);
  }, 300_000);

  test.each(
    wanted.map((row) => [`${row.source ?? ''} ${row.cue ?? ''} ${row.content?.[0] ?? ''}`.trim(), row] as const),
  )('%s', (_, row) => {
    expect(said).toContainEqual(expect.objectContaining(row));
  });
});
