import { useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSetSearch } from '../../app/use-set-search.ts';
import { type Size, type View, viewFrom, viewText } from './view.ts';

/** How long moving rests before what is in sight is written into the address, in milliseconds. */
const REST = 250;

/**
 * What of a drawing is in sight: as the address says (`view`), or else as it is at first.
 *
 * @returns The view, and what changes it; null goes back to what it is at first.
 */
export const useView = (drawing: Size, first: View) => {
  const { view: text }: { view?: string | undefined } = useSearch({ strict: false });
  const setSearch = useSetSearch();
  const [moving, setMoving] = useState<View | null>(null);
  const view = moving ?? viewFrom(text, drawing) ?? first;
  const latest = useRef({ view, first });
  latest.current = { view, first };
  const written = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // An address that was not written here was gone to: it decides.
  useEffect(() => {
    if (text === written.current) return;
    written.current = text;
    setMoving(null);
  }, [text]);
  const change = useCallback(
    (next: ((before: View) => View) | null): void => {
      const made = next?.(latest.current.view) ?? latest.current.first;
      latest.current.view = made;
      setMoving(made);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        written.current = next === null ? undefined : viewText(made);
        setSearch({ view: written.current });
      }, REST);
    },
    [setSearch],
  );
  return { view, change };
};
