import { Panel } from '../ui/panel.tsx';
import { plural } from '../ui/plural.ts';
import { RealisMark, realisValues } from '../ui/realis.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { usePrinting } from '../ui/use-printing.ts';
import { LaneControls } from './lane-controls.tsx';
import { LaneTable } from './lane-table.tsx';
import { LaneWords } from './lane-words.tsx';
import { type Cut, ROOM, type Stretches, stretchesOf } from './stretches.ts';
import { useLanes } from './use-lanes.ts';

const Legend = () => (
  <div className="legend faint">
    {realisValues.map((realis) => (
      <RealisMark key={realis} realis={realis} />
    ))}
    <span>bubble: said · ▸ against, ◂ towards somebody, · neither</span>
  </div>
);

const leftOut = ({ earlier, later }: Stretches, cut: Cut): string =>
  [
    ...(earlier > 0 ? [`${plural(earlier, `earlier ${cut}`)} with rows`] : []),
    ...(later > 0 ? [`${plural(later, `later ${cut}`)} with rows`] : []),
  ].join(' and ');

/** What actors did, plan and said over time, a lane each. */
export const LanesPanel = () => {
  const { query, cut, now } = useLanes();
  const isOnPaper = usePrinting();
  return (
    <Panel title="Actors over time" className="wide">
      <Shown query={query} what="what actors did and said">
        {({ items }) => {
          const stretches = stretchesOf(
            items.flatMap(({ counts }) => counts.map(({ start }) => start)),
            cut,
            now,
            isOnPaper ? ROOM.paper : ROOM.screen,
          );
          const missing = leftOut(stretches, cut);
          return (
            <>
              <LaneControls lanes={items} cut={cut} />
              {stretches.shown.length === 0 ? (
                <Empty>Nobody did or said anything yet.</Empty>
              ) : (
                <>
                  <LaneTable lanes={items} stretches={stretches} now={now} />
                  {missing !== '' && <p className="faint">Not shown: {missing}.</p>}
                  <Legend />
                  <LaneWords lanes={items} stretches={stretches} cut={cut} />
                </>
              )}
            </>
          );
        }}
      </Shown>
    </Panel>
  );
};
