import type { Output } from './command.ts';
import { shorten } from './formats/wrap.ts';
import { count, oneLine } from './page/words.ts';

/** Tells how far a long run is, on standard error: one line that is rewritten on a terminal, now and then a line elsewhere. */
export interface Progress {
  /** Input number `done`, or a report inside it, is begun; `read` reports were read before it. */
  readonly at: (done: number, name: string, read: number) => Promise<void>;
  /** So many sentences of one input have been read. */
  readonly within: (done: number, all: number, name: string) => void;
  /** Takes the line away, so that something else can be printed. */
  readonly clear: () => Promise<void>;
}

/** Elsewhere than on a terminal a line comes only so often, in milliseconds. */
const QUIET = 5000;
/** A report of so many sentences or fewer is read before anybody wonders. */
const LONG = 300;

/** Progress over `total` inputs, infinite if nobody knows; nothing is shown for a single one, unless it is long or holds several reports. */
export const progressOn = (output: Output, total: number, verb = 'reading'): Progress => {
  let last = Date.now();
  let shown = false;
  const tell = async (line: string): Promise<void> => {
    if (output.isTTY) {
      shown = true;
      await output.write(
        `\r${shorten(`${verb[0]?.toUpperCase()}${verb.slice(1)} ${line}`, output.columns - 1)}\u001b[K`,
      );
    } else if (Date.now() - last > QUIET) {
      last = Date.now();
      await output.write(`readout: ${verb} ${line}\n`);
    }
  };
  return {
    at: async (done, name, read) => {
      const reports = read > done ? `, ${count(read, 'report')} read` : '';
      const all = Number.isFinite(total) ? `/${total}` : '';
      if (total > 1) await tell(`${done + 1}${all} ${oneLine(name)}${reports}`);
      else if (read > 0) await tell(`${oneLine(name)}${reports}`);
    },
    within: (done, all, name) => {
      if (all > LONG) void tell(`${oneLine(name)}: ${Math.floor((100 * done) / all)} % of ${all} sentences`);
    },
    clear: async () => {
      if (shown) await output.write('\r\u001b[K');
      shown = false;
    },
  };
};
