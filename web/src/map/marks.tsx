// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: words in a drawing take no focus
import { Link } from '@tanstack/react-router';
import { placeLabels } from '../ui/canvas/labels.ts';
import type { Point, Size } from '../ui/canvas/view.ts';
import { RealisForm } from '../ui/realis.tsx';
import { HALF, type Mark } from './place-marks.ts';
import { realisOf, type Town } from './where.ts';

const TownMark = ({ mark, town }: { readonly mark: Mark; readonly town: Town }) => {
  const realis = realisOf(town);
  const size = (mark.reach * 2) / 12;
  return (
    <g className={`realis-${realis}`}>
      <circle className="under" r={mark.reach + 1.5} />
      <g transform={`scale(${size}) translate(-6 -6)`}>
        <RealisForm realis={realis} />
      </g>
    </g>
  );
};

const CountryMark = ({ mark }: { readonly mark: Mark }) => (
  <g className="somewhere">
    <rect x={-mark.reach} y={-HALF} width={mark.reach * 2} height={HALF * 2} rx={3} />
    <text y={4} className="count">
      {mark.records}
    </text>
  </g>
);

const inside = ({ x, y }: Point, { width, height }: Size): boolean => x > 0 && y > 0 && x < width && y < height;

interface MarksProps {
  readonly marks: readonly Mark[];
  readonly screen: Size;
  readonly chosen: readonly string[];
  readonly show: (point: Point) => void;
}

/** Marks with the labels for which there is room. Each leads to its events. */
export const Marks = ({ marks, screen, chosen, show }: MarksProps) => {
  const labels = placeLabels(
    marks.filter((mark) => inside(mark, screen)),
    { x: 0, y: 0, ...screen },
  );
  const stop = marks.find(({ places }) => places.some((id) => chosen.includes(id))) ?? marks[0];
  return (
    <>
      {marks.map((mark) => (
        <Link
          key={`${mark.kind} ${mark.id}`}
          to="."
          search={(before) => ({ ...before, place: mark.places.slice(0, 50).join(','), row: undefined })}
          resetScroll={false}
          data-stop=""
          tabIndex={mark === stop ? 0 : -1}
          aria-label={mark.title}
          aria-current={mark.places.some((id) => chosen.includes(id)) ? 'true' : undefined}
          className={`spot ${mark.kind}`}
          onFocus={() => !inside(mark, screen) && show(mark.at)}
          draggable={false}
        >
          <g transform={`translate(${mark.x} ${mark.y})`}>
            <title>{mark.title}</title>
            <circle className="reach" r={Math.max(12, mark.reach + 3)} />
            {mark.town === null ? <CountryMark mark={mark} /> : <TownMark mark={mark} town={mark.town} />}
          </g>
        </Link>
      ))}
      <g className="labels" aria-hidden="true">
        {labels
          .filter(({ label }) => label !== '')
          .map(({ id, label, x, y }) => (
            <text key={id} x={x} y={y + 4}>
              {label}
            </text>
          ))}
      </g>
    </>
  );
};
