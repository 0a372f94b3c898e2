import type { Codebook } from '../codebook/index.ts';
import type {
  ActorIndex,
  AgendaItem,
  Dispute,
  Event,
  FoundStatement,
  Place,
  ReadDocument,
  TimeExpression,
  Watch,
} from '../extraction/index.ts';
import type { Reader } from '../reading/index.ts';
import type { Document, Sentence, TextModel } from '../text/index.ts';

/** Everything that may be known about one report. The first is given; stages add the others. */
export interface Layers {
  /** The report; its `published` is what times are resolved against. */
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly read: ReadDocument;
  readonly times: readonly TimeExpression[];
  readonly places: readonly Place[];
  readonly actors: ActorIndex;
  readonly statements: readonly FoundStatement[];
  readonly events: readonly Event[];
  readonly agenda: readonly AgendaItem[];
  readonly disputes: readonly Dispute[];
}

/** The name of a layer. */
export type LayerName = keyof Layers;

/** What stages use besides the report. */
export interface Tools {
  /** How the language is cut into sentences and words. */
  readonly textModel: TextModel;
  readonly reader: Pick<Reader, 'read'>;
  readonly codebook: Codebook;
  /** Is told what became of each pattern of an event at each word; for those who want to see why. */
  readonly watch?: Watch;
}

/** One step of the line: it takes the layers that it requires and returns the layers that it adds. */
export interface Stage {
  readonly name: string;
  readonly requires: readonly LayerName[];
  readonly adds: readonly LayerName[];
  readonly run: (layers: Layers, tools: Tools) => Partial<Layers> | Promise<Partial<Layers>>;
}
