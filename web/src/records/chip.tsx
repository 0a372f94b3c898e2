import type { ReactNode } from 'react';

/** A filter that has no field of its own: what it is, and a press takes it away. */
export const Chip = ({ children, onRemove }: { readonly children: ReactNode; readonly onRemove: () => void }) => (
  <button type="button" className="chip" onClick={onRemove}>
    {children} <span aria-hidden="true">×</span>
    <span className="unseen">: take this filter away</span>
  </button>
);
