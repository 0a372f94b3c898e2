import { Link } from '@tanstack/react-router';
import type { Add } from '../api/schema.ts';
import { canRetry, type Input, type State } from './inputs.ts';
import { retry, useCancel } from './use-inputs.ts';

/** Each state has a sign of its own beside its word. */
const signs: Readonly<Record<State, string>> = {
  'under way': '…',
  read: '✓',
  'already there': '=',
  failed: '!',
  cancelled: '–',
};

/** So many reports or failures of one input are shown before the rest is folded away. */
const FEW = 3;

const Folded = ({ items, what }: { readonly items: readonly React.ReactNode[]; readonly what: string }) => (
  <>
    {items.slice(0, FEW)}
    {items.length > FEW && (
      <li>
        <details className="behind">
          <summary>
            {items.length - FEW} more {what}
          </summary>
          <ul>{items.slice(FEW)}</ul>
        </details>
      </li>
    )}
  </>
);

const reportsOf = ({ reports }: Add): readonly React.ReactNode[] =>
  reports.map(({ id, title, name, outcome }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: one report may come twice, and the list only grows at its end
    <li key={`${id}-${index}`}>
      <Link to="/reports/$id" params={{ id }}>
        {title ?? name}
      </Link>
      {outcome !== 'added' && <span className="faint"> {outcome === 'known' ? 'already there' : outcome}</span>}
    </li>
  ));

const failuresOf = ({ failures }: Add): readonly React.ReactNode[] =>
  failures.map(({ name, message }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: names may come twice, and the list only grows at its end
    <li key={`${name}-${index}`} className="reason">
      {message}
    </li>
  ));

const Progress = ({ progress }: Pick<Add, 'progress'>) =>
  progress === null ? null : (
    <progress aria-label="Sentences read" max={Math.max(progress.total, 1)} value={progress.done} />
  );

const isFileOnItsWay = ({ sending }: Input): boolean => sending?.state === 'sending' && sending.handed.kind === 'file';

/** What can be given up: all that is under way but the moment in which an address or a text goes to the server. */
const canCancel = (input: Input): boolean =>
  input.state === 'under way' && (input.sending?.state !== 'sending' || isFileOnItsWay(input));

/** What was handed in, how far it is, what came of it, and what can be done. */
export const InputRow = ({ input }: { readonly input: Input }) => {
  const { add, name, state, step, list, reason } = input;
  const cancel = useCancel();
  return (
    <li className={`input ${state.replace(' ', '-')}`} data-state={state}>
      <span className="sign" aria-hidden="true">
        {signs[state]}
      </span>
      <div className="input-words">
        <span className="input-name">{name}</span>
        {list !== null && <span className="faint"> from {list}</span>}
        {reason !== null && <p className="reason">{reason}</p>}
        {add !== null && (
          <ul className="came">
            <Folded items={failuresOf(add)} what="that failed" />
            <Folded items={reportsOf(add)} what="reports" />
          </ul>
        )}
      </div>
      <div className="input-state">
        <b>{state}</b>
        {step !== '' && <span className="faint"> {step}</span>}
        {add !== null && <Progress progress={add.progress} />}
        {isFileOnItsWay(input) && <progress aria-label="Sent" max={1} value={input.sending?.share} />}
      </div>
      <div className="buttons">
        {canCancel(input) && (
          <button
            type="button"
            aria-label={`Cancel ${name}`}
            disabled={cancel.isPending}
            onClick={() => cancel.mutate([input])}
          >
            Cancel
          </button>
        )}
        {canRetry(input) && (
          <button type="button" aria-label={`Retry ${name}`} onClick={() => retry([input])}>
            Retry
          </button>
        )}
      </div>
    </li>
  );
};
