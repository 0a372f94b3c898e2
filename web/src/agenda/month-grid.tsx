// biome-ignore-all lint/a11y/useSemanticElements: weeks have bars laid over their days, which rows of a table cannot have
// biome-ignore-all lint/a11y/useFocusableInteractive: the days have the focus, not their rows
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { DayCell } from './day-cell.tsx';
import { type Bar, barsOf, monthOf, type Placed, weeksOf } from './month.ts';
import { monthText } from './month-head.tsx';
import { dayByKey } from './month-keys.ts';
import { StateForm } from './state-mark.tsx';
import { whoText } from './who-text.ts';

interface MonthGridProps {
  readonly month: string;
  readonly today: string;
  readonly chosen: string | undefined;
  readonly all: readonly Placed[];
  readonly onMonth: (month: string) => void;
  readonly onChoose: (day: string) => void;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LANE = 1.5;

/** A stretch over its days; the list beside the month says it in words. */
const BarOver = ({ bar: { item, from, to, lane } }: { readonly bar: Bar }) => (
  <div
    aria-hidden="true"
    className={`span-bar state-${item.summary.state.replaceAll(' ', '-')}`}
    title={`on a day of these: ${whoText(item)}`}
    style={{
      left: `${(from / 7) * 100}%`,
      width: `${((to - from + 1) / 7) * 100}%`,
      top: `calc(1.9rem + ${lane * LANE}rem)`,
    }}
  >
    <span>
      <StateForm state={item.summary.state} /> {whoText(item)}
    </span>
  </div>
);

/** The day that the keys go from: the chosen one, today, or the first of the month. */
const startIn = (month: string, today: string, chosen: string | undefined): string => {
  if (chosen !== undefined && monthOf(chosen) === month) return chosen;
  return monthOf(today) === month ? today : `${month}-01`;
};

/** Which day has the focus, and how keys move it, into other months too. */
const useDays = ({ month, today, chosen, onMonth, onChoose }: MonthGridProps) => {
  const grid = useRef<HTMLDivElement>(null);
  const isMoved = useRef(false);
  const [at, go] = useState(() => startIn(month, today, chosen));
  const focused = monthOf(at) === month ? at : startIn(month, today, chosen);
  useEffect(() => {
    if (!isMoved.current || monthOf(at) !== month) return;
    isMoved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at, month]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(focused);
      return;
    }
    const next = dayByKey(event.key, focused);
    if (next === null) return;
    event.preventDefault();
    isMoved.current = true;
    go(next);
    if (monthOf(next) !== month) onMonth(monthOf(next));
  };
  const choose = (day: string): void => {
    go(day);
    onChoose(day);
  };
  return { grid, focused, onKeyDown, choose };
};

/** A month of days, Monday first. */
export const MonthGrid = (props: MonthGridProps) => {
  const { month, today, chosen, all } = props;
  const { grid, focused, onKeyDown, choose } = useDays(props);
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={`Agenda, ${monthText(month)}`}
      className="month"
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      <div role="row" className="week days">
        {weekdays.map((day) => (
          <span key={day} role="columnheader" className="weekday">
            {day}
          </span>
        ))}
      </div>
      {weeksOf(month).map((week) => {
        const bars = barsOf(all, week);
        const lanes = Math.max(0, ...bars.map(({ lane }) => lane + 1));
        return (
          <div key={week[0]} role="row" className="week">
            {week.map((day) => (
              <DayCell
                key={day}
                day={day}
                all={all}
                isOutside={monthOf(day) !== month}
                isToday={day === today}
                isChosen={day === chosen}
                isFocused={day === focused}
                room={lanes * LANE}
                onChoose={() => choose(day)}
              />
            ))}
            {bars.map((bar) => (
              <BarOver key={bar.item.id} bar={bar} />
            ))}
          </div>
        );
      })}
    </div>
  );
};
