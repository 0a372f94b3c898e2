import { useSyncExternalStore } from 'react';

/** Whether screens are of some width, as it is and as it becomes. */
const screenOf = (width: string): (() => boolean) => {
  const subscribe = (changed: () => void): (() => void) => {
    const screen = matchMedia(width);
    screen.addEventListener('change', changed);
    return () => screen.removeEventListener('change', changed);
  };
  const isSo = (): boolean => matchMedia(width).matches;
  return () => useSyncExternalStore(subscribe, isSo);
};

/** Whether the screen is one of a phone: drawings that cannot shrink show less there. The style sheets have the same border. */
export const useNarrow = screenOf('(max-width: 40rem)');

/** Whether two columns of text have room beside each other. */
export const useRoomy = screenOf('(min-width: 75rem)');
