import { useState } from 'react';
import type { Network } from '../api/schema.ts';
import { Canvas } from '../ui/canvas/canvas.tsx';
import { rove } from '../ui/canvas/roving.ts';
import { onScreen, wholeOf } from '../ui/canvas/view.ts';
import { plural } from '../ui/plural.ts';
import { Loading } from '../ui/shown.tsx';
import { Bows } from './bows.tsx';
import { useDrawing } from './sizes.ts';
import { Spots, spotsOf } from './spots.tsx';
import { drawnOf } from './ties.ts';
import { useLayout } from './use-layout.ts';
import { useNetworkSearch } from './use-network.ts';

/** Actors, and how they are linked. */
export const NetworkView = ({ network }: { readonly network: Network }) => {
  const drawing = useDrawing();
  const places = useLayout(network, drawing);
  const { pair } = useNetworkSearch();
  const [pointed, point] = useState<string | null>(null);
  if (places === null) return <Loading what="where everybody stands" />;
  const label = `Network of ${plural(network.actors.length, 'actor')} and ${plural(network.links.length, 'link')}. Arrow keys move it, plus and minus enlarge it, 0 shows all; Tab goes to its actors, arrow keys from one to the next.`;
  return (
    <Canvas label={label} drawing={drawing} first={() => wholeOf(drawing)} className="network">
      {(screen, view, show) => {
        const spots = spotsOf(network.actors, places, (point) => onScreen(point, drawing, screen, view));
        return (
          <>
            <Bows links={drawnOf(network)} spots={spots} pair={pair} pointed={pointed} />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: it hands on the keys of the links in it */}
            <g onKeyDown={rove}>
              <Spots spots={spots} screen={screen} show={show} onPoint={point} />
            </g>
          </>
        );
      }}
    </Canvas>
  );
};
