import { useEffect, useEffectEvent, useState } from 'react';
import type { ActorName, Lane } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { type Cut, cuts } from './stretches.ts';
import { laneCounts, useLaneSearch } from './use-lanes.ts';

/** Puts an actor among those who have a lane: as soon as a whole name stands there, however late it is known; Enter takes the first that fits. */
const AddLane = ({ lanes }: { readonly lanes: readonly Lane[] }) => {
  const set = useSetSearch();
  const [name, type] = useState('');
  const { data } = useApi('/actors', { name: name || undefined, limit: '8' });
  const known = data?.items ?? [];
  const named = known.find((actor) => actor.name === name);
  const add = (actor: ActorName | undefined): void => {
    if (actor === undefined) return;
    type('');
    const ids = lanes.map((lane) => lane.actor.id);
    if (!ids.includes(actor.id)) set({ lanes: [...ids, actor.id].join(',') });
  };
  const addNamed = useEffectEvent(() => add(named));
  useEffect(() => {
    if (named?.id !== undefined) addNamed();
  }, [named?.id]);
  return (
    <label className="field">
      <span>Add a lane</span>
      <input
        list="lane-actors"
        value={name}
        placeholder="name of an actor"
        onChange={({ target }) => type(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && name !== '') add(known[0]);
        }}
      />
      <datalist id="lane-actors">
        {known.map(({ id, name: each }) => (
          <option key={id} value={each} />
        ))}
      </datalist>
    </label>
  );
};

interface LaneControlsProps {
  readonly lanes: readonly Lane[];
  readonly cut: Cut;
}

/** Who has a lane, and what time is cut into. */
export const LaneControls = ({ lanes, cut }: LaneControlsProps) => {
  const { many, actors } = useLaneSearch();
  const set = useSetSearch();
  return (
    <div className="filters">
      <label className="field">
        <span>Lanes</span>
        <select
          value={actors.length > 0 ? 'chosen' : many}
          onChange={({ target }) => set({ lanes: target.value === 'chosen' ? undefined : target.value })}
        >
          {actors.length > 0 && <option value="chosen">{actors.length} chosen</option>}
          {laneCounts.map((count) => (
            <option key={count} value={count}>
              {count} most told of
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>By</span>
        <select value={cut} onChange={({ target }) => set({ by: target.value })}>
          {cuts.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <AddLane lanes={lanes} />
    </div>
  );
};
