import cytoscape from 'cytoscape';
import type { Point, Size } from '../ui/canvas/view.ts';

/** What is laid out: actors, and who is linked with whom how often. */
export interface Graph {
  readonly actors: readonly string[];
  readonly links: readonly { readonly source: string; readonly target: string; readonly records: number }[];
}

/** Steps of the layout: enough for some hundred actors to come to rest. */
const STEPS = 300;
const STEPS_AT_ONCE = 4;

/** Actors on a spiral, the first in the middle: where the layout begins, always the same. */
const beginning = (index: number, count: number, { width, height }: Size): Point => {
  const distance = Math.sqrt((index + 0.5) / count);
  const angle = index * 2.4;
  return {
    x: width / 2 + (distance * Math.cos(angle) * width) / 2.2,
    y: height / 2 + (distance * Math.sin(angle) * height) / 2.2,
  };
};

/**
 * Where actors stand in a drawing: those who are linked near each other, none on another (cytoscape's "cose", which moves them as if links
 * were springs). The same graph always gives the same places.
 */
export const layOut = async ({ actors, links }: Graph, drawing: Size): Promise<readonly Point[]> => {
  const most = Math.max(1, ...links.map(({ records }) => records));
  const graph = cytoscape({
    headless: true,
    layout: { name: 'preset' },
    elements: [
      ...actors.map((id, index) => ({ data: { id }, position: { ...beginning(index, actors.length, drawing) } })),
      ...links.map(({ source, target, records }, index) => ({
        data: { id: `link ${index}`, source, target, records },
      })),
    ],
  });
  const layout = graph.layout({
    name: 'cose',
    // Some steps, then the page may draw: nothing that is typed or scrolled waits for the layout.
    animate: true,
    refresh: STEPS_AT_ONCE,
    randomize: false,
    fit: false,
    boundingBox: { x1: 0, y1: 0, w: drawing.width, h: drawing.height },
    numIter: STEPS,
    nodeRepulsion: () => 60_000,
    idealEdgeLength: (link) => 90 - 50 * Math.sqrt(Number(link.data('records')) / most),
    gravity: 1,
    componentSpacing: 60,
  });
  const isDone = layout.promiseOn('layoutstop');
  layout.run();
  await isDone;
  const places = actors.map((id) => ({ ...graph.getElementById(id).position() }));
  graph.destroy();
  return fitted(places, drawing);
};

/** Points moved and stretched so that they fill a drawing, with room at its edges. */
const fitted = (points: readonly Point[], { width, height }: Size): readonly Point[] => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const room = 0.08;
  const into = (value: number, from: number, span: number, size: number): number =>
    span === 0 ? size / 2 : size * room + ((value - from) / span) * size * (1 - 2 * room);
  return points.map(({ x, y }) => ({ x: into(x, left, across, width), y: into(y, top, down, height) }));
};
