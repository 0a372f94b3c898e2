/**
 * Learns how much each feature of a candidate says about whether a pronoun means it, from snippets with one pronoun and two
 * names (GAP, development part) and from the pronouns of whole documents (GUM, the permissive ones of its training part), and
 * writes src/extraction/actors/salience-weights.ts.
 *
 *   node training/salience/train.ts [GOLD]      (default ../shared/gold)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readSnippets, type Snippet } from '../../eval/gap.ts';
import { toDocument } from '../../eval/time.ts';
import { openEngine } from '../../src/cli/index.ts';
import type { Candidate } from '../../src/extraction/actors/pronouns.ts';
import type { Watch } from '../../src/extraction/actors/finding.ts';
import { findActors } from '../../src/extraction/actors/find-actors.ts';
import { SALIENCE } from '../../src/extraction/actors/salience-weights.ts';
import type { ReadDocument } from '../../src/extraction/index.ts';
import { documentId, type Span, segment } from '../../src/text/index.ts';
import { type GumDocument, meantAt, readGum } from './gum.ts';
import { type Example, learn, measure, type Weights } from './softmax.ts';

const FOLDS = 10;
/** Deals of the examples into tenths: one alone says a figure with half a point of chance in it. */
const DEALS = 3;
/** A candidate's features hang on what earlier pronouns were taken for, so that learning goes round with its own answers. */
const ROUNDS = 2;
/** Pronouns of one document hang together, so that each says less than one of a snippet. */
const WEIGHT_IN_DOCUMENT = 0.5;
const OUT = new URL('../../src/extraction/actors/salience-weights.ts', import.meta.url);

type Codebook = Parameters<typeof findActors>[1];

interface Read<Gold> {
  readonly gold: Gold;
  readonly read: ReadDocument;
}

const engine = await openEngine(null);

const readAll = async <Gold extends { readonly text: string }>(golds: readonly Gold[]): Promise<Read<Gold>[]> => {
  const reads: Read<Gold>[] = [];
  for (const gold of golds) {
    const document = toDocument(gold.text, '');
    const sentences = await engine.reader.read(segment(document, engine.textModel));
    reads.push({ gold, read: { id: documentId(gold.text), document, sentences } });
  }
  return reads;
};

/** The candidates of each pronoun of a document, by where the pronoun starts. */
const candidatesOf = (read: ReadDocument, codebook: Codebook, weights: Weights): Map<number, readonly Candidate[]> => {
  const found = new Map<number, readonly Candidate[]>();
  const watch: Watch = ({ phrase }, all) => {
    found.set(read.sentences[phrase.sentence]?.tokens[phrase.head]?.start ?? -1, all);
  };
  findActors(read, codebook, [], { weights, watch });
  return found;
};

/** Does a candidate have a mention that overlaps the span? */
const isNamed = ({ entry }: Candidate, { sentences }: ReadDocument, span: Span): boolean =>
  entry?.mentions.some(({ phrase }) => {
    const tokens = sentences[phrase.sentence]?.tokens ?? [];
    const [first, last] = [tokens[phrase.words[0] ?? phrase.head], tokens[phrase.words.at(-1) ?? phrase.head]];
    return first !== undefined && last !== undefined && first.start < span.end && span.start < last.end;
  }) === true;

/** What the pronoun of a snippet is chosen from under the given weights. */
const ofSnippet = ({ gold, read }: Read<Snippet>, codebook: Codebook, weights: Weights): Example => {
  const candidates = candidatesOf(read, codebook, weights).get(gold.pronoun.start) ?? [];
  return {
    candidates: candidates.map((candidate) => ({
      features: candidate.features,
      names: gold.names.map(({ span }) => isNamed(candidate, read, span)),
    })),
    gold: gold.names.map(({ isSame }) => isSame),
    isFeminine: gold.gender === 'feminine',
    weight: 1,
  };
};

/** Does a candidate have a mention, other than a pronoun, that means what the pronoun means? */
const isMeant = ({ entry }: Candidate, { gold, read }: Read<GumDocument>, meant: string): boolean =>
  entry?.mentions.some(({ form, phrase }) => {
    const start = read.sentences[phrase.sentence]?.tokens[phrase.head]?.start ?? -1;
    return form !== 'pronoun' && meantAt(gold, start) === meant;
  }) === true;

/** What the pronouns of a document are chosen from under the given weights. */
const ofDocument = (each: Read<GumDocument>, codebook: Codebook, weights: Weights): Example[] => {
  const found = candidatesOf(each.read, codebook, weights);
  return each.gold.pronouns.flatMap(({ start, isFeminine }): Example[] => {
    const [candidates, meant] = [found.get(start), meantAt(each.gold, start)];
    if (candidates === undefined || meant === undefined) return [];
    const named = candidates.map((candidate) => ({
      features: candidate.features,
      names: [isMeant(candidate, each, meant)],
    }));
    return [{ candidates: named, gold: [true], isFeminine, weight: WEIGHT_IN_DOCUMENT }];
  });
};

/** A number from 0 up to 1 that looks like chance and is always the same for the same pair. */
const chance = (deal: number, index: number): number => {
  const value = Math.sin((deal + 1) * 78.233 + index * 12.9898) * 43758.5453;
  return value - Math.floor(value);
};

/** F1 on snippets where each tenth is answered by weights learned from the other nine and the documents. */
const crossValidate = (snippets: readonly Example[], documents: readonly Example[]): string => {
  const answered = Array.from({ length: DEALS * FOLDS }, (_, number) => {
    const [deal, fold] = [Math.floor(number / FOLDS), number % FOLDS];
    const isHeldOut = (index: number): boolean => Math.floor(chance(deal, index) * FOLDS) === fold;
    const weights = learn([...snippets.filter((_each, index) => !isHeldOut(index)), ...documents]);
    return snippets.flatMap((example, index) => (isHeldOut(index) ? [{ example, weights }] : []));
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

const gold = process.argv[2] ?? '../shared/gold';
const snippets = await readAll(readSnippets(readFileSync(`${gold}/coref/gap-dev.tsv`, 'utf8')));
const documents = await readAll(readGum(`${gold}/syntax/en_gum`));
let weights: Weights = SALIENCE;
for (let round = 1; round <= ROUNDS; round += 1) {
  const short = snippets.map((each) => ofSnippet(each, engine.codebook, weights));
  const long = documents.flatMap((each) => ofDocument(each, engine.codebook, weights));
  const validated = round === ROUNDS ? `cross-validated ${crossValidate(short, long)}; ` : '';
  weights = learn([...short, ...long]);
  const onOwn = (examples: readonly Example[]): string => measure(examples.map((example) => ({ example, weights })));
  console.log(`round ${round}: ${validated}on its own snippets ${onOwn(short)}, documents ${onOwn(long)}`);
}
writeFileSync(OUT, toModule(weights));
process.exit(0);
