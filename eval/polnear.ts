import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A piece of an attribution as character offsets (UTF-16), rising. */
export type Pieces = readonly (readonly [start: number, end: number])[];

/** An attribution of PolNeAR: source may be absent; content and source may be discontinuous. */
export interface Attribution {
  readonly source: Pieces;
  readonly cue: Pieces;
  readonly content: Pieces;
}

/** An article with its attributions. */
export interface AttributedArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/** Offsets in code points to offsets in UTF-16 code units. */
const toUtf16 = (text: string): ((offset: number) => number) => {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  return (offset) => offsets[Math.min(offset, offsets.length - 1)] ?? at;
};

const SPAN = /^(T\d+)\t(?:Source|Cue|Content) ([\d; ]+)\t/;
const RELATION = /^E\d+\tAttribution:\S+ (.*)$/;

/** Reads brat's stand-off: `T` lines are spans, `E` lines join them; attributions without cue or content are left out. */
export const readAttributions = (annotation: string, text: string): Attribution[] => {
  const offset = toUtf16(text);
  const spans = new Map<string, Pieces>();
  const attributions: Attribution[] = [];
  for (const line of annotation.split('\n')) {
    const span = SPAN.exec(line);
    if (span !== null) {
      const pieces = (span[2] ?? '').split(';').map((piece) => piece.trim().split(' ').map(Number));
      spans.set(
        span[1] ?? '',
        pieces.map(([start = 0, end = 0]) => [offset(start), offset(end)] as const),
      );
    }
  }
  for (const line of annotation.split('\n')) {
    const relation = RELATION.exec(line);
    if (relation === null) continue;
    const parts = (relation[1] ?? '')
      .trim()
      .split(/\s+/)
      .map((part) => part.split(':') as [string, string]);
    const of = (role: string): Pieces =>
      parts
        .filter(([name]) => name.replace(/\d+$/, '') === role)
        .flatMap(([, id]) => spans.get(id) ?? [])
        .sort((a, b) => a[0] - b[0]);
    const attribution = { source: of('Source'), cue: of('Cue'), content: of('Content') };
    if (attribution.cue.length > 0 && attribution.content.length > 0) attributions.push(attribution);
  }
  return attributions;
};

/** The articles of a split; of several annotators of an article, the first in sorted order counts. */
export const readArticles = (folder: string): AttributedArticle[] => {
  const byArticle = new Map<string, string>();
  for (const name of readdirSync(join(folder, 'attributions')).sort()) {
    const article = name.replace(/_[^_]*\.ann$/, '');
    if (!byArticle.has(article)) byArticle.set(article, name);
  }
  return [...byArticle].map(([id, name]) => {
    const text = readFileSync(join(folder, 'text', `${id}.txt`), 'utf8');
    return { id, text, attributions: readAttributions(readFileSync(join(folder, 'attributions', name), 'utf8'), text) };
  });
};
