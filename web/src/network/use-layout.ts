import { useEffect, useMemo, useState } from 'react';
import type { Network } from '../api/schema.ts';
import type { Point, Size } from '../ui/canvas/view.ts';
import { type Graph, layOut } from './lay-out.ts';

/** Where each actor stands, by its id; null while that is worked out. */
export type Places = ReadonlyMap<string, Point>;

interface LaidOut {
  readonly key: string;
  readonly places: Places;
}

/** Works out where actors stand in a drawing, step by step. */
export const useLayout = ({ actors, links }: Network, drawing: Size): Places | null => {
  const graph: Graph = useMemo(
    () => ({
      actors: actors.map(({ id }) => id),
      links: links.map(({ source, target, records }) => ({ source, target, records })),
    }),
    [actors, links],
  );
  const key = useMemo(() => JSON.stringify([graph, drawing]), [graph, drawing]);
  const [laid, setLaid] = useState<LaidOut | null>(null);
  useEffect(() => {
    let isWanted = true;
    void layOut(graph, drawing).then((points) => {
      const places = new Map(graph.actors.map((id, index) => [id, points[index] ?? { x: 0, y: 0 }]));
      if (isWanted) setLaid({ key, places });
    });
    return () => {
      isWanted = false;
    };
  }, [graph, drawing, key]);
  return laid?.key === key ? laid.places : null;
};
