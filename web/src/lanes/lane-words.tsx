import type { Lane } from '../api/schema.ts';
import { plural } from '../ui/plural.ts';
import { MarkLink } from './lane-cell.tsx';
import { marksOf } from './lane-marks.ts';
import { stretchName } from './stretch-name.ts';
import type { Cut, Stretches } from './stretches.ts';

interface LaneWordsProps {
  readonly lanes: readonly Lane[];
  readonly stretches: Stretches;
  readonly cut: Cut;
}

const Rows = ({ lanes, stretches: { shown } }: Omit<LaneWordsProps, 'cut'>) =>
  lanes.flatMap((lane) =>
    shown.flatMap((stretch) =>
      marksOf(lane.counts.filter(({ start }) => start === stretch.start)).map((mark) => (
        <tr key={`${lane.actor.id} ${stretch.start} ${mark.kind} ${mark.family} ${mark.realis}`}>
          <th scope="row">{lane.actor.name}</th>
          <td>
            {stretchName(stretch)}
            {stretch.isAhead && ', ahead'}
          </td>
          <td>{mark.realis === null ? 'said' : `did, ${mark.realis}`}</td>
          <td>{mark.text}</td>
          <td>
            <MarkLink mark={mark} lane={lane} stretch={stretch} />
          </td>
        </tr>
      )),
    ),
  );

/** The table behind the lanes, and how they were counted. */
export const LaneWords = ({ lanes, stretches, cut }: LaneWordsProps) => {
  const counts = lanes.flatMap((lane) => lane.counts);
  const sum = (field: 'records' | 'undated'): number => counts.reduce((total, count) => total + count[field], 0);
  return (
    <details className="behind">
      <summary>As a table, and how this was counted</summary>
      <p className="faint">
        An event stands in the lane of each actor who takes part in it, a statement in that of who speaks; each row
        counts once for every report that has it, and rejected rows do not count. It stands in the {cut} in which it is,
        was or will be; where no time is told, in that of its report: {sum('undated')} of{' '}
        {plural(sum('records'), 'row')}. Unless actors are chosen, those with names whom most reports tell of have a
        lane.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="Actors over time, in words">
        <table>
          <thead>
            <tr>
              {['Who', 'When', 'What', 'Of them', 'Rows'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Rows lanes={lanes} stretches={stretches} />
          </tbody>
        </table>
      </section>
    </details>
  );
};
