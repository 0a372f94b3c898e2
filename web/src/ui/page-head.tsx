import { type ReactNode, useEffect } from 'react';
import { useAsOf } from '../api/use-api.ts';
import { exactText } from './dates.ts';

/** The heading of a page, and its name in the browser's tab. */
export const PageHead = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => {
  const asOf = useAsOf();
  useEffect(() => {
    const named = title === 'Situation' ? 'Readout' : `${title} · Readout`;
    document.title = asOf === undefined ? named : `${named} (as of ${exactText(asOf)})`;
  }, [title, asOf]);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children}
    </div>
  );
};
