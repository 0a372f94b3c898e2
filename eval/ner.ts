import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../src/readout/index.ts';
import type { Sentence, Token } from '../src/text/index.ts';
import { type EvalContext, type Figure, f1Figure, type Table } from './report.ts';

/** A sentence of an entity corpus: its words and their BIO tags. */
interface TaggedSentence {
  readonly document: string;
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

/** One Worldwide document in ten is set aside from training; the trainer (`is_dev` in training/) uses the same rule. */
export const isSetAside = (document: string): boolean =>
  new TextEncoder().encode(document).reduce((sum, byte) => sum + byte, 0) % 10 === 0;

const readTagged = (text: string): TaggedSentence[] => {
  const sentences: TaggedSentence[] = [];
  let document = '';
  let rows: string[][] = [];
  for (const line of [...text.split(/\r?\n/), '']) {
    if (line.startsWith('# newdoc id')) document = line.slice(line.indexOf('=') + 1).trim();
    else if (line.trim() !== '') rows.push(line.includes('\t') ? line.split('\t') : line.split(' '));
    else if (rows.length > 0) {
      sentences.push({ document, words: rows.map((row) => row[0] || '_'), tags: rows.map((row) => row.at(-1) ?? 'O') });
      rows = [];
    }
  }
  return sentences;
};

const toSentence = (words: readonly string[]): Sentence => {
  let start = 0;
  const tokens = words.map((text): Token => {
    const token = { start, end: start + text.length, text };
    start = token.end + 1;
    return token;
  });
  return { start: 0, end: Math.max(0, start - 1), block: 0, tokens };
};

/** Runs of a BIO sequence as `first-last-class`. */
export const goldSpans = (tags: readonly string[]): string[] => {
  const spans: string[] = [];
  for (let first = 0; first < tags.length; first += 1) {
    const kind = tags[first]?.slice(2) ?? '';
    const isStart =
      tags[first] !== 'O' && (tags[first]?.startsWith('B-') === true || tags[first - 1]?.slice(2) !== kind);
    if (!isStart) continue;
    let last = first;
    while (tags[last + 1] === `I-${kind}`) last += 1;
    spans.push(`${first}-${last}-${kind.toLowerCase()}`);
  }
  return spans;
};

interface Tally {
  right: number;
  gold: number;
  system: number;
}

const tallyOf = (tallies: Map<string, Tally>, kind: string): Tally => {
  const known = tallies.get(kind) ?? { right: 0, gold: 0, system: 0 };
  tallies.set(kind, known);
  return known;
};

const kindOf = (span: string): string => span.slice(span.lastIndexOf('-') + 1);

const count = (tallies: Map<string, Tally>, gold: readonly string[], system: readonly string[]): void => {
  for (const kind of ['all', ...new Set([...gold, ...system].map(kindOf))]) {
    const own = (span: string): boolean => kind === 'all' || kindOf(span) === kind;
    const tally = tallyOf(tallies, kind);
    tally.gold += gold.filter(own).length;
    tally.system += system.filter(own).length;
    tally.right += system.filter((span) => own(span) && gold.includes(span)).length;
  }
};

const describeErrors = (words: readonly string[], gold: readonly string[], system: readonly string[]): string[] => {
  const show = (span: string): string => {
    const [first = 0, last = 0] = span.split('-').map(Number);
    return `${kindOf(span)} "${words.slice(first, last + 1).join(' ')}"`;
  };
  const missed = gold.filter((span) => !system.includes(span)).map((span) => `missed ${show(span)}`);
  const wrong = system.filter((span) => !gold.includes(span)).map((span) => `false ${show(span)}`);
  return [...missed, ...wrong];
};

const chooseFile = ({ gold, split }: EvalContext): { path: string; own: (document: string) => boolean } | undefined => {
  const test = join(gold, 'ner', 'worldwide-test.conll');
  if (split === 'test') return existsSync(test) ? { path: test, own: () => true } : undefined;
  const train = join(gold, 'ner', 'worldwide-train.conll');
  return existsSync(train) ? { path: train, own: isSetAside } : undefined;
};

const byDocument = (sentences: readonly TaggedSentence[]): TaggedSentence[][] => {
  const documents = new Map<string, TaggedSentence[]>();
  for (const sentence of sentences)
    documents.set(sentence.document, [...(documents.get(sentence.document) ?? []), sentence]);
  return [...documents.values()];
};

/** Exact-span F1 of entities on newswire, overall and by class. */
export const scoreEntities = async (context: EvalContext, engine: Engine): Promise<Table[]> => {
  const file = chooseFile(context);
  if (file === undefined) return [];
  const sentences = readTagged(readFileSync(file.path, 'utf8')).filter((sentence) => file.own(sentence.document));
  const tallies = new Map<string, Tally>();
  const errors: string[] = [];
  for (const document of byDocument(sentences)) {
    const parsed = await engine.reader.read(document.map((sentence) => toSentence(sentence.words)));
    for (const [index, sentence] of document.entries()) {
      const gold = goldSpans(sentence.tags);
      const system = (parsed[index]?.entities ?? []).map((entity) => `${entity.first}-${entity.last}-${entity.kind}`);
      count(tallies, gold, system);
      if (context.errors) errors.push(...describeErrors(sentence.words, gold, system));
    }
  }
  const figures = [...tallies].map(
    ([kind, { right, gold, system }]): Figure => f1Figure(`ner/worldwide/${kind}`, kind, right, gold, system),
  );
  const documents = new Set(sentences.map((sentence) => sentence.document)).size;
  return [
    {
      task: 'ner',
      title: `Worldwide newswire, ${documents} documents that trained nothing (exact spans)`,
      figures,
      errors,
    },
  ];
};
