import { useSyncExternalStore } from 'react';

/** Screens on which the style sheets put everything below each other. */
const narrow = '(max-width: 40rem)';

const subscribe = (changed: () => void): (() => void) => {
  const screen = matchMedia(narrow);
  screen.addEventListener('change', changed);
  return () => screen.removeEventListener('change', changed);
};

const isNarrow = (): boolean => matchMedia(narrow).matches;

/** Whether the screen is one of a phone: drawings that cannot shrink show less there. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, isNarrow);
