import { RealisMark, realisValues } from '../ui/realis.tsx';

/** What forms and shades say. */
export const Legend = () => (
  <div className="legend faint">
    <span>Form: the commonest realis</span>
    {realisValues.map((realis) => (
      <RealisMark key={realis} realis={realis} />
    ))}
    <span>▸ against, ◂ towards somebody (the commonest type)</span>
    <span className="legend-somewhere">
      <b>3</b> shaded: somewhere in the country
    </span>
  </div>
);
