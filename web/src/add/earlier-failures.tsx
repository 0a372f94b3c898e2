import type { UnreadInput } from '../api/schema.ts';
import { useApiNow } from '../api/use-api.ts';
import { momentText } from '../ui/dates.ts';
import { Panel } from '../ui/panel.tsx';
import { sendQueue } from './sending.ts';
import { useInputs } from './use-inputs.ts';

const SHOWN = 50;
const isAddress = (name: string): boolean => /^https?:\/\//.test(name);

const FailureRow = ({ failure: { name, message, at } }: { readonly failure: UnreadInput }) => (
  <li className="input failed">
    <span className="sign" aria-hidden="true">
      !
    </span>
    <div className="input-words">
      <span className="input-name">{name}</span>
      <p className="reason">{message}</p>
    </div>
    <div className="input-state faint">{momentText(at)}</div>
    <div className="buttons">
      {isAddress(name) ? (
        <button
          type="button"
          aria-label={`Retry ${name}`}
          onClick={() => sendQueue.hand([{ kind: 'url', url: name }], Number.POSITIVE_INFINITY)}
        >
          Retry
        </button>
      ) : (
        <span className="faint">Hand the file in again.</span>
      )}
    </div>
  </li>
);

/** What the ledger keeps as not read, from whatever run or command, and has not been handed in again since. */
export const EarlierFailures = () => {
  const { data } = useApiNow('/failures');
  const { inputs } = useInputs();
  const now = new Set(inputs.flatMap(({ name, add }) => [name, ...(add?.failures ?? []).map((each) => each.name)]));
  const left = (data?.items ?? []).filter(({ name }) => !now.has(name)).reverse();
  if (left.length === 0) return null;
  return (
    <Panel title="Could not be read earlier" note={<span className="faint">{left.length}</span>}>
      <ul className="inputs">
        {left.slice(0, SHOWN).map((failure) => (
          <FailureRow key={failure.name} failure={failure} />
        ))}
      </ul>
      {left.length > SHOWN && (
        <p className="faint">
          And {left.length - SHOWN} more; <code>readout add --retry</code> tries all of them.
        </p>
      )}
    </Panel>
  );
};
