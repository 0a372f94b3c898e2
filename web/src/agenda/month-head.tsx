import { monthAfter, monthOf } from './month.ts';
import { agendaStates, StateMark } from './state-mark.tsx';

const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-09` → `September 2026`. */
export const monthText = (month: string): string => name.format(Date.parse(`${month}-01`));

interface MonthHeadProps {
  readonly month: string;
  readonly today: string;
  readonly onMonth: (month: string | undefined) => void;
}

/** Which month is shown, the ways to others, and what the forms of the states mean. */
export const MonthHead = ({ month, today, onMonth }: MonthHeadProps) => (
  <div className="month-head">
    <div className="buttons">
      <button type="button" onClick={() => onMonth(monthAfter(month, -1))}>
        <span aria-hidden="true">‹ </span>
        {monthText(monthAfter(month, -1))}
      </button>
      <h2 aria-live="polite">{monthText(month)}</h2>
      <button type="button" onClick={() => onMonth(monthAfter(month, 1))}>
        {monthText(monthAfter(month, 1))}
        <span aria-hidden="true"> ›</span>
      </button>
      {month !== monthOf(today) && (
        <button type="button" onClick={() => onMonth(monthOf(today))}>
          To {monthText(monthOf(today))}
        </button>
      )}
    </div>
    <ul className="legend">
      {agendaStates.map((state) => (
        <li key={state} className={`state-${state.replaceAll(' ', '-')}`}>
          <StateMark state={state} />
        </li>
      ))}
    </ul>
  </div>
);
