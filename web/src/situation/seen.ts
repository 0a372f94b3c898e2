import { useSyncExternalStore } from 'react';
import { parseSeen, type Seen } from './mark.ts';

const KEY = 'readout-seen';

const listeners = new Set<() => void>();
let known: { readonly text: string | null; readonly seen: Seen | null } = { text: null, seen: null };

/** The same text gives the same mark, so that nothing is shown anew for nothing. */
const read = (): Seen | null => {
  const text = localStorage.getItem(KEY);
  if (text !== known.text) known = { text, seen: parseSeen(text) };
  return known.seen;
};

const follow = (heard: () => void): (() => void) => {
  // Other tabs tell of it by this event, this one by the list.
  addEventListener('storage', heard);
  listeners.add(heard);
  return () => {
    removeEventListener('storage', heard);
    listeners.delete(heard);
  };
};

/** Keeps up to where was looked, for all tabs. */
export const keepSeen = (seen: Seen): void => {
  localStorage.setItem(KEY, JSON.stringify(seen));
  for (const heard of listeners) heard();
};

/** Up to where was looked in this browser, in whichever tab; null before the first look. */
export const useSeen = (): Seen | null => useSyncExternalStore(follow, read);
