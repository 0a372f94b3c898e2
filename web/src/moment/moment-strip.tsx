import { useMemo } from 'react';
import { useApiNow } from '../api/use-api.ts';
import { MomentField } from './moment-field.tsx';
import { MomentSlider } from './moment-slider.tsx';
import { scaleOf } from './scale.ts';

/** Sets the moment that every page is shown at: by date, or along the time of the ledger. */
export const MomentStrip = () => {
  const { data } = useApiNow('/span');
  const { first = null, last = null } = data?.item ?? {};
  const scale = useMemo(() => scaleOf(first, last), [first, last]);
  return (
    <fieldset className="moment">
      <legend className="unseen">The moment that is shown</legend>
      <MomentField />
      {scale !== null && first !== null && <MomentSlider scale={scale} first={first} />}
    </fieldset>
  );
};
