import { useSyncExternalStore } from 'react';

const KEY = 'readout-token';

/** The token that this tab sends; null where none was given. It is forgotten when the tab is closed. */
export const readToken = (): string | null => sessionStorage.getItem(KEY);

/** Sends no token any more. */
export const forgetToken = (): void => sessionStorage.removeItem(KEY);

let isWanted = false;
const listeners = new Set<() => void>();

const turn = (next: boolean): void => {
  if (next === isWanted) return;
  isWanted = next;
  for (const heard of listeners) heard();
};

/** The server wants a token, or another one. */
export const noteWanted = (): void => turn(true);

/** Keeps a token for this tab. */
export const keepToken = (token: string): void => {
  sessionStorage.setItem(KEY, token);
  turn(false);
};

const subscribe = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => listeners.delete(heard);
};

/** Whether the server wants a token that it was not given yet. */
export const useTokenWanted = (): boolean => useSyncExternalStore(subscribe, () => isWanted);
