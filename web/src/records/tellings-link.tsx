import { Link } from '@tanstack/react-router';
import type { RecordItem } from '../api/record.ts';

/** Leads to an event or statement as all reports tell it. */
export const TellingsLink = ({ item: { kind, node, counts } }: { readonly item: RecordItem }) => (
  <Link to={kind === 'event' ? '/events/$id' : '/statements/$id'} params={{ id: node }}>
    {counts.reports > 1 ? `all ${counts.reports} tellings` : `no other telling yet`}
  </Link>
);
