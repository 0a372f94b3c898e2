import type { TimeExpression } from '../src/extraction/index.ts';
import type { Engine } from '../src/readout/index.ts';
import { type Evidence, toEvidence } from '../src/text/index.ts';

/** A time as TIMEX3 tags it. */
export interface Timex3 extends Pick<TimeExpression, 'type' | 'value' | 'rule'> {
  readonly span: Evidence;
}

/** What stands between the ends of a range: words first, since dates in figures have hyphens of their own. */
const connectors = ({ calendar }: Engine['codebook']): RegExp[] => {
  const words = calendar
    .filter(({ id }) => id === 'rangeTo' || id === 'rangeAnd')
    .flatMap((entry) => Object.keys(entry.words ?? {}));
  const letters = words.filter((word) => /^\p{L}+$/u.test(word));
  return [new RegExp(`\\s+(?:${letters.join('|')})\\s+`, 'i'), /\s*[-–—]\s*/];
};

/** A range is one record here, and in TIMEX3 (annotation guidelines 1.2.1) two times: "1991 | to | 1997". */
export const toTimex3 = (times: readonly TimeExpression[], text: string, codebook: Engine['codebook']): Timex3[] => {
  const marks = connectors(codebook);
  return times.flatMap((time): Timex3[] => {
    const [from, to] = time.value?.split('/') ?? [];
    const gap = marks.map((mark) => mark.exec(time.span.text)).find((match) => match !== null);
    if (from === undefined || to === undefined || gap === undefined || gap === null) return [time];
    const { start, end } = time.span;
    const middle = start + gap.index;
    return [
      { ...time, value: from, span: toEvidence(text, { start, end: middle }) },
      { ...time, value: to, span: toEvidence(text, { start: middle + gap[0].length, end }) },
    ];
  });
};
