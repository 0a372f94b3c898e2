import { useApi } from '../api/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Decided, TakenBack } from './decisions.tsx';

/**
 * What people decided of something in the ledger, and of what was joined to it or split off it: what holds can be taken back, what was
 * taken back is still told. Nothing where they decided nothing.
 */
export const NodeDecisions = ({ id }: { readonly id: string }) => {
  const { data } = useApi('/corrections', { node: id, limit: '200' });
  const decided = data?.items ?? [];
  if (decided.length === 0) return null;
  return (
    <Panel title="Decided by people">
      <ul className="decisions">
        {decided.map((correction) =>
          correction.state === 'undone' ? (
            <TakenBack key={correction.id} correction={correction} />
          ) : (
            <Decided key={correction.id} correction={correction} />
          ),
        )}
      </ul>
    </Panel>
  );
};
