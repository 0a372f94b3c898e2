import type { Readout } from '../../readout/index.ts';
import { type Evidence, toEvidence } from '../../text/index.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentence around an offset, without white space at its ends: the block it stands in, cut where sentences end. */
export const sentenceAt = ({ document, text }: Readout, offset: number): Evidence => {
  const block = document.blocks.find(({ span }) => span.start <= offset && offset < span.end)?.span;
  const start = block?.start ?? 0;
  const piece = segmenter.segment(text.slice(start, block?.end ?? text.length)).containing(offset - start);
  const words = piece?.segment ?? '';
  const from = start + (piece?.index ?? 0) + (words.length - words.trimStart().length);
  return toEvidence(text, { start: from, end: from + words.trim().length });
};
