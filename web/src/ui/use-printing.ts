import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed: what is on it only in part must then be there. */
export const usePrinting = (): boolean => {
  const [isPrinting, set] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    // The browser takes the page as it is when this returns.
    const follow = (): void => flushSync(() => set(paper.matches));
    paper.addEventListener('change', follow);
    return () => paper.removeEventListener('change', follow);
  }, []);
  return isPrinting;
};
