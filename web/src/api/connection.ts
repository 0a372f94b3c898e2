import { useSyncExternalStore } from 'react';

/** Whether the server answered the last time that it was asked. */
export type Connection = 'here' | 'away';

let now: Connection = 'here';
const listeners = new Set<() => void>();

const turn = (next: Connection): void => {
  if (next === now) return;
  now = next;
  for (const heard of listeners) heard();
};

/** The server answered, whatever it said. */
export const noteAnswer = (): void => turn('here');

/** The server did not answer. */
export const noteSilence = (): void => turn('away');

/** Calls back when the server goes away or comes back, until the function that it returns is called. */
export const onConnection = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => listeners.delete(heard);
};

/** Whether the server is there; what asks it is shown anew when that changes. */
export const useConnection = (): Connection => useSyncExternalStore(onConnection, () => now);
