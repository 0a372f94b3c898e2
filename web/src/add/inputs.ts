import type { Add } from '../api/schema.ts';
import { nameOf, type Sending } from './sending.ts';

/** How an input stands, in one word for each. */
export const states = ['under way', 'read', 'already there', 'failed', 'cancelled'] as const;
export type State = (typeof states)[number];

/** A row of the list: something that is being sent, or that the server has taken in. */
export interface Input {
  readonly key: string;
  readonly name: string;
  readonly state: State;
  /** What exactly it is at: "sending", "reading, 12 of 40 sentences". */
  readonly step: string;
  /** The watched list that named it. */
  readonly list: string | null;
  /** Why it failed, where that is not told by the server's own failures. */
  readonly reason: string | null;
  readonly add: Add | null;
  readonly sending: Sending | null;
}

const stateOf = ({ state, counts }: Add): State => {
  if (state === 'waiting' || state === 'reading') return 'under way';
  if (state === 'cancelled') return 'cancelled';
  if (counts.added + counts.again > 0) return 'read';
  return counts.known > 0 ? 'already there' : 'failed';
};

const number = new Intl.NumberFormat('en');

/** `2 reports read, 1 already there, 1 failed`. */
export const countsText = ({ added, again, known, failed }: Add['counts']): string => {
  const read = added + again;
  const parts = [
    [read, read === 1 ? 'report read' : 'reports read'],
    [known, 'already there'],
    [failed, 'failed'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${number.format(count)} ${word}`)
    .join(', ');
};

/** The same; of one report nothing that its state does not say. */
export const outcomeText = (counts: Add['counts']): string => {
  const { added, again, known, failed } = counts;
  if (added + again + known + failed !== 1) return countsText(counts);
  return again === 1 ? 'read again' : '';
};

const stepOf = (add: Add): string => {
  const { state, progress, counts } = add;
  if (state === 'waiting') return 'waiting';
  if (state !== 'reading') return outcomeText(counts);
  const done = counts.added + counts.again + counts.known + counts.failed;
  const before = done > 0 ? `${outcomeText(counts) || '1 report done'}; ` : '';
  if (progress === null) return `${before}${add.kind === 'url' ? 'fetching or reading' : 'reading'}`;
  return `${before}reading, ${number.format(progress.done)} of ${number.format(progress.total)} sentences`;
};

const fromAdd = (add: Add, sending: Sending | null): Input => ({
  key: add.id,
  name: add.name,
  state: stateOf(add),
  step: stepOf(add),
  list: add.list,
  reason: null,
  add,
  sending,
});

/** `sending, 45 % of 12 MB`; small files and addresses are gone before that is of use. */
const sendingText = ({ handed, share }: Sending): string => {
  const size = handed.kind === 'file' ? handed.file.size / 1_000_000 : 0;
  return size < 1 ? 'sending' : `sending, ${Math.floor(share * 100)} % of ${number.format(Math.round(size))} MB`;
};

const standing: Readonly<Record<Sending['state'], State>> = {
  queued: 'under way',
  sending: 'under way',
  sent: 'under way',
  refused: 'failed',
  'given up': 'cancelled',
};

const sendingStep = (sending: Sending): string => {
  if (sending.state === 'queued') return 'waiting to be sent';
  return standing[sending.state] === 'under way' ? sendingText(sending) : 'not sent';
};

const fromSending = (sending: Sending): Input => ({
  key: `sending-${sending.key}`,
  name: nameOf(sending.handed),
  state: standing[sending.state],
  step: sendingStep(sending),
  list: null,
  reason: sending.reason,
  add: null,
  sending,
});

/** All inputs, the newest first: what is not with the server yet before what is. `hidden`: those that were tried again. */
export const inputsOf = (
  sendings: readonly Sending[],
  adds: readonly Add[],
  hidden: ReadonlySet<string>,
): readonly Input[] => {
  const taken = new Map(sendings.flatMap((sending) => (sending.add === null ? [] : [[sending.add, sending] as const])));
  const listed = new Set(adds.map(({ id }) => id));
  const own = sendings.filter(({ add }) => add === null || !listed.has(add));
  return [
    ...own.map(fromSending).reverse(),
    ...adds.filter(({ id }) => !hidden.has(id)).map((add) => fromAdd(add, taken.get(add.id) ?? null)),
  ];
};

/** How many inputs are in each state, in the order of the states; those of none are left out. */
export const tallyOf = (inputs: readonly Input[]): readonly (readonly [State, number])[] =>
  states
    .map((state) => [state, inputs.filter((input) => input.state === state).length] as const)
    .filter(([, count]) => count > 0);

/** Whether it can be tried again from here: an address always, a text or a file as long as this tab holds it. */
export const canRetry = ({ add, sending, state }: Input): boolean =>
  (state === 'failed' || state === 'cancelled' || (add?.counts.failed ?? 0) > 0) &&
  state !== 'under way' &&
  (sending !== null || add?.kind === 'url');
