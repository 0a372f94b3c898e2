import type { Counts } from '../api/schema.ts';
import { plural } from './plural.ts';

/** `3 reports · 2 publishers · 1 origin`: copies of one report are one origin. Where origins were not counted, reports alone. */
export const CountsText = ({ counts: { reports, publishers, origins } }: { readonly counts: Counts }) => {
  const told = plural(reports, 'report');
  if (origins === 0) return <span className="counts">{told}</span>;
  return (
    <span className="counts" title="An origin is a report and its copies.">
      {told} · {plural(publishers, 'publisher')} · {plural(origins, 'origin')}
    </span>
  );
};
