import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInput } from '../../src/intake/index.ts';
import type { Document } from '../../src/text/index.ts';

// Golden articles: each folder holds a source of our own writing and the document that it must give.
// `UPDATE=1 npx vitest run test/intake/articles.test.ts` rewrites the expectations; read the diff before you commit it.
const articles = join(import.meta.dirname, '..', 'articles');

const read = (slug: string): Document => {
  const folder = join(articles, slug);
  const source = readdirSync(folder).find((name) => name.startsWith('source.'));
  if (source === undefined) throw new Error(`${folder} has no source file`);
  return readInput({ name: source, bytes: readFileSync(join(folder, source)) });
};

/** What a reviewer reads: the metadata, and each block's kind with its words. */
const shown = ({ text, blocks, ...metadata }: Document): unknown => ({
  ...metadata,
  blocks: blocks.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`),
});

describe('golden articles', () => {
  test.each(readdirSync(articles))('%s', (slug) => {
    const path = join(articles, slug, 'expected.json');
    const found = `${JSON.stringify(shown(read(slug)), null, 2)}\n`;
    if (process.env.UPDATE === '1') writeFileSync(path, found);
    expect(existsSync(path), `${path} is missing: run with UPDATE=1 and read what it wrote`).toBe(true);
    expect(JSON.parse(found)).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });
});
