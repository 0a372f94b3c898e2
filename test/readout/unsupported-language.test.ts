import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument, readDocument } from '../../src/readout/index.ts';
import { documentFrom, shippedEngine } from '../support/engine.ts';

const samples: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('../intake/samples/languages.json', import.meta.url), 'utf8'),
);

const reportIn = (language: string): string =>
  `# ${samples[language]?.[1]}\n\nBy Jane Doe, Reuters\n4 March 2026\n\n${samples[language]?.join('\n\n')}\n`;

test.each(['de', 'es', 'ru', 'sw'])(
  'a report in "%s" keeps its text and metadata, and gets no rows',
  async (language) => {
    const document = documentFrom(reportIn(language), 'report.md');
    const { readout, sentences } = await readDocument(document, await shippedEngine(), { asOf: null });
    expect(readout.text).toBe(document.text);
    expect(readout.text).toContain(samples[language]?.[0]);
    expect(readout.document).toMatchObject({
      language: language === 'sw' ? 'und' : language,
      byline: ['Jane Doe'],
      agency: 'Reuters',
      published: '2026-03-04',
    });
    const { actors, times, places, statements, events, agenda, disputes, warnings } = readout;
    expect([actors, times, places, statements, events, agenda, disputes, sentences].flat()).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['unsupported-language']);
  },
);

test('an English report that quotes in another language has its rows', async () => {
  const report = `${reportIn('en')}\nThe envoy told reporters: “${samples.fr?.[0]}” She then left for Sund.\n`;
  const { readout } = await readDocument(documentFrom(report, 'report.md'), await shippedEngine(), { asOf: null });
  expect(readout.statements.length).toBeGreaterThan(0);
  expect(readout.warnings).toEqual([]);
});

test('no trees are drawn over words of another language', async () => {
  expect((await parseDocument(documentFrom(reportIn('de'), 'report.md'), await shippedEngine())).sentences).toEqual([]);
});
