import { setTimeout as delay } from 'node:timers/promises';

/** How often it is looked whether somebody is connected, in milliseconds. */
const LOOK = 250;

/** Resolves when nobody has been connected for so many milliseconds, or when it is told to end. */
export const untilQuiet = async (
  quietSince: () => number | null,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    const since = quietSince();
    if (since !== null && Date.now() - since >= milliseconds) return;
    await delay(LOOK, undefined, { signal }).catch(() => {});
  }
};
