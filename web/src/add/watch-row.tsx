import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post, remove } from '../api/client.ts';
import type { Watch } from '../api/schema.ts';
import { momentText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';
import { countsText } from './inputs.ts';

/** How often a feed may be looked through: minutes, and in words. */
export const often = [
  ['5', '5 minutes'],
  ['15', '15 minutes'],
  ['60', 'hour'],
  ['360', '6 hours'],
  ['1440', 'day'],
] as const;

const oftenText = (minutes: number): string =>
  often.find(([value]) => Number(value) === minutes)?.[1] ?? `${minutes} minutes`;

/** What the last look found. */
const lookText = ({ last, isLooking }: Watch): string => {
  if (isLooking) return 'looking now …';
  if (last === null) return 'not looked at since the server was started';
  const found = last.taken === 0 ? 'none new' : `${last.taken} new`;
  return `looked at ${momentText(last.at)}: ${plural(last.links, 'report')}, ${found}`;
};

const isFailing = ({ last }: Watch): boolean => last !== null && last.links === 0 && last.failures.length > 0;

/** A feed: how often it is looked through, what the last look found, and what went wrong. */
export const WatchRow = ({ watch }: { readonly watch: Watch }) => {
  const { id, url, minutes, last, next, counts } = watch;
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['/watches'] });
  const look = useMutation({ mutationFn: () => post(`/watches/${id}/look`, {}), onSettled });
  const stop = useMutation({ mutationFn: () => remove(`/watches/${id}`), onSettled });
  const came = countsText(counts);
  return (
    <li className={isFailing(watch) ? 'input failed' : 'input read'}>
      <span className="sign" aria-hidden="true">
        {isFailing(watch) ? '!' : '↻'}
      </span>
      <div className="input-words">
        <span className="input-name">{url}</span>
        <p className="faint">
          every {oftenText(minutes)}; {lookText(watch)}
          {next !== null && `; next ${momentText(next)}`}
          {came !== '' && `. Since the server was started: ${came}`}
        </p>
        {last?.failures.map(({ name, message }) => (
          <p key={name} className="reason">
            {message}
          </p>
        ))}
        {(look.error ?? stop.error) !== null && <p role="alert">{(look.error ?? stop.error)?.message}</p>}
      </div>
      <div className="buttons">
        <button
          type="button"
          aria-label={`Look now through ${url}`}
          disabled={look.isPending || watch.isLooking}
          onClick={() => look.mutate()}
        >
          Look now
        </button>
        <button
          type="button"
          aria-label={`Stop watching ${url}`}
          disabled={stop.isPending}
          onClick={() => stop.mutate()}
        >
          Stop
        </button>
      </div>
    </li>
  );
};
