import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Size } from './view.ts';

/** How large an element is, in pixels; null until it is on the page. */
export const useSize = (element: RefObject<Element | null>): Size | null => {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const found = element.current;
    if (found === null) return;
    const measure = (): void => {
      const { width, height } = found.getBoundingClientRect();
      if (width > 0 && height > 0) setSize({ width: Math.round(width), height: Math.round(height) });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(found);
    return () => observer.disconnect();
  }, [element]);
  return size;
};
