import { Link } from '@tanstack/react-router';
import type { Network } from '../api/schema.ts';
import { plural } from '../ui/plural.ts';
import type { Spot } from './spots.tsx';
import { bowOf, courseOf, type Link as Tie, tiesText, widthOf } from './ties.ts';

/** The head of a link: filled where it goes against, open where towards, a bar where both, a dot where it only tells. */
const heads = {
  against: <path d="M-9 -5 0 0 -9 5Z" className="filled" />,
  towards: <path d="M-9 -5 0 0 -9 5" className="open" />,
  mixed: <path d="M-9 -5 0 0 -9 5M0 -6V6" className="open" />,
  tells: <circle cx="-3" r="2.5" className="filled" />,
} as const;

interface BowProps {
  readonly tie: Tie;
  readonly from: Spot;
  readonly to: Spot;
  readonly most: number;
  readonly isChosen: boolean;
  readonly isBack: boolean;
}

const Bow = ({ tie, from, to, most, isChosen, isBack }: BowProps) => {
  const width = widthOf(tie.records, most);
  const { path, tip, angle } = bowOf(from, to, from.reach + 2, to.reach + 3);
  const course = courseOf(tie);
  const title = `${from.actor.name} → ${to.actor.name}: ${plural(tie.records, 'row')} (${tiesText(tie)})`;
  return (
    <Link
      to="."
      search={(before) => ({ ...before, pair: `${tie.source},${tie.target}` })}
      resetScroll={false}
      tabIndex={-1}
      aria-label={title}
      aria-current={isChosen ? 'true' : undefined}
      className={`tie course-${course}${isBack ? ' back' : ''}`}
      draggable={false}
    >
      <title>{title}</title>
      <path d={path} className="reach" />
      <path d={path} className="line" strokeWidth={width} />
      <g
        transform={`translate(${tip.x.toFixed(1)} ${tip.y.toFixed(1)}) rotate(${angle.toFixed(1)}) scale(${1 + width / 8})`}
      >
        {heads[course]}
      </g>
    </Link>
  );
};

interface BowsProps {
  readonly links: Network['links'];
  readonly spots: ReadonlyMap<string, Spot>;
  readonly pair: { readonly source: string; readonly target: string } | null;
  /** The actor that is pointed at: links of others step back. */
  readonly pointed: string | null;
}

/** The links of a network, the thickest on top. */
export const Bows = ({ links, spots, pair, pointed }: BowsProps) => {
  const most = Math.max(1, ...links.map(({ records }) => records));
  return (
    <>
      {links.toReversed().map((tie) => {
        const [from, to] = [spots.get(tie.source), spots.get(tie.target)];
        if (from === undefined || to === undefined) return null;
        const isBack = pointed !== null && pointed !== tie.source && pointed !== tie.target;
        const isChosen = pair?.source === tie.source && pair.target === tie.target;
        return (
          <Bow
            isBack={isBack}
            key={`${tie.source} ${tie.target}`}
            tie={tie}
            from={from}
            to={to}
            most={most}
            isChosen={isChosen}
          />
        );
      })}
    </>
  );
};
