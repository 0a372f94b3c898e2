import { type KeyboardEvent, useEffect, useState } from 'react';
import { useAsOf } from '../api/use-api.ts';
import { dayText, exactText } from '../ui/dates.ts';
import type { Scale } from './scale.ts';
import { useSetAsOf } from './use-set-as-of.ts';
import { useThrottled } from './use-throttled.ts';

/** How long pages show one moment at least while the slider moves, in milliseconds: asks on their way are given up. */
const PAUSE = 150;

/** How far the page keys go, and in which direction. */
const leapOf = (key: string, leap: number): number => (key === 'PageUp' ? leap : key === 'PageDown' ? -leap : 0);

/** The place that the thumb is shown at: where it is moved to, until the address has followed. */
const usePlace = (scale: Scale) => {
  const asOf = useAsOf();
  const set = useThrottled(useSetAsOf(), PAUSE);
  const [moving, move] = useState<number | null>(null);
  const settled = scale.placeOf(asOf);
  useEffect(() => {
    if (moving === settled) move(null);
  }, [moving, settled]);
  const put = (place: number): void => {
    const next = Math.max(0, Math.min(scale.now, place));
    move(next);
    set(scale.momentAt(next));
  };
  const moment = moving === null ? asOf : scale.momentAt(moving);
  return { place: moving ?? settled, moment, put };
};

/** Moves every page to another moment between the first and the last entry of the ledger; its right end is now. */
export const MomentSlider = ({ scale, first }: { readonly scale: Scale; readonly first: string }) => {
  const { place, moment, put } = usePlace(scale);
  const leap = (event: KeyboardEvent): void => {
    const by = leapOf(event.key, scale.leap);
    if (by === 0) return;
    event.preventDefault();
    put(place + by);
  };
  const text = moment === undefined ? 'now' : exactText(moment);
  return (
    <div className="slider">
      <span className="faint end" aria-hidden="true">
        {dayText(first)}
      </span>
      <input
        type="range"
        aria-label={`Moment, by the ${scale.grain}`}
        aria-valuetext={text}
        min={0}
        max={scale.now}
        step={1}
        value={place}
        onChange={({ target }) => put(Number(target.value))}
        onKeyDown={leap}
      />
      <output className={moment === undefined ? 'faint' : 'past'}>{text}</output>
    </div>
  );
};
