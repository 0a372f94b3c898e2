import { type ReactNode, useEffect } from 'react';

/** The heading of a page, and its name in the browser's tab. */
export const PageHead = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => {
  useEffect(() => {
    document.title = title === 'Situation' ? 'Readout' : `${title} · Readout`;
  }, [title]);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children}
    </div>
  );
};
