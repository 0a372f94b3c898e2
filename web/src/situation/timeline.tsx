import { useRef } from 'react';
import { useSize } from '../ui/canvas/use-size.ts';
import { dayText } from '../ui/dates.ts';
import type { Week } from './weeks.ts';

/** A lane of the timeline: what it counts, and the page that shows it. */
export interface Lane {
  readonly name: string;
  readonly to: '/statements' | '/events';
  readonly weeks: readonly Week[];
}

const HEIGHT = 64;
const GAP = 26;
/** Pixels beside the bars for the name of a lane; where they are missing the name stands above them. */
const BESIDE = 84;
const ABOVE = 18;
const ROOMY = 440;

/** Where bars stand in the drawing, in pixels. */
interface Frame {
  readonly width: number;
  readonly left: number;
  /** What a lane takes with its name and what is below it. */
  readonly lane: number;
}

const frameOf = (width: number): Frame =>
  width >= ROOMY
    ? { width, left: BESIDE, lane: HEIGHT + GAP }
    : { width: Math.max(width, 160), left: 0, lane: ABOVE + HEIGHT + GAP };

interface LaneProps {
  readonly lane: Lane;
  readonly index: number;
  readonly most: number;
  readonly frame: Frame;
}

const LaneBars = ({ lane, index, most, frame: { width: all, left, lane: high } }: LaneProps) => {
  const bottom = (index + 1) * high - GAP;
  const slot = (all - left) / lane.weeks.length;
  const width = Math.min(40, Math.max(2, slot * 0.8));
  return (
    <g className={`lane lane-${index}`}>
      <text x={0} y={left > 0 ? bottom - 2 : bottom - HEIGHT - 4}>
        {lane.name}
      </text>
      <line x1={left} x2={all} y1={bottom} y2={bottom} />
      {lane.weeks.map(({ start, total }, position) => {
        const height = most === 0 ? 0 : (total / most) * (HEIGHT - 14);
        const x = left + position * slot + (slot - width) / 2;
        return (
          <g key={start}>
            <rect x={x} y={bottom - height} width={width} height={height}>
              <title>{`Week of ${dayText(start)}: ${total}`}</title>
            </rect>
            {total > 0 && slot > 24 && (
              <text className="value" x={x + width / 2} y={bottom - height - 3}>
                {total}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
};

/** Bars by week, a lane for each kind, all to one scale, as wide as there is room. The table behind it says the same in words. */
export const Timeline = ({ lanes }: { readonly lanes: readonly Lane[] }) => {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const drawn = frameOf(size?.width ?? 640);
  const most = Math.max(0, ...lanes.flatMap(({ weeks }) => weeks.map(({ total }) => total)));
  const [first, last] = [lanes[0]?.weeks[0]?.start ?? '', lanes[0]?.weeks.at(-1)?.start ?? ''];
  const height = lanes.length * drawn.lane;
  const label = `${lanes.map(({ name }) => name).join(' and ')} by week, ${dayText(first)} to ${dayText(last)}; at most ${most} in one week.`;
  return (
    <div ref={frame}>
      <svg className="timeline" viewBox={`0 0 ${drawn.width} ${height}`} role="img" aria-label={label}>
        {lanes.map((lane, index) => (
          <LaneBars key={lane.name} lane={lane} index={index} most={most} frame={drawn} />
        ))}
        <text className="axis" x={drawn.left} y={height - 8}>
          {dayText(first)}
        </text>
        {last !== first && (
          <text className="axis end" x={drawn.width} y={height - 8}>
            {dayText(last)}
          </text>
        )}
      </svg>
    </div>
  );
};
