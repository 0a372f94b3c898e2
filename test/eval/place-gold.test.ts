import { expect, test } from 'vitest';
import { readPlaceStories } from '../../eval/place-gold.ts';

const location = (name: string, start: string, lat = '59.9'): string =>
  `<location><name>${name}</name><start>${start}</start><end>5</end><lat>${lat}</lat><lon>10.7</lon><page>https://x/wiki/${name}</page></location>`;

const story = (text: string, ...names: string[]): string =>
  `<article><text>${text}</text><locations>${names.join('')}</locations></article>`;

const toponyms = (xml: string) => readPlaceStories(xml).flatMap((each) => each.toponyms);

test('a name is sought where the gold says, then next to it', () => {
  const found = toponyms(story('In Oslo and A &amp; B.', location('Oslo', '4'), location('A &amp; B', '9')));
  expect(found.map(({ start }) => start)).toEqual([3, 12]);
});

test('a name that the text does not hold stays where the gold says', () => {
  expect(toponyms(story('In Oslo.', location('Riga', '3')))[0]?.start).toBe(3);
});

test('a name without position or coordinates is none', () => {
  expect(toponyms(story('In Oslo.', location('Oslo', ''), location('Oslo', '3', '')))).toEqual([]);
});

test('the country and the name of the gazetteer, in the layout of LGL', () => {
  const gaztag =
    '<gaztag geonameid="1"><name>Oslo kommune</name><lat>59.9</lat><lon>10.7</lon><country geonameid="2">Norway</country></gaztag>';
  const xml = `<article><text><![CDATA[In Oslo & so on]]></text><toponym><phrase>Oslo</phrase><start>3</start><end>7</end>${gaztag}</toponym></article>`;
  expect(toponyms(xml)).toEqual([{ start: 3, end: 7, lat: 59.9, lon: 10.7, country: 'Norway', title: 'Oslo kommune' }]);
});
