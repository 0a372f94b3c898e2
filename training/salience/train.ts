/**
 * Learns how much each feature of a candidate says about whether a pronoun means it, from snippets with one pronoun and two
 * names (GAP, development part), and writes src/extraction/actors/salience-weights.ts.
 *
 *   node training/salience/train.ts [GOLD]      (default ../shared/gold)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readSnippets, type Snippet } from '../../eval/gap.ts';
import { toDocument } from '../../eval/time.ts';
import { openEngine } from '../../src/cli/index.ts';
import type { Candidate } from '../../src/extraction/actors/pronouns.ts';
import { findActors } from '../../src/extraction/actors/find-actors.ts';
import { SALIENCE } from '../../src/extraction/actors/salience-weights.ts';
import type { ReadDocument } from '../../src/extraction/index.ts';
import { documentId, type Span, segment } from '../../src/text/index.ts';
import { type Example, learn, measure, type Weights } from './softmax.ts';

const FOLDS = 10;
/** A candidate's features hang on what earlier pronouns were taken for, so that learning goes round with its own answers. */
const ROUNDS = 2;
const OUT = new URL('../../src/extraction/actors/salience-weights.ts', import.meta.url);

interface Read {
  readonly snippet: Snippet;
  readonly read: ReadDocument;
}

const readAll = async (gold: string): Promise<{ reads: Read[]; codebook: Parameters<typeof findActors>[1] }> => {
  const engine = await openEngine(null);
  const reads: Read[] = [];
  for (const snippet of readSnippets(readFileSync(`${gold}/coref/gap-dev.tsv`, 'utf8'))) {
    const document = toDocument(snippet.text, '');
    const sentences = await engine.reader.read(segment(document, engine.textModel));
    reads.push({ snippet, read: { id: documentId(snippet.text), document, sentences } });
  }
  return { reads, codebook: engine.codebook };
};

/** Does a candidate have a mention that overlaps the span? */
const isNamed = ({ entry }: Candidate, { sentences }: ReadDocument, span: Span): boolean =>
  entry.mentions.some(({ phrase }) => {
    const tokens = sentences[phrase.sentence]?.tokens ?? [];
    const [first, last] = [tokens[phrase.words[0] ?? phrase.head], tokens[phrase.words.at(-1) ?? phrase.head]];
    return first !== undefined && last !== undefined && first.start < span.end && span.start < last.end;
  });

/** What the pronoun of a snippet is chosen from under the given weights. */
const exampleOf = ({ snippet, read }: Read, codebook: Parameters<typeof findActors>[1], weights: Weights): Example => {
  let candidates: Example['candidates'] = [];
  findActors(read, codebook, {
    weights,
    watch: ({ phrase }, all) => {
      if (read.sentences[phrase.sentence]?.tokens[phrase.head]?.start !== snippet.pronoun.start) return;
      candidates = all.map((candidate) => ({
        features: candidate.features,
        names: snippet.names.map(({ span }) => isNamed(candidate, read, span)),
      }));
    },
  });
  return { candidates, gold: snippet.names.map(({ isSame }) => isSame), isFeminine: snippet.gender === 'feminine' };
};

const inFold = (index: number, fold: number): boolean => index % FOLDS === fold;

/** F1 where each tenth is answered by weights learned from the other nine. */
const crossValidate = (examples: readonly Example[]): string => {
  const answered = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = learn(examples.filter((_each, index) => !inFold(index, fold)));
    return examples.flatMap((example, index) => (inFold(index, fold) ? [{ example, weights }] : []));
  });
  return measure(answered.flat());
};

const toModule = (weights: Weights): string => {
  const rows = Object.entries(weights)
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .map(([name, value]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${Number(value.toFixed(2))},`);
  return `/**
 * Weights (log odds) of what speaks for and against a candidate for a pronoun; \`S.\`, \`P.\` and \`O.\` for subjects, possessives
 * and other pronouns. Made by training/salience/train.ts; do not edit by hand.
 */
export const SALIENCE: Readonly<Record<string, number>> = {
${rows.join('\n')}
};
`;
};

const { reads, codebook } = await readAll(process.argv[2] ?? '../shared/gold');
let weights: Weights = SALIENCE;
for (let round = 1; round <= ROUNDS; round += 1) {
  const examples = reads.map((read) => exampleOf(read, codebook, weights));
  weights = learn(examples);
  console.log(`round ${round}: cross-validated ${crossValidate(examples)}; on its own data ${measure(examples.map((example) => ({ example, weights })))}`);
}
writeFileSync(OUT, toModule(weights));
process.exit(0);
