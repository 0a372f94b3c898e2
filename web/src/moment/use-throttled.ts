import { useCallback, useEffect, useRef } from 'react';

/** Calls at once, and again at most so often (in milliseconds); of what comes in between the last is called at the end. */
export const useThrottled = <T>(call: (value: T) => void, pause: number): ((value: T) => void) => {
  const latest = useRef(call);
  latest.current = call;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const waiting = useRef<{ readonly value: T } | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (value) => {
      if (timer.current !== undefined) {
        waiting.current = { value };
        return;
      }
      const rest = (): void => {
        timer.current = setTimeout(() => {
          timer.current = undefined;
          const next = waiting.current;
          waiting.current = null;
          if (next === null) return;
          latest.current(next.value);
          rest();
        }, pause);
      };
      latest.current(value);
      rest();
    },
    [pause],
  );
};
