import { constants } from 'node:os';

/** Tells a command that somebody wants it to end, so that it can finish what it is at and close what it has open. */
export interface Stop {
  readonly signal: AbortSignal;
  /** The exit code of a command that was stopped, null of one that was not (128 and the signal's number). */
  readonly code: () => number | null;
  /** Leaves signals to the process again. */
  readonly release: () => void;
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Listens for Ctrl-C and for the wish of the system to end. A second one ends the process at once: what was acknowledged is safe. */
export const stopOnSignals = (): Stop => {
  const controller = new AbortController();
  let code: number | null = null;
  const heard = (name: NodeJS.Signals): void => {
    const number = 128 + constants.signals[name];
    if (code !== null) process.exit(number);
    code = number;
    controller.abort();
  };
  for (const name of signals) process.on(name, heard);
  return {
    signal: controller.signal,
    code: () => code,
    release: () => {
      for (const name of signals) process.off(name, heard);
    },
  };
};
