import {
  findActors,
  findAgenda,
  findDisputes,
  findEvents,
  findPlaces,
  findStatements,
  findTimes,
  withClaimNouns,
} from '../extraction/index.ts';
import { documentId, findQuotes, segment } from '../text/index.ts';
import type { LayerName, Layers, Stage, Tools } from './stage.ts';

const stage = (name: string, requires: readonly LayerName[], adds: readonly LayerName[], run: Stage['run']): Stage => ({
  name,
  requires,
  adds,
  run,
});

/** The stages of a readout, in order. */
export const stages: readonly Stage[] = [
  stage('segment', ['document'], ['sentences'], ({ document }, { textModel }) => ({
    sentences: segment(document, textModel),
  })),
  stage('parse', ['document', 'sentences'], ['read'], async ({ document, sentences }, { reader, codebook }) => ({
    read: {
      id: documentId(document.text),
      document,
      sentences: (await reader.read(sentences, { quotes: findQuotes(document) })).map((sentence) =>
        withClaimNouns(codebook, document, sentence),
      ),
    },
  })),
  stage('times', ['read'], ['times'], ({ read }, { codebook }) => ({ times: findTimes(read, codebook) })),
  stage('places', ['read'], ['places'], ({ read }, { codebook }) => ({ places: findPlaces(read, codebook) })),
  stage('actors', ['read', 'places'], ['actors'], ({ read, places }, { codebook }) => ({
    actors: findActors(read, codebook, places),
  })),
  stage(
    'statements',
    ['read', 'actors', 'times', 'places'],
    ['statements'],
    ({ read, actors, times, places }, { codebook }) => ({
      statements: findStatements(read, actors, times, places, codebook),
    }),
  ),
  stage(
    'events',
    ['read', 'actors', 'times', 'places', 'statements'],
    ['events'],
    ({ read, actors, times, places, statements }, { codebook, watch }) => ({
      events: findEvents(read, actors, times, places, statements, codebook, watch),
    }),
  ),
  stage('agenda', ['read', 'times', 'events'], ['agenda'], ({ read, times, events }, { codebook }) => ({
    agenda: findAgenda(read, events, times, codebook),
  })),
  stage(
    'disputes',
    ['read', 'actors', 'statements', 'events'],
    ['disputes'],
    ({ read, actors, statements, events }, { codebook }) => ({
      disputes: findDisputes(read, actors, statements, events, codebook),
    }),
  ),
];

/** Runs stages in order over a report; each sees what those before it added. */
export const runStages = async (first: Layers, tools: Tools, line: readonly Stage[] = stages): Promise<Layers> => {
  let layers = first;
  for (const each of line) layers = { ...layers, ...(await each.run(layers, tools)) };
  return layers;
};
