// biome-ignore-all lint/a11y/useSemanticElements: weeks have bars laid over their days, which rows of a table cannot have
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys of all its days
import { dayText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';
import type { Placed } from './month.ts';
import { StateForm } from './state-mark.tsx';
import { whoText } from './who-text.ts';

/** Items that a day shows; those beyond are counted. */
const SHOWN = 3;

const Chip = ({ placed: { item, kind } }: { readonly placed: Placed }) => {
  const { state } = item.summary;
  const word = kind === 'moved' ? 'moved away' : state;
  return (
    <span
      className={`day-item${kind === 'moved' ? ' moved' : ''} state-${state.replaceAll(' ', '-')}`}
      title={`${word}: ${whoText(item)}`}
    >
      <span className="mark">
        <StateForm state={kind === 'moved' ? 'postponed' : state} />
        <span className="word">{word}: </span>
      </span>
      <span className="who">{whoText(item)}</span>
    </span>
  );
};

interface DayCellProps {
  readonly day: string;
  readonly all: readonly Placed[];
  readonly isOutside: boolean;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  readonly isFocused: boolean;
  /** Room that bars take above its items, in rem. */
  readonly room: number;
  readonly onChoose: () => void;
}

/** How a day is introduced when it is read out: `24 Sept 2026, 2 items, 1 on a day of several:`. */
const spoken = (day: string, items: number, bars: number): string =>
  [
    dayText(day),
    items === 0 ? 'nothing' : plural(items, 'item'),
    ...(bars === 0 ? [] : [`${bars} on a day of several`]),
  ].join(', ');

/** A day with its items. */
export const DayCell = ({ day, all, isOutside, isToday, isChosen, isFocused, room, onChoose }: DayCellProps) => {
  const covering = all.filter(({ first, last }) => first <= day && day <= last);
  const items = covering.filter(({ kind }) => kind === 'day' || kind === 'moved');
  const bars = covering.filter(({ kind }) => kind === 'bar').length;
  return (
    <div
      role="gridcell"
      tabIndex={isFocused ? 0 : -1}
      data-day={day}
      aria-selected={isChosen}
      aria-current={isToday ? 'date' : undefined}
      className={`day${isOutside ? ' outside' : ''}`}
      onClick={onChoose}
    >
      <span className="unseen">{spoken(day, items.length, bars)}: </span>
      <span className="number" aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      <span className="day-items" style={{ marginTop: `${room}rem` }}>
        {items.slice(0, SHOWN).map((each) => (
          <Chip key={`${each.item.id} ${each.kind}`} placed={each} />
        ))}
        {items.length > SHOWN && <span className="faint">{items.length - SHOWN} more</span>}
      </span>
    </div>
  );
};
