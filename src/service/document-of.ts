import type { Readout } from '../readout/index.ts';
import type { Document } from '../text/index.ts';

/** The report that a readout was made of. */
export const documentOf = ({ document: { id: _, blocks, ...document }, text }: Readout): Document => ({
  ...document,
  text,
  blocks: blocks.map(({ kind, span: { start, end } }) => ({ kind, span: { start, end } })),
});
