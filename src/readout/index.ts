/** The room of the readout: conducts the stages over one document and says what a readout looks like. */
export type {
  Actor,
  AgendaItem,
  Attempt,
  Dispute,
  Event,
  Place,
  PlacePrecision,
  Realis,
  Statement,
  TimeExpression,
  Warning,
  WhyRealis,
} from '../extraction/index.ts';
export { grainOf, intervalOf, isStance } from '../extraction/index.ts';
export { createReader, type ModelFiles, type ParsedSentence, type ParsedToken } from '../reading/index.ts';
export { type Engine, parseDocument, type Reading, type ReadOptions, readDocument } from './conductor.ts';
export { type ExampleFailure, plainDocument, runExample, runsExamplesOf } from './examples.ts';
export { type Explanation, explainDocument, type TriedWord } from './explain.ts';
export type { EngineInfo, Readout, ReadoutDocument } from './readout.ts';
export { readoutSchema, toJsonSchema } from './schema.ts';
export type { LayerName, Layers, Stage, Tools } from './stage.ts';
export { runStages, stages } from './stages.ts';
export { isReadable } from './warnings.ts';
export { actWords, disputeWords, enumerate, verbOf } from './words.ts';
