import { type PointerEvent, useRef } from 'react';
import type { Point } from './view.ts';

const between = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

/**
 * Drags with a mouse, a pen or a finger; two fingers also enlarge, around the point between them.
 *
 * @param onMove How far it went, in pixels.
 * @param onZoom How many times larger it gets, around which point of the element.
 */
export const useDrag = (onMove: (by: Point) => void, onZoom: (times: number, around: Point) => void) => {
  const held = useRef(new Map<number, Point>());
  const letGo = ({ pointerId }: PointerEvent): void => void held.current.delete(pointerId);
  return {
    onPointerDown: ({ pointerId, clientX, clientY, button }: PointerEvent): void => {
      if (button === 0) held.current.set(pointerId, { x: clientX, y: clientY });
    },
    onPointerMove: ({ pointerId, clientX, clientY, buttons, currentTarget }: PointerEvent): void => {
      const before = held.current.get(pointerId);
      if (before === undefined || buttons === 0) return;
      const now = { x: clientX, y: clientY };
      const other = [...held.current].find(([id]) => id !== pointerId)?.[1];
      held.current.set(pointerId, now);
      const part = other === undefined ? 1 : 0.5;
      onMove({ x: (now.x - before.x) * part, y: (now.y - before.y) * part });
      if (other === undefined || between(before, other) === 0) return;
      const { left, top } = currentTarget.getBoundingClientRect();
      const middle = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top };
      onZoom(between(now, other) / between(before, other), middle);
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onPointerLeave: letGo,
  };
};
