import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSetSearch } from '../app/use-set-search.ts';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { InputRow } from './input-row.tsx';
import { canRetry, type Input, states, tallyOf } from './inputs.ts';
import { clear, retry, useCancel, useInputs } from './use-inputs.ts';

/** Rows that are shown before "Show more". */
const PAGE = 100;
const number = new Intl.NumberFormat('en');

/** How many are in each state; each narrows the list to it. */
const Tally = ({ inputs, shown }: { readonly inputs: readonly Input[]; readonly shown: string | undefined }) => {
  const set = useSetSearch();
  return (
    <div className="tally">
      {tallyOf(inputs).map(([state, count]) => (
        <button
          key={state}
          type="button"
          className="chip"
          aria-pressed={shown === state}
          onClick={() => set({ show: shown === state ? undefined : state })}
        >
          <b>{number.format(count)}</b> {state}
        </button>
      ))}
    </div>
  );
};

const Tools = ({ inputs }: { readonly inputs: readonly Input[] }) => {
  const cancel = useCancel();
  const failed = inputs.filter((input) => input.state === 'failed' && canRetry(input));
  const waiting = inputs.filter(({ state, sending }) => state === 'under way' && sending?.state !== 'sending');
  const over = inputs.filter(({ state }) => state !== 'under way');
  return (
    <div className="buttons">
      {failed.length > 0 && (
        <button type="button" onClick={() => retry(failed)}>
          Retry all that failed
        </button>
      )}
      {waiting.length > 0 && (
        <button type="button" disabled={cancel.isPending} onClick={() => cancel.mutate(waiting)}>
          Cancel all under way
        </button>
      )}
      {over.length > 0 && (
        <button type="button" onClick={() => clear(over)}>
          Clear what is over
        </button>
      )}
      {cancel.error !== null && <p role="alert">{cancel.error.message}</p>}
    </div>
  );
};

/** `Of 4 inputs: 2 read, 1 failed, 1 under way.`, for those who cannot see the list. */
const spoken = (inputs: readonly Input[]): string =>
  inputs.length === 0
    ? ''
    : `Of ${number.format(inputs.length)} inputs: ${tallyOf(inputs)
        .map(([state, count]) => `${number.format(count)} ${state}`)
        .join(', ')}.`;

/** What was handed in, each a row with its state. */
export const InputList = () => {
  const { query, inputs } = useInputs();
  const { show }: { show?: string | undefined } = useSearch({ strict: false });
  const [most, setMost] = useState(PAGE);
  const state = states.find((one) => one === show);
  const shown = state === undefined ? inputs : inputs.filter((input) => input.state === state);
  return (
    <Panel title="Handed in" note={<Tools inputs={inputs} />}>
      <p className="unseen" role="status">
        {spoken(inputs)}
      </p>
      <Shown query={query} what="what was handed in">
        {() => (
          <>
            <Tally inputs={inputs} shown={state} />
            {shown.length === 0 ? (
              <Empty>
                {inputs.length === 0
                  ? 'Nothing was handed in since the server was started. What you add above shows here, with how far it is.'
                  : `Nothing is ${show}.`}
              </Empty>
            ) : (
              <ul className="inputs">
                {shown.slice(0, most).map((input) => (
                  <InputRow key={input.key} input={input} />
                ))}
              </ul>
            )}
            {shown.length > most && (
              <button type="button" className="more" onClick={() => setMost(most + PAGE)}>
                Show more
              </button>
            )}
          </>
        )}
      </Shown>
    </Panel>
  );
};
