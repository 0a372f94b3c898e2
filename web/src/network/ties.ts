import type { Network } from '../api/schema.ts';
import type { Point } from '../ui/canvas/view.ts';
import { type Family, familyOfLabel } from '../ui/event-family.ts';

export type Link = Network['links'][number];
export type LinkedActor = Network['actors'][number];

/** How a link goes: against, towards, both, or neither. */
export type Course = Family | 'mixed';

/** A family is the course of a link if it has two thirds of what goes against or towards. */
const CLEAR = 2 / 3;

/** How a link goes, by most of its records; what only tells counts where there is nothing else. */
export const courseOf = ({ tallies }: Pick<Link, 'tallies'>): Course => {
  const sums = { against: 0, towards: 0, tells: 0 };
  for (const { label, records } of tallies) sums[familyOfLabel(label)] += records;
  const marked = sums.against + sums.towards;
  if (marked === 0) return 'tells';
  if (sums.against / marked >= CLEAR) return 'against';
  return sums.towards / marked >= CLEAR ? 'towards' : 'mixed';
};

/** A link in words: `3 ACCUSE, 2 deny`. */
export const tiesText = ({ tallies }: Pick<Link, 'tallies'>, kind?: 'event' | 'statement'): string =>
  tallies
    .filter((tally) => kind === undefined || tally.kind === kind)
    .map(({ label, records }) => `${records} ${label}`)
    .join(', ');

/** How many records of a kind a link has. */
export const recordsOf = ({ tallies }: Pick<Link, 'tallies'>, kind: 'event' | 'statement'): number =>
  tallies.reduce((sum, tally) => sum + (tally.kind === kind ? tally.records : 0), 0);

const LEAST = 1;
const MOST = 8;

/** How thick a link is drawn, in pixels. */
export const widthOf = (records: number, most: number): number => LEAST + (MOST - LEAST) * Math.sqrt(records / most);

/** A link as it is drawn: a bow from one actor to another, and where its head points. */
export interface Bow {
  readonly path: string;
  readonly tip: Point;
  /** Degrees, clockwise from the right. */
  readonly angle: number;
}

const BEND = 0.14;

/** A bow between the edges of two circles. Those of one pair bend apart, so that both are seen. */
export const bowOf = (from: Point, to: Point, fromReach: number, toReach: number): Bow => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const bend = { x: (from.x + to.x) / 2 - dy * BEND, y: (from.y + to.y) / 2 + dx * BEND };
  const towards = (point: Point, reach: number): Point => {
    const [x, y] = [bend.x - point.x, bend.y - point.y];
    const far = Math.max(1, Math.hypot(x, y));
    const step = Math.min(reach, length / 3);
    return { x: point.x + (x / far) * step, y: point.y + (y / far) * step };
  };
  const [start, tip] = [towards(from, fromReach), towards(to, toReach)];
  const at = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return {
    path: `M${at(start)}Q${at(bend)} ${at(tip)}`,
    tip,
    angle: (Math.atan2(tip.y - bend.y, tip.x - bend.x) * 180) / Math.PI,
  };
};

/** Links that are drawn for each actor on the mean: more cannot be told apart. */
const EACH = 3;

/** The links that are drawn, those with most rows. All of them stand in the table. */
export const drawnOf = ({ actors, links }: Network): readonly Link[] => links.slice(0, actors.length * EACH);
