import { dayText } from '../ui/dates.ts';
import type { Week } from './weeks.ts';

/** A lane of the timeline: what it counts, and the page that shows it. */
export interface Lane {
  readonly name: string;
  readonly to: '/statements' | '/events';
  readonly weeks: readonly Week[];
}

const WIDTH = 640;
const HEIGHT = 64;
const GAP = 26;
const LEFT = 84;

const LaneBars = ({ lane, index, most }: { readonly lane: Lane; readonly index: number; readonly most: number }) => {
  const top = index * (HEIGHT + GAP);
  const slot = (WIDTH - LEFT) / lane.weeks.length;
  const width = Math.min(40, Math.max(2, slot * 0.8));
  return (
    <g className={`lane lane-${index}`}>
      <text x={0} y={top + HEIGHT - 2}>
        {lane.name}
      </text>
      <line x1={LEFT} x2={WIDTH} y1={top + HEIGHT} y2={top + HEIGHT} />
      {lane.weeks.map(({ start, total }, position) => {
        const height = most === 0 ? 0 : (total / most) * (HEIGHT - 14);
        const x = LEFT + position * slot + (slot - width) / 2;
        return (
          <g key={start}>
            <rect x={x} y={top + HEIGHT - height} width={width} height={height}>
              <title>{`Week of ${dayText(start)}: ${total}`}</title>
            </rect>
            {total > 0 && slot > 24 && (
              <text className="value" x={x + width / 2} y={top + HEIGHT - height - 3}>
                {total}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
};

/** Bars by week, a lane for each kind, all to one scale. The table behind it says the same in words. */
export const Timeline = ({ lanes }: { readonly lanes: readonly Lane[] }) => {
  const most = Math.max(0, ...lanes.flatMap(({ weeks }) => weeks.map(({ total }) => total)));
  const [first, last] = [lanes[0]?.weeks[0]?.start ?? '', lanes[0]?.weeks.at(-1)?.start ?? ''];
  const height = lanes.length * (HEIGHT + GAP);
  const label = `${lanes.map(({ name }) => name).join(' and ')} by week, ${dayText(first)} to ${dayText(last)}; at most ${most} in one week.`;
  return (
    <svg className="timeline" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {lanes.map((lane, index) => (
        <LaneBars key={lane.name} lane={lane} index={index} most={most} />
      ))}
      <text className="axis" x={LEFT} y={height - 8}>
        {dayText(first)}
      </text>
      {last !== first && (
        <text className="axis end" x={WIDTH} y={height - 8}>
          {dayText(last)}
        </text>
      )}
    </svg>
  );
};
