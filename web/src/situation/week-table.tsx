import { Link } from '@tanstack/react-router';
import { dayText } from '../ui/dates.ts';
import type { Lane } from './timeline.tsx';
import type { Week } from './weeks.ts';

const nextMonday = (start: string): string => new Date(Date.parse(start) + 7 * 86_400_000).toISOString().slice(0, 10);

const labelsOf = ({ byLabel }: Week): string =>
  [...byLabel]
    .sort(([, a], [, b]) => b - a)
    .map(([label, records]) => `${label} ${records}`)
    .join(', ');

const WeekRow = ({ lanes, index }: { readonly lanes: readonly Lane[]; readonly index: number }) => {
  const start = lanes[0]?.weeks[index]?.start ?? '';
  return (
    <tr>
      <th scope="row">{dayText(start)}</th>
      {lanes.map(({ name, to, weeks }) => {
        const week = weeks[index];
        return (
          <td key={name}>
            {week === undefined || week.total === 0 ? (
              '0'
            ) : (
              <>
                <Link to={to} search={{ from: start, until: nextMonday(start) }}>
                  {week.total}
                </Link>{' '}
                <span className="faint">{labelsOf(week)}</span>
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
};

/** The table behind the timeline, the last week first, and how it was counted. */
export const WeekTable = ({ lanes }: { readonly lanes: readonly Lane[] }) => {
  const weeks = lanes[0]?.weeks ?? [];
  return (
    <details className="behind">
      <summary>As a table, and how this was counted</summary>
      <p className="faint">
        Each record counts once for every report that has it, in the week (from Monday, UTC) in which the report was
        published, or taken in where it names no day. Rejected records do not count.
      </p>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Week of</th>
              {lanes.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ start }, index) => <WeekRow key={start} lanes={lanes} index={index} />).reverse()}
          </tbody>
        </table>
      </div>
    </details>
  );
};
