import { expect, test } from 'vitest';
import { readReports } from '../../src/intake/index.ts';

const posts = [
  {
    '@id': '#post-2',
    headline: 'Talks broken off',
    datePublished: '2026-03-09T14:20:00Z',
    articleBody: 'Norland has broken off the talks on the straits, its foreign minister said on Monday afternoon.',
    author: { name: 'Ida Holm' },
  },
  {
    '@id': '#post-1',
    headline: 'Delegations arrive',
    datePublished: '2026-03-09T09:05:00Z',
    articleBody:
      '<p>Both delegations have arrived in Sund.</p><p>The talks begin at ten, a spokesman of the port told reporters.</p>',
  },
  { '@id': '#post-0', headline: 'Welcome', datePublished: '2026-03-09T08:00:00Z', articleBody: 'Welcome.' },
].map((post) => ({ '@type': 'BlogPosting', ...post }));
const page = (updates: unknown): string =>
  `<html lang="en"><head><link rel="canonical" href="https://courier.example/live/straits"><script type="application/ld+json">${JSON.stringify(
    {
      '@type': 'LiveBlogPosting',
      headline: 'Straits talks: the day as it happened',
      datePublished: '2026-03-09T08:00:00Z',
      publisher: { '@type': 'Organization', name: 'The Sund Courier' },
      liveBlogUpdate: updates,
    },
  )}</script></head><body><h1>Straits talks: the day as it happened</h1><article><p>Norland has broken off the talks on the straits, its foreign minister said on Monday afternoon.</p><p>Both delegations have arrived in Sund.</p></article></body></html>`;

const read = async (html: string) => {
  const items = [];
  for await (const item of readReports({ name: 'live.html', bytes: new TextEncoder().encode(html) })) items.push(item);
  return items.map((item) => (item.kind === 'report' ? { name: item.name, document: item.document } : item));
};

test('the posts of a live blog are reports of their own, with their own headline, time, author and address', async () => {
  const [first, second, ...rest] = await read(page(posts));
  expect(rest).toEqual([]);
  expect(first).toMatchObject({
    name: 'live.html#1',
    document: {
      title: 'Talks broken off',
      byline: ['Ida Holm'],
      published: '2026-03-09T14:20:00Z',
      publisher: 'The Sund Courier',
      url: 'https://courier.example/live/straits#post-2',
      sources: { title: 'json-ld', published: 'json-ld', url: 'link' },
      text: 'Talks broken off\n\nNorland has broken off the talks on the straits, its foreign minister said on Monday afternoon.',
    },
  });
  expect(second).toMatchObject({
    document: { title: 'Delegations arrive', byline: [], url: 'https://courier.example/live/straits#post-1' },
  });
});

test('a live blog whose posts are not stated is one report', async () => {
  expect(await read(page([]))).toMatchObject([
    { name: 'live.html', document: { title: 'Straits talks: the day as it happened' } },
  ]);
});
