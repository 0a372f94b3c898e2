import { type Engine, type Readout, readDocument } from '../src/readout/index.ts';
import { toDocument } from './time.ts';

/** A text's readout. */
export type Read = (text: string) => Promise<Readout>;

/** Reads each text once, for the sets share sentences. */
export const toReader = (engine: Engine): Read => {
  const known = new Map<string, Promise<Readout>>();
  return (text) => {
    const readout =
      known.get(text) ?? readDocument(toDocument(text, ''), engine, { asOf: null }).then(({ readout }) => readout);
    known.set(text, readout);
    return readout;
  };
};
