// biome-ignore-all lint/a11y/useSemanticElements: it is no set of fields
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what is moved by keys must be reached by them
// biome-ignore-all lint/a11y/noSvgWithoutTitle: the group around it says what it is, and its links what they are
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useDrag } from './use-drag.ts';
import { useSize } from './use-size.ts';
import { useView } from './use-view.ts';
import { moved, type Point, type Size, type View, zoomed } from './view.ts';

interface CanvasProps {
  /** What is drawn, for those who do not see it. */
  readonly label: string;
  readonly drawing: Size;
  /** What is in sight at first, on a screen of that size. */
  readonly first: (screen: Size) => View;
  readonly className?: string;
  readonly children: (screen: Size, view: View, show: (point: Point) => void) => ReactNode;
}

const STEP = 60;
const TIMES = 1.5;

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: STEP, y: 0 },
  ArrowRight: { x: -STEP, y: 0 },
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
};
const zooms: Readonly<Record<string, number>> = { '+': TIMES, '=': TIMES, '-': 1 / TIMES, _: 1 / TIMES };

/** Calls back when the wheel turns over an element, which then does not scroll the page. */
const useWheel = (element: React.RefObject<Element | null>, onTurn: (times: number, around: Point) => void): void => {
  useEffect(() => {
    const found = element.current;
    const turn = (event: Event): void => {
      if (!(event instanceof WheelEvent) || found === null) return;
      event.preventDefault();
      const { left, top } = found.getBoundingClientRect();
      onTurn(Math.exp(-event.deltaY / 400), { x: event.clientX - left, y: event.clientY - top });
    };
    // React listens so that a wheel cannot be kept from scrolling.
    found?.addEventListener('wheel', turn, { passive: false });
    return () => found?.removeEventListener('wheel', turn);
  }, [element, onTurn]);
};

interface ToolsProps {
  readonly onZoom: (times: number) => void;
  readonly onReset: () => void;
}

const Tools = ({ onZoom, onReset }: ToolsProps) => (
  <div className="canvas-tools">
    <button type="button" aria-label="Nearer" onClick={() => onZoom(TIMES)}>
      +
    </button>
    <button type="button" aria-label="Farther" onClick={() => onZoom(1 / TIMES)}>
      −
    </button>
    <button type="button" onClick={onReset}>
      All
    </button>
  </div>
);

/**
 * A drawing that is moved and enlarged: by dragging and the wheel, by buttons, and by keys while it has the focus (arrows, + and −, 0).
 * What is in sight stands in the address.
 */
export const Canvas = ({ label, drawing, first, className = '', children }: CanvasProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const screen = size ?? { width: 960, height: 480 };
  const { view, change } = useView(drawing, first(screen));
  const kept = useRef({ screen, drawing });
  kept.current = { screen, drawing };
  const move = (by: Point): void => change((before) => moved(before, by, drawing, screen));
  const zoom = (times: number): void => change((before) => zoomed(before, times, middle(screen), drawing, screen));
  const turn = useRef((times: number, around: Point): void => {
    const { screen: shown, drawing: drawn } = kept.current;
    change((before) => zoomed(before, times, around, drawn, shown));
  });
  useWheel(frame, turn.current);
  // Where all is in sight a finger has nothing to move, and scrolls the page.
  const isWhole = view.zoom <= first(screen).zoom;
  const press = (event: KeyboardEvent): void => {
    if (event.target !== frame.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const [direction, times] = [directions[event.key], zooms[event.key]];
    if (direction !== undefined) move(direction);
    else if (times !== undefined) zoom(times);
    else if (event.key === '0') change(null);
    else return;
    event.preventDefault();
  };
  return (
    <div className={`canvas ${className}`}>
      <div
        ref={frame}
        className={`canvas-frame${isWhole ? '' : ' nearer'}`}
        role="group"
        aria-label={label}
        tabIndex={0}
        onKeyDown={press}
        {...useDrag(move, turn.current)}
      >
        {size !== null && (
          <svg width={size.width} height={size.height} viewBox={`0 0 ${size.width} ${size.height}`}>
            {children(size, view, (point) => change((before) => ({ ...before, ...point })))}
          </svg>
        )}
      </div>
      <Tools onZoom={zoom} onReset={() => change(null)} />
    </div>
  );
};

const middle = ({ width, height }: Size): Point => ({ x: width / 2, y: height / 2 });
