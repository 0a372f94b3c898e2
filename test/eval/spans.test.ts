import { describe, expect, test } from 'vitest';
import { goldSpans, isSetAside } from '../../eval/ner.ts';
import { readAttributions } from '../../eval/polnear.ts';

describe('entity spans of BIO tags', () => {
  test.each([
    [['B-Person', 'I-Person', 'O'], ['0-1-person']],
    [
      ['B-Person', 'B-Person'],
      ['0-0-person', '1-1-person'],
    ],
    [['O', 'I-Date', 'I-Date'], ['1-2-date']],
    [
      ['B-Person', 'I-Date'],
      ['0-0-person', '1-1-date'],
    ],
    [['O', 'O'], []],
  ])('%j', (tags, spans) => {
    expect(goldSpans(tags)).toEqual(spans);
  });

  test('one document in ten is set aside, the same ones each time', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `paper_${index}.txt.tsv`);
    const aside = names.filter(isSetAside);
    expect(aside.length).toBeGreaterThan(50);
    expect(aside.length).toBeLessThan(200);
    expect(names.filter(isSetAside)).toEqual(aside);
  });
});

describe('attributions in stand-off', () => {
  const text = '🎉 Ana Ruiz said: We won, but late.';
  const annotation = [
    'T1\tSource 2 10\tAna Ruiz',
    'T2\tCue 11 16\tsaid:',
    'T3\tContent 17 23;25 34\tWe won but late.',
    'T4\tAttribution 11 16\tsaid:',
    'E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1',
    'E2\tAttribution:T4 Cue:T2',
  ].join('\n');

  test('offsets count code points there and UTF-16 here; pieces stay apart', () => {
    const [attribution, ...others] = readAttributions(annotation, text);
    const words = (pieces: readonly (readonly [number, number])[]) =>
      pieces.map(([start, end]) => text.slice(start, end));
    expect(words(attribution?.source ?? [])).toEqual(['Ana Ruiz']);
    expect(words(attribution?.cue ?? [])).toEqual(['said:']);
    expect(words(attribution?.content ?? [])).toEqual(['We won', 'but late.']);
    expect(others).toEqual([]);
  });
});
