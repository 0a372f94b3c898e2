import { useApi } from '../api/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { type Month, monthsOf } from './months.ts';

const WIDTH = 640;
const HEIGHT = 56;
const WIDEST = 26;

const lanes = [
  ['statements', 'Statements'],
  ['events', 'Events'],
] as const;

/** Two rows of bars to one scale: statements above the line, events below it. */
const Bars = ({ months }: { readonly months: readonly Month[] }) => {
  const most = Math.max(1, ...months.flatMap(({ statements, events }) => [statements, events]));
  const slot = WIDTH / months.length;
  const width = Math.min(WIDEST, slot * 0.8);
  const label = `Statements and events by month, ${months[0]?.month} to ${months.at(-1)?.month}; at most ${most} of a kind in one month.`;
  return (
    <svg className="mentions" viewBox={`0 0 ${WIDTH} ${HEIGHT * 2 + 2}`} role="img" aria-label={label}>
      <line x1={0} x2={WIDTH} y1={HEIGHT + 1} y2={HEIGHT + 1} />
      {months.map(({ month, statements, events }, index) => {
        const x = index * slot + (slot - width) / 2;
        const [up, down] = [(statements / most) * HEIGHT, (events / most) * HEIGHT];
        return (
          <g key={month}>
            <title>{`${month}: ${statements} statements, ${events} events`}</title>
            <rect className="said" x={x} y={HEIGHT - up} width={width} height={up} />
            <rect className="done" x={x} y={HEIGHT + 2} width={width} height={down} />
          </g>
        );
      })}
    </svg>
  );
};

const MonthTable = ({ months }: { readonly months: readonly Month[] }) => (
  <details className="behind">
    <summary>As a table, and how this was counted</summary>
    <p className="faint">
      Statements that the actor makes and events in which it acts or is acted on, each once for every report that has
      it, in the month (UTC) in which the report was published, or taken in where it names no day. Rejected records do
      not count.
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">Month</th>
          {lanes.map(([field, name]) => (
            <th key={field} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months
          .filter(({ statements, events }) => statements + events > 0)
          .map((one) => (
            <tr key={one.month}>
              <th scope="row">{one.month}</th>
              {lanes.map(([field]) => (
                <td key={field}>{one[field]}</td>
              ))}
            </tr>
          ))
          .reverse()}
      </tbody>
    </table>
  </details>
);

/** How often somebody is in the news, over time. */
export const MentionsPanel = ({ id }: { readonly id: string }) => {
  const statements = useApi('/counts/{kind}/{by}', { actor: id }, { kind: 'statement', by: 'month' });
  const events = useApi('/counts/{kind}/{by}', { actor: id }, { kind: 'event', by: 'month' });
  return (
    <Panel title="Over time">
      <Shown query={statements} what="statements by month">
        {({ items: said }) => (
          <Shown query={events} what="events by month">
            {({ items: done }) => {
              const months = monthsOf(said, done);
              if (months.length === 0) return <Empty>No statement and no event has this actor.</Empty>;
              return (
                <>
                  <p className="faint mentions-key">
                    <span className="key-said">statements, upwards</span>{' '}
                    <span className="key-done">events, downwards</span> {months[0]?.month} – {months.at(-1)?.month}
                  </p>
                  <Bars months={months} />
                  <MonthTable months={months} />
                </>
              );
            }}
          </Shown>
        )}
      </Shown>
    </Panel>
  );
};
