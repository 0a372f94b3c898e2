// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: words in a drawing take no focus
import { Link } from '@tanstack/react-router';
import { placeLabels } from '../ui/canvas/labels.ts';
import type { Point, Size } from '../ui/canvas/view.ts';
import { plural } from '../ui/plural.ts';
import type { LinkedActor } from './ties.ts';
import type { Places } from './use-layout.ts';

/** An actor where it is drawn. */
export interface Spot extends Point {
  readonly actor: LinkedActor;
  readonly reach: number;
  /** Where it is in the drawing. */
  readonly at: Point;
}

const SMALLEST = 5;
const LARGEST = 16;

/**
 * Where actors are drawn on a screen, those with most links first.
 *
 * @param placed Where a point of the drawing is on the screen.
 */
export const spotsOf = (
  actors: readonly LinkedActor[],
  places: Places,
  placed: (point: Point) => Point,
): ReadonlyMap<string, Spot> => {
  const most = Math.max(1, ...actors.map(({ records }) => records));
  return new Map(
    actors.flatMap((actor) => {
      const at = places.get(actor.id);
      if (at === undefined) return [];
      const reach = Math.max(SMALLEST, LARGEST * Math.sqrt(actor.records / most));
      return [[actor.id, { actor, at, reach, ...placed(at) }]];
    }),
  );
};

/** People are round, countries square, bodies six-sided, groups cornered. */
const Form = ({ kind, reach }: { readonly kind: LinkedActor['kind']; readonly reach: number }) => {
  if (kind === 'country') return <rect x={-reach} y={-reach} width={reach * 2} height={reach * 2} />;
  if (kind === 'organization')
    return <path d="M-1 0 -.5 -.87H.5L1 0 .5 .87H-.5Z" transform={`scale(${reach * 1.1})`} />;
  if (kind === 'group') return <path d="M0 -1 1 0 0 1 -1 0Z" transform={`scale(${reach * 1.2})`} />;
  return <circle r={reach} />;
};

const inside = ({ x, y }: Point, { width, height }: Size): boolean => x > 0 && y > 0 && x < width && y < height;

interface SpotsProps {
  readonly spots: ReadonlyMap<string, Spot>;
  readonly screen: Size;
  readonly show: (point: Point) => void;
  readonly onPoint: (actor: string | null) => void;
}

/** The actors of a network, with the names for which there is room. Each leads to its page. */
export const Spots = ({ spots, screen, show, onPoint }: SpotsProps) => {
  const all = [...spots.values()];
  const labels = placeLabels(
    all
      .filter((spot) => inside(spot, screen))
      .map(({ actor, x, y, reach }) => ({ id: actor.id, label: actor.name, x, y, reach })),
    { x: 0, y: 0, ...screen },
  );
  return (
    <>
      {all.map((spot, index) => {
        const { actor, x, y, reach } = spot;
        const title = `${actor.name}, ${actor.kind}: in ${plural(actor.records, 'row')} with others`;
        return (
          <Link
            key={actor.id}
            to="/actors/$id"
            params={{ id: actor.id }}
            data-stop=""
            tabIndex={index === 0 ? 0 : -1}
            aria-label={title}
            className={`spot actor kind-${actor.kind}`}
            onFocus={() => {
              onPoint(actor.id);
              if (!inside(spot, screen)) show(spot.at);
            }}
            onBlur={() => onPoint(null)}
            onMouseEnter={() => onPoint(actor.id)}
            onMouseLeave={() => onPoint(null)}
            draggable={false}
          >
            <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
              <title>{title}</title>
              <circle className="reach" r={Math.max(12, reach + 4)} />
              <g className="form">
                <Form kind={actor.kind} reach={reach} />
              </g>
            </g>
          </Link>
        );
      })}
      <g className="labels" aria-hidden="true">
        {labels.map(({ id, label, x, y }) => (
          <text key={id} x={x} y={y + 4}>
            {label}
          </text>
        ))}
      </g>
    </>
  );
};
