import { Link } from '@tanstack/react-router';
import type { Lane } from '../api/schema.ts';
import { signs } from '../ui/event-family.ts';
import { RealisForm } from '../ui/realis.tsx';
import { type LaneMark, marksOf } from './lane-marks.ts';
import { stretchName } from './stretch-name.ts';
import type { Stretch } from './stretches.ts';

/** What is said has the form of a speech bubble. */
const Bubble = () => <path d="M1.5 2h9v6H6L3.5 10.5V8h-2Z" className="outline" />;

const Form = ({ mark: { realis } }: { readonly mark: LaneMark }) => (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    {realis === null ? <Bubble /> : <RealisForm realis={realis} />}
  </svg>
);

interface MarkProps {
  readonly mark: LaneMark;
  readonly lane: Lane;
  readonly stretch: Stretch;
}

/** Leads to the rows that it counts. */
export const MarkLink = ({ mark, lane: { actor }, stretch }: MarkProps) => {
  const { kind, family, realis, labels, records, text } = mark;
  const when = { when_from: stretch.start, when_until: stretch.end };
  const label = `${actor.name}, ${stretchName(stretch)}: ${text}${realis === null ? '' : ` (${realis})`}`;
  const word = `${labels[0]}${labels.length > 1 ? ' …' : ''}`;
  const shared = {
    className: `lane-mark family-${family} ${realis === null ? 'spoken' : `realis-${realis}`}`,
    title: label,
    // What is seen comes first, so that those who speak to their browser can name it.
    'aria-label': `${records} ${word}: ${label}`,
  };
  const inner = (
    <>
      <Form mark={mark} />
      <span aria-hidden="true">{signs[family]}</span>
      {records}
      <span className="lane-word"> {word}</span>
    </>
  );
  return kind === 'event' ? (
    <Link
      to="/events"
      search={{ actor: actor.id, type: labels.join(','), realis: realis ?? undefined, ...when }}
      {...shared}
    >
      {inner}
    </Link>
  ) : (
    <Link to="/statements" search={{ actor: actor.id, act: labels.join(','), ...when }} {...shared}>
      {inner}
    </Link>
  );
};

/** What one actor did and said in one stretch. */
export const LaneCell = ({ lane, stretch }: { readonly lane: Lane; readonly stretch: Stretch }) => {
  const marks = marksOf(lane.counts.filter(({ start }) => start === stretch.start));
  return (
    <td className={stretch.isAhead ? 'ahead' : undefined}>
      {marks.length > 0 && (
        <div className="lane-cell">
          {marks.map((mark) => (
            <MarkLink key={`${mark.kind} ${mark.family} ${mark.realis}`} mark={mark} lane={lane} stretch={stretch} />
          ))}
        </div>
      )}
    </td>
  );
};
