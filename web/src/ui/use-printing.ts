import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const subscribe = (changed: () => void): (() => void) => {
  const paper = matchMedia('print');
  // The browser takes the page as it is when this returns.
  const follow = (): void => flushSync(changed);
  paper.addEventListener('change', follow);
  return () => paper.removeEventListener('change', follow);
};

const isOnPaper = (): boolean => matchMedia('print').matches;

/** Whether the page is being printed: what is on it only in part must then be there. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, isOnPaper);
