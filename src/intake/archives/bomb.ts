import { ReadoutError } from '../error.ts';

/** Beyond so many bytes unpacked the ratio counts: no text is packed to a two-hundredth, a bomb to a thousandth. */
const HARMLESS = 50_000_000;
const HIGHEST_RATIO = 200;

/** Whether what was unpacked is out of all proportion to what was packed. */
export const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > HARMLESS && unpacked > packed * HIGHEST_RATIO;

/** The error for an archive that unpacks to far more than any text would. */
export const bomb = (name: string): ReadoutError =>
  new ReadoutError(
    'archive-bomb',
    `${name} unpacks to more than ${HIGHEST_RATIO} times its size, as no report does; it was left alone. Unpack it yourself if you trust it.`,
    { name, ratio: HIGHEST_RATIO },
  );
