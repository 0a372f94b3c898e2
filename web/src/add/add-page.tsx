import '../style/add.css';
import { useAbout } from '../api/use-about.ts';
import { useAsOf } from '../api/use-api.ts';
import { ForRole } from '../ui/for-role.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { DropZone } from './drop-zone.tsx';
import { EarlierFailures } from './earlier-failures.tsx';
import { InputList } from './input-list.tsx';
import { PasteForm } from './paste-form.tsx';
import { WatchPanel } from './watch-panel.tsx';

const Ways = () => (
  <Shown query={useAbout()} what="what can be added">
    {({ adding }) =>
      adding === null ? (
        <Empty>This server reads nothing: it was opened to be asked only.</Empty>
      ) : (
        <div className="ways">
          <PasteForm largest={adding.largest} />
          <DropZone adding={adding} />
          <WatchPanel />
        </div>
      )
    }
  </Shown>
);

/** Reports into the ledger: addresses, texts, files, feeds; how far they are; what failed and why. */
export const AddPage = () => {
  const asOf = useAsOf();
  return (
    <>
      <PageHead title="Add" />
      {asOf !== undefined ? (
        <Empty>In the past nothing can be added. Go back to now to add reports.</Empty>
      ) : (
        <div className="stack">
          <ForRole needs="analyst" what="Adding reports and watching feeds is">
            <Ways />
          </ForRole>
          <InputList />
          <EarlierFailures />
        </div>
      )}
    </>
  );
};
