import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSelectors } from '../../../src/intake/anchor/selectors.ts';

const spanOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

test('words with 32 characters around them, and their place', () => {
  const text =
    'Talks on the northern border began on Monday in a shed. The envoy left on Tuesday without a word to anybody.';
  const { quote, position } = toSelectors({ text }, spanOf(text, 'The envoy left'));
  expect(quote).toEqual({
    type: 'TextQuoteSelector',
    exact: 'The envoy left',
    prefix: 'border began on Monday in a shed. '.slice(-32),
    suffix: ' on Tuesday without a word to an',
  });
  expect(position).toEqual({ type: 'TextPositionSelector', start: 56, end: 70 });
});

test('words at the edges of a text have what there is', () => {
  const text = 'He left.';
  expect(toSelectors({ text }, { start: 0, end: 8 }).quote).toMatchObject({
    exact: 'He left.',
    prefix: '',
    suffix: '',
  });
});

test('words that are repeated in the same surroundings get wider ones', () => {
  const line = 'The minister of trade did not answer the question that was put to him.';
  const text = `First.\n\n${line}\n\nSecond.\n\n${line}`;
  for (const from of [0, 20]) {
    const { quote } = toSelectors({ text }, spanOf(text, 'did not answer', from + text.indexOf(line, from)));
    const whole = quote.prefix + quote.exact + quote.suffix;
    expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
  }
});

test('places count code points, and surroundings do not cut one in two', () => {
  const text = `${'😀'.repeat(20)} He left. ${'😀'.repeat(20)}`;
  const { quote, position } = toSelectors({ text }, spanOf(text, 'He left.'));
  expect(position).toEqual({ type: 'TextPositionSelector', start: 21, end: 29 });
  expect(quote.prefix.isWellFormed() && quote.suffix.isWellFormed()).toBe(true);
});

test('the place in code points is the words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), fc.nat(20), (text, from, size) => {
      const points = [...text];
      const start = points.slice(0, from).join('').length;
      const end = points.slice(0, from + size).join('').length;
      const { quote, position } = toSelectors({ text }, { start, end });
      expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
    }),
  );
});
