import { useMutation } from '@tanstack/react-query';
import { download } from '../api/client.ts';
import { useApiNow } from '../api/use-api.ts';
import { ForRole } from '../ui/for-role.tsx';
import { Panel } from '../ui/panel.tsx';
import { plural } from '../ui/plural.ts';
import { Shown } from '../ui/shown.tsx';

/** Has the browser save what was downloaded. */
const save = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const Download = () => {
  const made = useMutation({
    mutationFn: async () => {
      const { blob, name } = await download('/backup');
      save(blob, name);
      return name;
    },
  });
  return (
    <div className="buttons">
      <button type="button" className="primary" disabled={made.isPending} onClick={() => made.mutate()}>
        {made.isPending ? 'Making the backup …' : 'Download a backup'}
      </button>
      <span role="status">{made.data !== undefined && `${made.data} is whole.`}</span>
      {made.error !== null && <p role="alert">{made.error.message}</p>}
    </div>
  );
};

/** Everything in one file, and how to have it back. */
export const BackupPart = () => (
  <div className="stack">
    <Panel title="Backup">
      <Shown query={useApiNow('/totals')} what="how much there is">
        {({ item: { reports, corrections } }) => (
          <p>
            One file with all that the ledger was ever given: {plural(reports, 'report')} with their readouts,{' '}
            {plural(corrections, 'decision')}, failures, saved views and feeds, each with its time.
          </p>
        )}
      </Shown>
      <p className="faint">
        Treat it as secret: it holds what webhooks are signed with. Tokens stand in it as hashes only. Of a very large
        ledger let <code>readout backup FILE</code> write it, which does not pass through the browser.
      </p>
      <ForRole needs="admin" what="Backups are">
        <Download />
      </ForRole>
    </Panel>
    <Panel title="How to have it back">
      <ol className="how">
        <li>
          <code>readout restore FILE --ledger NEW-FOLDER</code> reads the file through, refuses one that is cut off or
          altered, and makes a ledger of it in an empty folder or on a PostgreSQL server.
        </li>
        <li>
          <code>readout serve --ledger NEW-FOLDER</code> serves it. Every moment of the past shows what it showed
          before.
        </li>
      </ol>
      <p className="faint">A backup is never mixed into a ledger that holds something.</p>
    </Panel>
  </div>
);
