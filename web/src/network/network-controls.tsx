import { useEffect, useState } from 'react';
import type { Network } from '../api/schema.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { drawnOf } from './ties.ts';
import { SHOWN, type TieKind, tieKinds, useNetworkSearch } from './use-network.ts';

const REST = 200;

/** How many actors are shown: those with most links. */
const HowMany = () => {
  const { most } = useNetworkSearch();
  const set = useSetSearch();
  const [value, slide] = useState(most);
  useEffect(() => slide(most), [most]);
  useEffect(() => {
    if (value === most) return;
    const timer = setTimeout(() => set({ actors: String(value), view: undefined }), REST);
    return () => clearTimeout(timer);
  }, [value, most, set]);
  return (
    <label className="field">
      <span>Actors: {value}</span>
      <input
        type="range"
        min={SHOWN.least}
        max={SHOWN.most}
        step={5}
        value={value}
        onChange={({ target }) => slide(Number(target.value))}
      />
    </label>
  );
};

/** How many actors and which links are shown. */
export const NetworkControls = () => {
  const { ties } = useNetworkSearch();
  const set = useSetSearch();
  return (
    <div className="filters">
      <HowMany />
      <label className="field">
        <span>Links by</span>
        <select
          value={ties}
          onChange={({ target }) => set({ ties: target.value === 'both' ? undefined : target.value })}
        >
          {(Object.keys(tieKinds) as TieKind[]).map((kind) => (
            <option key={kind} value={kind}>
              {tieKinds[kind]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

const line = (course: string, word: string) => (
  <span className="mark">
    <svg viewBox="0 0 34 10" width="34" height="10" aria-hidden="true">
      <g className={`tie course-${course}`}>
        <path d="M0 5H30" className="line" strokeWidth="2" />
      </g>
    </svg>
    {word}
  </span>
);

/** What lines and forms say. */
export const NetworkLegend = ({ network }: { readonly network: Network }) => {
  const { actors, links, all } = network;
  const drawn = drawnOf(network).length;
  return (
    <div className="legend faint">
      {line('against', 'goes against, filled head')}
      {line('towards', 'towards, open head')}
      {line('mixed', 'both')}
      {line('tells', 'only tells, dot')}
      <span>● person ■ country ⬢ body ◆ group</span>
      {all.actors > actors.length && <span>{all.actors - actors.length} actors with fewer rows are not shown</span>}
      {links.length > drawn && (
        <span>
          {drawn} pairs with most rows are drawn; all {links.length} stand in the table
        </span>
      )}
    </div>
  );
};
