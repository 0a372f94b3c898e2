import { describe, expect, test } from 'vitest';
import { SameIndex } from '../../../src/intake/same/same-index.ts';
import type { Document } from '../../../src/text/index.ts';
import { documentFrom } from '../../support/engine.ts';
import { copies, type Pair, pairs, stories } from './pairs.ts';

const likenessOf = (first: Document, second: Document): string | null => {
  const index = new SameIndex();
  index.add('first', first);
  return index.add('second', second).likeness;
};

describe('the set of pairs', () => {
  const judged = pairs.flatMap((pair) => [
    { ...pair, found: likenessOf(pair.first, pair.second) },
    { ...pair, name: `${pair.name}, the other way round`, found: likenessOf(pair.second, pair.first) },
  ]);

  test('has at least 60 pairs of one event, of every kind', () => {
    const own = pairs.filter(({ kind }) => kind !== 'other event');
    expect(own.length).toBeGreaterThanOrEqual(60);
    expect(new Set(pairs.map(({ kind }) => kind)).size).toBe(9);
    for (const { paragraphs } of stories.flatMap(({ wire, rewritten, independent }) => [
      wire,
      rewritten,
      independent,
    ])) {
      const words = paragraphs.join(' ').split(/\s+/).length;
      expect(words).toBeGreaterThan(80);
      expect(words).toBeLessThan(300);
    }
  });

  test('precision is 98 % or more, recall of verbatim and cut 95 % or more', () => {
    const found = judged.filter((pair) => pair.found !== null);
    const wanted = judged.filter(({ kind }) => kind === 'verbatim' || kind === 'cut');
    expect(found.filter(({ kind }) => copies.has(kind)).length / found.length).toBeGreaterThanOrEqual(0.98);
    expect(wanted.filter((pair) => pair.found !== null).length / wanted.length).toBeGreaterThanOrEqual(0.95);
  });

  test.each(judged)('$name: $kind', ({ kind, found }: Pair & { found: string | null }) => {
    if (kind === 'edited' || kind === 'condensed') expect(found).not.toBeNull();
    else expect(found).toBe(copies.has(kind) ? kind : null);
  });
});

describe('the origin of a report', () => {
  const [ferry] = stories;
  const text = (title: string, from: number, to: number): Document =>
    documentFrom([title, ...(ferry?.wire.paragraphs.slice(from, to) ?? [])].join('\n\n'));
  const at = (document: Document, url: string | null, agency: string | null = null): Document => ({
    ...document,
    url,
    agency,
  });

  test('copies of copies lead to the first', () => {
    const index = new SameIndex();
    expect(index.add('a', at(text('Ferry line to resume', 0, 7), null, 'Reuters'))).toMatchObject({
      id: 'a',
      kind: 'wire',
      of: null,
    });
    expect(index.add('b', text('Boats to sail', 0, 5))).toMatchObject({
      id: 'a',
      kind: 'copy',
      of: 'a',
      likeness: 'cut',
    });
    expect(index.add('c', text('Boats will sail', 0, 5))).toMatchObject({ id: 'a', of: 'b', likeness: 're-headlined' });
    expect(index.add('d', documentFrom(stories[1]?.wire.paragraphs.join('\n\n') ?? ''))).toMatchObject({
      id: 'd',
      kind: 'own',
    });
  });

  test('says how much of each stands in the other', () => {
    const index = new SameIndex();
    index.add('a', text('Ferry line to resume', 0, 7));
    const { here, there } = index.add('b', text('Ferry line to resume', 0, 3));
    expect(here).toBe(1);
    expect(there).toBeGreaterThan(0.3);
    expect(there).toBeLessThan(0.6);
  });

  test('the same page read again is known by its address, if something of it is left', () => {
    const index = new SameIndex();
    index.add('a', at(text('Ferry line', 0, 4), 'https://www.post.example/news/ferry?utm_source=x'));
    expect(index.add('b', at(text('Ferry line', 3, 7), 'http://m.post.example/news/ferry/'))).toMatchObject({
      of: 'a',
      likeness: 'near',
      isSamePage: true,
    });
    expect(index.add('c', at(text('Ferry line', 3, 7), 'https://post.example/news/boats')).of).toBe('b');
  });

  test.each(['https://post.example/', null])('the address %s tells nothing', (url) => {
    const index = new SameIndex();
    index.add('a', at(text('Ferry line', 0, 4), url));
    expect(index.add('b', at(text('Ferry line', 3, 7), url)).of).toBeNull();
  });

  test.each([
    ['Talks end without result.', 'Talks end without result.', 'verbatim'],
    ['Talks end without result.', 'Talks end without a result.', null],
    [
      'The envoy left Sund on Friday without a word.',
      'The envoy left Sund on Friday without a word to reporters.',
      null,
    ],
  ])('a flash of a few words must be the same: "%s" and "%s"', (first, second, expected) => {
    expect(likenessOf(documentFrom(`Flash\n\n${first}`), documentFrom(`Flash\n\n${second}`))).toBe(expected);
  });

  test('reports that hold nothing but the same speech are one only if the whole is the same', () => {
    const speech = `“${ferry?.wire.paragraphs.slice(3, 7).join(' ')}”`;
    const first = documentFrom(`Rehn speaks\n\nTomas Rehn told the crews in Ansel: ${speech}`);
    const second = documentFrom(`A speech\n\nFrom the roof of a van came these words last night: ${speech}`);
    const partly = documentFrom(
      `A speech\n\nFrom the roof of a van came these words last night: ${speech.slice(0, 300)}”`,
    );
    expect(likenessOf(first, second)).not.toBeNull();
    expect(likenessOf(first, partly)).toBeNull();
  });

  test('reports without words of their own are no copies of each other', () => {
    const empty: Document = { ...text('Ferry line', 0, 1), text: '', blocks: [] };
    expect(likenessOf(empty, empty)).toBeNull();
  });

  test('a thousand reports with the same lines at their ends are a thousand reports, and take seconds', () => {
    const index = new SameIndex();
    const words = ferry?.wire.paragraphs.join(' ').split(/\s+/) ?? [];
    let seed = 1;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const started = performance.now();
    for (let number = 0; number < 1000; number += 1) {
      const body = words.map(() => words[random(words.length)]).join(' ');
      const { of } = index.add(
        `r${number}`,
        documentFrom(`Report ${number}\n\n${body}\n\nThe agency has a hundred bureaus in sixty countries.`),
      );
      expect(of).toBeNull();
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
