import type { Actor, ReadDocument } from '../extraction/index.ts';
import type { ParsedSentence } from '../reading/index.ts';
import { type Document, documentId, findQuotes, segment, toEvidence } from '../text/index.ts';
import type { EngineInfo, Readout, ReadoutDocument } from './readout.ts';
import type { Layers, Tools } from './stage.ts';
import { runStages, stages } from './stages.ts';
import { findWarnings, isReadable } from './warnings.ts';

/** Everything that makes readouts: the tools of the stages, and what they are called in the output. */
export interface Engine extends Tools {
  readonly info: EngineInfo;
}

/** How one report is to be read. */
export interface ReadOptions {
  /** ISO 8601 date that times are resolved against instead of the report's own date; null: the report's own. */
  readonly asOf: string | null;
}

/** A readout with the trees behind it, for those who want to see why. */
export interface Reading {
  readonly readout: Readout;
  readonly sentences: readonly ParsedSentence[];
}

const toReadoutDocument = (id: string, { text, blocks, ...document }: Document): ReadoutDocument => ({
  id,
  title: document.title,
  dek: document.dek,
  byline: document.byline,
  agency: document.agency,
  publisher: document.publisher,
  published: document.published,
  dateline: document.dateline,
  language: document.language,
  url: document.url,
  images: document.images.map(({ caption, credit }) => ({ caption, credit })),
  related: document.related.map(({ title, url }) => ({ title, url })),
  corrections: document.corrections.map((correction) => ({ ...correction })),
  otherTitles: document.otherTitles.map((other) => ({ ...other })),
  sources: { ...document.sources },
  blocks: blocks.map(({ kind, span }) => ({ kind, span: toEvidence(text, span) })),
});

const emptyLayers = (document: Document): Layers => ({
  document,
  sentences: [],
  read: { id: documentId(document.text), document, sentences: [] },
  times: [],
  places: [],
  actors: { actors: [], actorsAt: () => [], grounds: { ids: new Set(), at: () => [] } },
  statements: [],
  events: [],
  agenda: [],
  disputes: [],
});

/** The actors, of whom places are some only where an event is done to them. */
const toldActors = ({ actors: { actors, grounds }, events }: Layers): readonly Actor[] => {
  const touched = new Set(events.flatMap(({ recipients }) => recipients));
  return actors.filter(({ id }) => !grounds.ids.has(id) || touched.has(id));
};

/** Document → Readout, with the trees behind its rows. A report in another language than English keeps its text and metadata and gets no rows. */
export const readDocument = async (document: Document, engine: Engine, options: ReadOptions): Promise<Reading> => {
  const dated = { ...document, published: options.asOf ?? document.published };
  const layers = await runStages(emptyLayers(dated), engine, isReadable(document) ? stages : []);
  const readout: Readout = {
    readout: 1,
    engine: engine.info,
    document: toReadoutDocument(layers.read.id, document),
    text: document.text,
    actors: toldActors(layers),
    times: layers.times,
    places: layers.places,
    statements: layers.statements.map((found) => found.statement),
    events: layers.events,
    agenda: layers.agenda,
    disputes: layers.disputes,
    warnings: findWarnings(document, options.asOf),
  };
  return { readout, sentences: layers.read.sentences };
};

/** Document → its sentences with words, trees and entities, and no rows; no sentences where the report is not English. */
export const parseDocument = async (document: Document, { reader, textModel }: Tools): Promise<ReadDocument> => ({
  id: documentId(document.text),
  document,
  sentences: isReadable(document)
    ? await reader.read(segment(document, textModel), { quotes: findQuotes(document) })
    : [],
});
