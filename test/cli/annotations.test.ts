import { expect, test } from 'vitest';
import { annotationsFormat } from '../../src/cli/formats/annotations.ts';
import { viewOf } from '../../src/cli/page/view.ts';
import { madeReading, madeReadout } from '../support/made-reading.ts';
import { testTerminal } from '../support/terminal.ts';

interface Target {
  readonly source: string;
  readonly selector: object;
}

interface Annotation {
  readonly id: string;
  readonly body: readonly { readonly purpose: string; readonly value: string }[];
  readonly target: readonly Target[];
}

interface Collection {
  readonly '@context': string;
  readonly type: string;
  readonly total: number;
  readonly first: { readonly items: readonly Annotation[] };
}

const written = (several: boolean, times: number, url = madeReadout.document.url): string => {
  const { out, env } = testTerminal();
  const readout = { ...madeReadout, document: { ...madeReadout.document, url } };
  const view = viewOf({ ...madeReading, readout }, 'made.txt');
  const pages = annotationsFormat({ explain: false, several, output: out, env });
  return pages.open + Array.from({ length: times }, () => pages.page(view)).join('') + pages.close();
};
const collection = (url?: string | null): Collection => JSON.parse(written(false, 1, url));
const { text } = madeReadout;

test('every row with evidence is an annotation of its kind', () => {
  const made = collection();
  expect(made).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection' });
  const kinds = Map.groupBy(made.first.items, ({ body }) => body[0]?.value);
  for (const [kind, rows] of [
    ['statement', madeReadout.statements],
    ['event', madeReadout.events],
    ['time', madeReadout.times],
    ['place', madeReadout.places],
    ['actor', madeReadout.actors],
  ] as const)
    expect(kinds.get(kind)?.length ?? 0).toBe(rows.length);
  expect(made.total).toBe(made.first.items.length);
  expect(new Set(made.first.items.map(({ id }) => id)).size).toBe(made.total);
});

test('each target is the words of the report, in the page by quotation and in the text by place', () => {
  for (const { target } of collection().first.items) {
    expect(target.length).toBeGreaterThan(0);
    for (const { source, selector } of target) {
      const { type, exact, prefix, suffix, start, end } = selector as Record<string, never>;
      if (type === 'TextQuoteSelector') {
        expect(source).toBe(madeReadout.document.url);
        expect(text).toContain(`${prefix}${exact}${suffix}`);
      } else {
        expect(source).toBe(`urn:sha256:${madeReadout.document.id}`);
        expect([...text].slice(start, end).join('')).not.toBe('');
      }
    }
  }
});

test('a report without an address has both selectors on its text', () => {
  for (const { target } of collection(null).first.items)
    for (const { source, selector } of target) {
      expect(source).toBe(`urn:sha256:${madeReadout.document.id}`);
      expect(selector).toMatchObject([{ type: 'TextQuoteSelector' }, { type: 'TextPositionSelector' }]);
    }
});

test('what a row says is told in words', () => {
  const event = collection().first.items.find(({ id }) => id.endsWith(madeReadout.events[0]?.id ?? 'none'));
  expect(event?.body[1]).toMatchObject({ purpose: 'describing' });
  expect(event?.body[1]?.value).toContain(madeReadout.events[0]?.type);
});

test.each([0, 1, 3])('%i reports of several are an array', (times) => {
  expect(JSON.parse(written(true, times))).toHaveLength(times);
});
