import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { markdownFormat } from '../../src/cli/formats/markdown.ts';
import { viewOf } from '../../src/cli/page/view.ts';
import { madeReading } from '../support/made-reading.ts';
import { testTerminal } from '../support/terminal.ts';

const page = (explain = false): string => {
  const { out, env } = testTerminal();
  return markdownFormat({ explain, several: false, output: out, env }).page(viewOf(madeReading, 'made.txt'));
};

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
}

const typesIn = (node: Node): string[] => [node.type, ...(node.children ?? []).flatMap(typesIn)];

test('every table row has as many cells as its head', () => {
  for (const explain of [false, true]) {
    const rows = page(explain)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.replace(/\\\|/g, '').split('|').length);
    expect(new Set(cells).size).toBe(1);
    expect(cells[0]).toBe(explain ? 8 : 7);
  }
});

test('the words of a report cannot become marks, links or HTML', () => {
  const types = typesIn(fromMarkdown(page().replaceAll('<br>', ' ')));
  expect(types).not.toContain('html');
  expect(types).not.toContain('link');
  expect(page()).toContain('\\<script\\>');
});

test('what names an event is strong within its sentence', () => {
  expect(page()).toContain('its troops had **crossed** the border.');
});
