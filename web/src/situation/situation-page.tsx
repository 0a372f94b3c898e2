import { useApi } from '../api/use-api.ts';
import { LanesPanel } from '../lanes/lanes-panel.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { DisputesPanel } from './disputes-panel.tsx';
import { DyadsPanel } from './dyads-panel.tsx';
import { NewestPanel } from './newest-panel.tsx';
import { NewsPanel } from './news-panel.tsx';
import { NextPanel } from './next-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { TotalsLine } from './totals-line.tsx';

const Panels = () => (
  <>
    <NewsPanel />
    <div className="lanes-wide">
      <LanesPanel />
    </div>
    <div className="situation">
      <div className="stack">
        <TimelinePanel />
        <DyadsPanel />
        <DisputesPanel />
      </div>
      <div className="stack">
        <NextPanel />
        <NewestPanel />
      </div>
    </div>
  </>
);

/** The whole ledger at a glance. The panels ask for what they show at once, without waiting for the totals. */
export const SituationPage = () => {
  const totals = useApi('/totals');
  const isEmpty = totals.data?.item.reports === 0;
  const isFailed = totals.data === undefined && totals.error !== null;
  return (
    <>
      <PageHead title="Situation" />
      <Shown query={totals} what="the totals">
        {({ item }) =>
          isEmpty ? (
            <Empty>
              There is no report in the ledger at this moment. <code>readout add FILE</code> puts some in.
            </Empty>
          ) : (
            <TotalsLine totals={item} />
          )
        }
      </Shown>
      {!isEmpty && !isFailed && <Panels />}
    </>
  );
};
