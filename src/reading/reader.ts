import type { Quote, Sentence } from '../text/index.ts';
import { findAttributions, type WordStates } from './attribution/attributions.ts';
import type { WordClasses } from './attribution/window.ts';
import { type Batch, encodeSentence, MOST_POSITIONS, toBatches } from './batch.ts';
import { type BioScheme, bioScheme, decodeBio, type TaggedRun } from './bio.ts';
import type { InferenceOutput } from './inference.ts';
import { applyLemmaScript } from './lemma.ts';
import { type LemmaTable, toLemmaTable } from './lemma-table.ts';
import { createLimit } from './limit.ts';
import { type LabelTables, type ModelFiles, toFeats, toLabelTables } from './model.ts';
import { loadNetwork, type Network } from './network.ts';
import type { AttributionRole, EntityKind, ParsedSentence, ParsedToken } from './parsed.ts';
import { createWordPieces } from './word-pieces.ts';

/**
 * Reads sentences: tags, lemmas, trees, entities and attribution tags, all from one pass of the network.
 * Call it once for each document: the network's numbers are rounded over a batch, so that a sentence is read the same only
 * among the same others. Several documents may be read at once; two batches run at a time.
 */
export interface Reader {
  /** The parsed sentences, in the order given. */
  readonly read: (sentences: readonly Sentence[], options?: ReaderOptions) => Promise<ParsedSentence[]>;
  /** Frees the memory of the network. */
  readonly release: () => Promise<void>;
}

export interface ReaderOptions {
  /** The quotations of the document that the sentences come from, in text order; without them no attributions are looked for. */
  readonly quotes?: readonly Quote[] | undefined;
  /** Told how many sentences are done. */
  readonly progress?: ((done: number) => void) | undefined;
}

/** Padded pieces in one batch: large enough to keep a core busy, small enough for its cache. */
const BATCH_BUDGET = 512;
/** Batches under way for each thread of the network: one that it works on, one that waits, so that none stands idle. */
const UNDER_WAY = 2;
/** Sentences in one round of batching; bounds the memory that a long document needs. */
const ROUND = 4096;
/** No sentence may have more words than the network has positions for. */
const MOST_WORDS = MOST_POSITIONS - 2;

interface Decoder {
  readonly tables: LabelTables;
  readonly lemmas: LemmaTable;
  readonly feats: readonly Readonly<Record<string, string>>[];
  readonly entities: BioScheme;
  readonly attribution: BioScheme;
  readonly classes: WordClasses;
}

const numbered = (labels: readonly string[]): ReadonlyMap<string, number> =>
  new Map(labels.map((label, number) => [label, number]));

interface Runs {
  readonly entities: readonly TaggedRun[];
  readonly attribution: readonly TaggedRun[];
}

const createDecoder = (tables: LabelTables, lemmas: LemmaTable): Decoder => ({
  tables,
  lemmas,
  feats: tables.feats.map(toFeats),
  entities: bioScheme(tables.entities),
  attribution: bioScheme(tables.attribution),
  classes: { upos: numbered(tables.upos), deprels: numbered(tables.deprels) },
});

const EMPTY_FEATS: Readonly<Record<string, string>> = Object.freeze({});

const toSpan = (sentence: Sentence, run: TaggedRun) => ({
  start: sentence.tokens[run.first]?.start ?? sentence.start,
  end: sentence.tokens[run.last]?.end ?? sentence.end,
  first: run.first,
  last: run.last,
});

/** A sentence with its layers, from row-major output that starts at `row`. */
const assemble = (
  sentence: Sentence,
  row: number,
  output: InferenceOutput,
  decoder: Decoder,
  runs: Runs,
): ParsedSentence => {
  const { tables, lemmas } = decoder;
  const tokens = sentence.tokens.map((token, index): ParsedToken => {
    const at = row + index + 1;
    const upos = tables.upos[output.upos[at] ?? 0] ?? 'X';
    return {
      ...token,
      lemma:
        lemmas.find(token.text, upos) ?? applyLemmaScript(token.text, tables.lemmas[output.lemmas[at] ?? 0] ?? 'k|0|'),
      upos,
      feats: decoder.feats[output.feats[at] ?? 0] ?? EMPTY_FEATS,
      head: (output.chosen[at] ?? 0) - 1,
      deprel: tables.deprels[output.deprels[at] ?? 0] ?? 'dep',
    };
  });
  return {
    ...sentence,
    tokens,
    entities: runs.entities.map((run) => ({ kind: run.label.toLowerCase() as EntityKind, ...toSpan(sentence, run) })),
    attribution: runs.attribution.map((run) => ({ role: run.label as AttributionRole, ...toSpan(sentence, run) })),
    attributions: [],
  };
};

/** What the attribution head needs of the words of a sentence, cut out of row-major output that starts at word `row`. */
const statesOf = ({ links, anchors }: InferenceOutput, row: number, words: number): WordStates => {
  const depth = links.length / anchors.length;
  return {
    states: links.subarray(row * depth, (row + words) * depth),
    anchors: anchors.subarray(row, row + words),
  };
};

/** A round of sentences as the network has read them, each at its place. */
interface Round {
  readonly parsed: ParsedSentence[];
  readonly states: WordStates[];
}

const readBatch = async (
  network: Network,
  decoder: Decoder,
  sentences: readonly Sentence[],
  batch: Batch,
  round: Round,
): Promise<void> => {
  const output = await network.run(batch);
  const runs = batch.sentences.map((encoded, row): Runs => {
    const words = encoded.first.length - 1;
    const at = (scheme: BioScheme): number => (row * batch.wordWidth + 1) * scheme.width;
    return {
      entities: decodeBio(decoder.entities, output.entities, at(decoder.entities), words),
      attribution: decodeBio(decoder.attribution, output.attribution, at(decoder.attribution), words),
    };
  });
  for (const [row, encoded] of batch.sentences.entries()) {
    const sentence = sentences[encoded.index];
    const tagged = runs[row];
    if (sentence === undefined || tagged === undefined) continue;
    const first = row * batch.wordWidth;
    round.parsed[encoded.index] = assemble(sentence, first, output, decoder, tagged);
    round.states[encoded.index] = statesOf(output, first + 1, sentence.tokens.length);
  }
};

/** Sentences too long for the network are read in pieces; the roots of the later pieces hang on the first root. */
const splitLong = (sentence: Sentence): Sentence[] => {
  const parts: Sentence[] = [];
  for (let from = 0; from < sentence.tokens.length; from += MOST_WORDS) {
    const tokens = sentence.tokens.slice(from, from + MOST_WORDS);
    parts.push({
      ...sentence,
      tokens,
      start: tokens[0]?.start ?? sentence.start,
      end: tokens.at(-1)?.end ?? sentence.end,
    });
  }
  return parts;
};

const joinParts = (sentence: Sentence, parts: readonly ParsedSentence[]): ParsedSentence => {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const root = only?.tokens.findIndex((token) => token.head < 0) ?? 0;
  const shift = (part: number): number => part * MOST_WORDS;
  const tokens = parts.flatMap((part, index) =>
    part.tokens.map((token): ParsedToken => {
      if (token.head >= 0) return { ...token, head: token.head + shift(index) };
      return index === 0 ? token : { ...token, head: root, deprel: 'parataxis' };
    }),
  );
  const moved = <Run extends { first: number; last: number }>(runs: readonly Run[], index: number): Run[] =>
    runs.map((run) => ({ ...run, first: run.first + shift(index), last: run.last + shift(index) }));
  return {
    ...sentence,
    tokens,
    entities: parts.flatMap((part, index) => moved(part.entities, index)),
    attribution: parts.flatMap((part, index) => moved(part.attribution, index)),
    attributions: parts.flatMap((part, index) =>
      part.attributions.map((each) => ({ ...each, anchor: each.anchor + shift(index) })),
    ),
  };
};

/**
 * A reader over the files of a model. The same sentences give the same reading on every run.
 * Throws where the files are no model.
 */
export const createReader = async (files: ModelFiles): Promise<Reader> => {
  const decoder = createDecoder(toLabelTables(files.tables), toLemmaTable(files.lemmas));
  const wordPieces = createWordPieces(files.vocabulary);
  const network = loadNetwork(files);
  const limit = createLimit(network.threads * UNDER_WAY);
  const readRound = async (
    sentences: readonly Sentence[],
    { quotes, progress }: ReaderOptions,
  ): Promise<ParsedSentence[]> => {
    const encoded = sentences.map((sentence, index) => encodeSentence(index, sentence.tokens, wordPieces));
    const round: Round = { parsed: [], states: [] };
    const work = toBatches(encoded, BATCH_BUDGET).map((batch) =>
      limit(async () => {
        await readBatch(network, decoder, sentences, batch, round);
        progress?.(batch.sentences.length);
      }),
    );
    await Promise.all(work);
    if (quotes === undefined) return round.parsed;
    const attributions = await findAttributions(round.parsed, quotes, round.states, decoder.classes, (batch) =>
      limit(() => network.link(batch)),
    );
    return round.parsed.map((sentence, index) => ({ ...sentence, attributions: attributions[index] ?? [] }));
  };
  const read: Reader['read'] = async (sentences, { quotes, progress } = {}) => {
    const parts = sentences.map(splitLong);
    const flat = parts.flat();
    const parsed: ParsedSentence[] = [];
    let done = 0;
    const tell = (count: number): void => {
      done += count;
      progress?.(done);
    };
    for (let from = 0; from < flat.length; from += ROUND)
      parsed.push(...(await readRound(flat.slice(from, from + ROUND), { quotes, progress: tell })));
    let next = 0;
    return sentences.map((sentence, index) => {
      const count = parts[index]?.length ?? 0;
      const own = parsed.slice(next, next + count);
      next += count;
      return count === 0
        ? { ...sentence, tokens: [], entities: [], attribution: [], attributions: [] }
        : joinParts(sentence, own);
    });
  };
  return { read, release: network.release };
};
