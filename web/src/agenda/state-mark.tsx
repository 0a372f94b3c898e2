import type { AgendaNode } from '../api/schema.ts';

export type AgendaState = AgendaNode['summary']['state'];

/** Each has a form of its own, so that it does not rest on its colour. */
const forms: Readonly<Record<AgendaState, React.ReactNode>> = {
  scheduled: <circle cx="6" cy="6" r="4.2" className="outline" />,
  postponed: <path d="M1.5 6H10M7 3l3 3-3 3" className="outline" />,
  rescheduled: <path d="M10 6a4 4 0 1 1-1.4-3M8.8 .8v2.6H6.2" className="outline" />,
  cancelled: <path d="m2 2 8 8M10 2l-8 8" className="outline" />,
  held: <circle cx="6" cy="6" r="4.8" fill="currentColor" />,
  'did not happen': <path d="M6 1.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 1 0 0-9.2M2.8 9.2l6.4-6.4" className="outline" />,
};

export const agendaStates = Object.keys(forms) as readonly AgendaState[];

/** The form of a state alone, beside which the word stands or is read out. */
export const StateForm = ({ state }: { readonly state: AgendaState }) => (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    {forms[state]}
  </svg>
);

/** What became of something planned: a form and its word. */
export const StateMark = ({ state }: { readonly state: AgendaState }) => (
  <span className="mark state">
    <StateForm state={state} />
    {state}
  </span>
);
