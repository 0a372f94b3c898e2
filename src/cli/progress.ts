import type { Output } from './command.ts';
import { shorten } from './formats/wrap.ts';
import { oneLine } from './page/words.ts';

/** Tells how far a long run is, on standard error: one line that is rewritten on a terminal, now and then a line elsewhere. */
export interface Progress {
  readonly at: (done: number, name: string) => Promise<void>;
  /** Takes the line away, so that something else can be printed. */
  readonly clear: () => Promise<void>;
}

/** Elsewhere than on a terminal a line comes only so often, in milliseconds. */
const QUIET = 5000;

/** Progress over `total` inputs; nothing is shown for a single one. */
export const progressOn = (output: Output, total: number): Progress => {
  let last = Date.now();
  let shown = false;
  const clear = async (): Promise<void> => {
    if (shown) await output.write('\r\u001b[K');
    shown = false;
  };
  const at = async (done: number, name: string): Promise<void> => {
    if (total < 2) return;
    const line = `${done + 1}/${total} ${oneLine(name)}`;
    if (output.isTTY) {
      await output.write(`\r${shorten(`Reading ${line}`, output.columns - 1)}\u001b[K`);
      shown = true;
    } else if (Date.now() - last > QUIET) {
      last = Date.now();
      await output.write(`readout: reading ${line}\n`);
    }
  };
  return { at, clear };
};
