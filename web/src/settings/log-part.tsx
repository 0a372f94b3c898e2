import type { AuditEntry } from '../api/schema.ts';
import { useApiNow } from '../api/use-api.ts';
import { momentText } from '../ui/dates.ts';
import { ForRole } from '../ui/for-role.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';

const outcomeOf = ({ status }: AuditEntry): string => {
  if (status < 400) return 'done';
  if (status === 401) return 'refused: no token that holds';
  if (status === 403) return 'refused: not allowed';
  return `refused: ${status}`;
};

const Log = () => (
  <Shown query={useApiNow('/audit')} what="the log">
    {({ items }) =>
      items.length === 0 ? (
        <Empty>Nobody asked for a write yet.</Empty>
      ) : (
        <div className="scroll">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">From</th>
                <th scope="col">What</th>
                <th scope="col">Outcome</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name, and the list is replaced whole
                <tr key={`${entry.at}-${index}`}>
                  <td>{momentText(entry.at)}</td>
                  <td>{entry.who === null ? 'unknown' : `${entry.who} (${entry.role})`}</td>
                  <td className="faint">{entry.address}</td>
                  <td>
                    <code>
                      {entry.method} {entry.path}
                    </code>
                  </td>
                  <td className={entry.status < 400 ? '' : 'reason'}>{outcomeOf(entry)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    }
  </Shown>
);

/** Who asked for which writes, allowed or not. */
export const LogPart = () => (
  <Panel title="Audit log" note={<span className="faint">the last 200 writes that were asked for</span>}>
    <ForRole needs="admin" what="The audit log is">
      <Log />
    </ForRole>
  </Panel>
);
