import type { Event } from '../api/schema.ts';

export type Realis = Event['realis'];

/** Each has a form of its own, so that it does not rest on its colour. */
const forms: Readonly<Record<Realis, React.ReactNode>> = {
  actual: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  planned: <path d="M2 1.5 11 6 2 10.5Z" fill="currentColor" />,
  expected: <path d="M2.6 2.4 9.6 6 2.6 9.6Z" className="outline" />,
  possible: <path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" className="outline" />,
  requested: <path d="M6 1.5V7M6 9.2V11" className="outline" />,
  conditional: <path d="M6 1.5a4.5 4.5 0 0 1 0 9Z M6 1.5a4.5 4.5 0 0 0 0 9" className="half" />,
  negated: <path d="m2 2 8 8M10 2l-8 8" className="outline" />,
};

/** The form of a realis alone, in a box of 12 by 12, for drawings. */
export const RealisForm = ({ realis }: { readonly realis: Realis }) => <>{forms[realis]}</>;

/** The realis in a form, a colour and its word. */
export const RealisMark = ({ realis }: { readonly realis: Realis }) => (
  <span className={`mark realis-${realis}`}>
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {forms[realis]}
    </svg>
    {realis}
  </span>
);

export const realisValues = Object.keys(forms) as readonly Realis[];
