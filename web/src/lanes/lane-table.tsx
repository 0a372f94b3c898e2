import { Link } from '@tanstack/react-router';
import { Fragment, useEffect, useRef } from 'react';
import type { Lane } from '../api/schema.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { dayText, momentText } from '../ui/dates.ts';
import { usePrinting } from '../ui/use-printing.ts';
import { LaneCell } from './lane-cell.tsx';
import type { Stretch, Stretches } from './stretches.ts';

/** With so few columns there is room for words. */
const ROOMY = { screen: 8, paper: 3 } as const;

interface LaneTableProps {
  readonly lanes: readonly Lane[];
  readonly stretches: Stretches;
  readonly now: string;
}

/** Is it the first column ahead of now? There the line of now is drawn. */
const isFirstAhead = (shown: readonly Stretch[], index: number): boolean =>
  shown[index]?.isAhead === true && shown[index - 1]?.isAhead !== true;

const Heads = ({ stretches: { shown }, now }: Omit<LaneTableProps, 'lanes'>) => (
  <thead>
    <tr>
      <td />
      {shown.map(({ start, isAhead, isAfterGap }, index) => (
        <Fragment key={start}>
          {isFirstAhead(shown, index) ? (
            <th scope="col" className="now">
              <span>now</span>
              <span className="unseen"> {momentText(now)}: what follows lies ahead</span>
            </th>
          ) : (
            isAfterGap && (
              <td className="gap" title="Time in which nothing is told">
                ⋯
              </td>
            )
          )}
          <th scope="col" className={isAhead ? 'ahead' : undefined}>
            {dayText(start)}
          </th>
        </Fragment>
      ))}
    </tr>
  </thead>
);

const LaneRow = ({
  lane,
  lanes,
  shown,
}: {
  readonly lane: Lane;
  readonly lanes: readonly Lane[];
  readonly shown: readonly Stretch[];
}) => {
  const set = useSetSearch();
  const { actor } = lane;
  const others = lanes.flatMap(({ actor: { id } }) => (id === actor.id ? [] : [id]));
  return (
    <tr>
      <th scope="row">
        <span className="lane-name">
          <Link to="/actors/$id" params={{ id: actor.id }}>
            {actor.name}
          </Link>
          {others.length > 0 && (
            <button type="button" className="bare" onClick={() => set({ lanes: others.join(',') })}>
              <span aria-hidden="true">×</span>
              <span className="unseen">Take the lane of {actor.name} away</span>
            </button>
          )}
        </span>
      </th>
      {shown.map((stretch, index) => (
        <Fragment key={stretch.start}>
          {(isFirstAhead(shown, index) || stretch.isAfterGap) && (
            <td className={isFirstAhead(shown, index) ? 'now' : 'gap'} />
          )}
          <LaneCell lane={lane} stretch={stretch} />
        </Fragment>
      ))}
    </tr>
  );
};

/** A lane an actor: time runs to the right, now is in sight at first, and what lies ahead of now stands apart. */
export const LaneTable = ({ lanes, stretches, now }: LaneTableProps) => {
  const frame = useRef<HTMLElement>(null);
  const most = usePrinting() ? ROOMY.paper : ROOMY.screen;
  const shown = stretches.shown.map(({ start }) => start).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns are another place to begin
  useEffect(() => {
    const found = frame.current;
    const line = found?.querySelector<HTMLElement>('th.now');
    if (found !== null) found.scrollLeft = line == null ? found.scrollWidth : line.offsetLeft - found.clientWidth * 0.7;
  }, [shown]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section ref={frame} className="scroll" tabIndex={0} aria-label="A lane for each actor">
      <table className={stretches.shown.length <= most ? 'lanes roomy' : 'lanes'}>
        <Heads stretches={stretches} now={now} />
        <tbody>
          {lanes.map((lane) => (
            <LaneRow key={lane.actor.id} lane={lane} lanes={lanes} shown={stretches.shown} />
          ))}
        </tbody>
      </table>
    </section>
  );
};
