import { useApiNow } from '../api/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Decided } from './decisions.tsx';

/** What people decided of something in the ledger and still holds, each to be taken back; nothing where they decided nothing. */
export const NodeDecisions = ({ id }: { readonly id: string }) => {
  const query = useApiNow('/corrections', { record: id, state: 'applied' });
  const decided = query.data?.items ?? [];
  if (decided.length === 0) return null;
  return (
    <Panel title="Decided by people">
      <ul className="decisions">
        {decided.map((correction) => (
          <Decided key={correction.id} correction={correction} />
        ))}
      </ul>
    </Panel>
  );
};
