import { useMutation, useQueryClient } from '@tanstack/react-query';
import { addressOf, put } from '../api/client.ts';
import { useApiNow } from '../api/use-api.ts';

const KEY = 'agenda';

/** The calendar of the whole agenda: an address that calendars subscribe to. The saved query behind it is made when first asked for. */
export const CalendarLink = () => {
  const client = useQueryClient();
  const saved = useApiNow('/settings/{kind}', {}, { kind: 'query' });
  const make = useMutation({
    mutationFn: () => put('/settings/query', { key: KEY, value: { title: 'Agenda', kind: 'agenda', filter: {} } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['/settings/{kind}'] }),
  });
  if (saved.data === undefined) return null;
  if (saved.data.items.some(({ key }) => key === KEY))
    return <a href={addressOf(`/queries/${KEY}/ics`)}>Calendar to subscribe to (ICS)</a>;
  return (
    <span>
      <span role="status">{make.error?.message}</span>
      <button type="button" onClick={() => make.mutate()}>
        Make a calendar to subscribe to
      </button>
    </span>
  );
};
