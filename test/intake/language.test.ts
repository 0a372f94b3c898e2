import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readInput } from '../../src/intake/index.ts';
import { languageOf, sharedLanguage } from '../../src/intake/language.ts';

const samples = Object.entries(
  JSON.parse(readFileSync(new URL('samples/languages.json', import.meta.url), 'utf8')) as Record<string, string[]>,
);
const of = (language: string): string => (samples.find(([each]) => each === language)?.[1] ?? []).join(' ');

/** What the detector does not know: it takes Macedonian for Bulgarian, calls Indonesian Malay, and says nothing of Swahili. */
const unknown: Readonly<Record<string, string>> = { mk: 'bg', id: 'ms', sw: 'und' };

test.each(samples)('two sentences of news in "%s" that declare nothing', (language, sentences) => {
  expect(languageOf(sentences.join(' '))).toBe(unknown[language] ?? language);
});

test.each(samples)('one sentence in "%s" is told from English', (language, sentences) => {
  for (const sentence of sentences) expect(languageOf(sentence) === 'en').toBe(language === 'en');
});

describe('what a page declares', () => {
  test.each([
    ['adds the region', of('en'), 'en-GB', 'en-GB'],
    ['adds the region in canonical form', of('pt'), 'pt_br', 'pt-BR'],
    ['names what the detector does not know', of('sw'), 'sw', 'sw'],
    ['names what the detector takes for a neighbour', of('mk'), 'mk', 'mk'],
    ['names Indonesian, which is called Malay', of('id'), 'id-ID', 'id-ID'],
    ['does not make English of another language', of('de'), 'en', 'de'],
    ['does not make English of what nobody knows', of('sw'), 'en-US', 'und'],
    ['does not make another language of English', of('en'), 'de', 'en'],
    ['is overruled where the detector is sure', of('ru'), 'uk', 'ru'],
    ['may be no tag at all', of('en'), 'English', 'en'],
    ['may be nonsense', of('fr'), '{{lang}}', 'fr'],
  ])('%s', (_what, text, declared, expected) => {
    expect(languageOf(text, declared)).toBe(expected);
  });
});

describe('what is English', () => {
  const reported = 'The minister of trade told the assembly on Tuesday that the port would stay closed for a month.';

  test.each([
    ['a report that quotes in another language', `${reported} “${of('fr').slice(0, 90)}”, he said. ${reported}`],
    ['a report in capitals', reported.toUpperCase()],
    ['a headline', 'Ships wait outside Sund'],
    ['a name', 'Jane Doe'],
    ['a headline of names', 'Larsen, Nowak, Sund'],
    [
      'a list with few small words',
      'Present: Jane Doe (Norland), John Roe (Sundland), Amina Oduya (observer), three interpreters.',
    ],
  ])('%s', (_what, text) => {
    expect(languageOf(text)).toBe('en');
  });

  test.each([
    ['a report that quotes in English', `${of('de')} „We will not sign“, hieß es in Sund. ${of('de')}`, 'de'],
    ['words that English has too', '18.20 Uhr: Die Armee will in Sund an Bord, was man dort in aller Ruhe sah.', 'de'],
    ['no words', '12 – 14', 'und'],
  ])('not %s', (_what, text, expected) => {
    expect(languageOf(text)).toBe(expected);
  });
});

test('a page says so of itself, wrongly, and keeps its text and metadata', () => {
  const page = `<html lang="en-US"><head><meta property="article:published_time" content="2026-03-04T10:00:00Z"></head>
    <body><article><h1>Gespräche gehen weiter</h1><p>${of('de')}</p><p>${of('de')}</p></article></body></html>`;
  const document = readInput({ name: 'a.html', bytes: new TextEncoder().encode(page) });
  expect(document).toMatchObject({
    language: 'de',
    title: 'Gespräche gehen weiter',
    published: '2026-03-04T10:00:00Z',
  });
  expect(document.text).toContain(of('de'));
});

describe('what a list of headlines declares', () => {
  const english = Array.from(
    { length: 20 },
    (_, index) => `Harbour master tells council that port ${index} stays open`,
  );
  const german = of('de').split(' ');
  const headlines = Array.from({ length: 20 }, () => german.slice(0, 9).join(' '));

  test('holds for each of them where they are in it together', () => {
    expect(sharedLanguage(english, 'en_gb')('Quota cut')).toBe('en-GB');
    expect(sharedLanguage(headlines, 'de')('Quota cut')).toBe('de');
  });

  test('holds for none where any of them together are in another', () => {
    expect(sharedLanguage([...english, ...headlines], 'en')(english[0] ?? '')).toBeNull();
    expect(sharedLanguage(headlines, 'en')(headlines[0] ?? '')).toBeNull();
  });

  test('does not hold for one in other letters, nor for one without any', () => {
    const language = sharedLanguage(english, 'en');
    expect(language(of('ru'))).toBeNull();
    expect(language('10:15')).toBeNull();
  });

  test('is not known of a few, or where they declare nothing', () => {
    expect(sharedLanguage(english.slice(0, 5), 'en')('Quota cut')).toBeNull();
    expect(sharedLanguage(english, null)('Quota cut')).toBeNull();
  });
});
