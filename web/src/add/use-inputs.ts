import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { remove } from '../api/client.ts';
import { useApiNow } from '../api/use-api.ts';
import { type Input, inputsOf } from './inputs.ts';
import { sendQueue } from './sending.ts';

const heard = new Set<() => void>();
let hidden: ReadonlySet<string> = new Set();

/** Takes rows off the list: they were tried again, or nobody wants to see them. */
const hide = (ids: readonly string[]): void => {
  hidden = new Set([...hidden, ...ids]);
  for (const each of heard) each();
};

const subscribe = (listener: () => void): (() => void) => {
  heard.add(listener);
  return () => heard.delete(listener);
};

/** What was handed in, from here and from elsewhere, and how far it is. */
export const useInputs = () => {
  const adds = useApiNow('/adds');
  const sendings = useSyncExternalStore(sendQueue.subscribe, sendQueue.all);
  const off = useSyncExternalStore(subscribe, () => hidden);
  return { query: adds, inputs: inputsOf(sendings, adds.data?.items ?? [], off) };
};

const retryOne = ({ add, sending }: Input): void => {
  if (add !== null) hide([add.id]);
  if (sending !== null) sendQueue.again(sending);
  else if (add?.kind === 'url') sendQueue.hand([{ kind: 'url', url: add.name }], Number.POSITIVE_INFINITY);
};

/** Hands inputs in once more, each in the place of its row. */
export const retry = (inputs: readonly Input[]): void => {
  for (const input of inputs) retryOne(input);
};

/** Takes rows of what is over off the list. */
export const clear = (inputs: readonly Input[]): void => {
  hide(inputs.flatMap(({ add }) => (add === null ? [] : [add.id])));
  for (const { add, sending } of inputs) if (add === null && sending !== null) sendQueue.drop(sending.key);
};

/** Gives inputs up: what was not sent yet here, the others on the server. */
export const useCancel = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (inputs: readonly Input[]) => {
      for (const { add, sending } of inputs) {
        if (add !== null) await remove(`/adds/${add.id}`);
        else if (sending !== null) sendQueue.giveUp(sending.key);
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['/adds'] }),
  });
};
