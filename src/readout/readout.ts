import type {
  Actor,
  AgendaItem,
  Dispute,
  Event,
  Place,
  Statement,
  TimeExpression,
  Warning,
} from '../extraction/index.ts';
import type { BlockKind, Document, Evidence } from '../text/index.ts';

/** A document as a readout shows it: what is known about the report, and its blocks with their words. */
export interface ReadoutDocument extends Omit<Document, 'blocks' | 'text'> {
  readonly id: string;
  readonly blocks: readonly { readonly kind: BlockKind; readonly span: Evidence }[];
}

/** What made a readout: the version of Readout, the network, and the codebook. */
export interface EngineInfo {
  readonly version: string;
  readonly model: string;
  readonly codebook: string;
}

/** One news report as rows, each with the words it rests on (contract, version 1). */
export interface Readout {
  readonly readout: 1;
  readonly engine: EngineInfo;
  readonly document: ReadoutDocument;
  readonly text: string;
  readonly actors: readonly Actor[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly Place[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly agenda: readonly AgendaItem[];
  readonly disputes: readonly Dispute[];
  readonly warnings: readonly Warning[];
}
