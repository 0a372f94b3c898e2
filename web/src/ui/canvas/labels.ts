import type { Box, Point } from './view.ts';

/** Something that is drawn at a point of the screen and would like a label beside it. */
export interface Labelled extends Point {
  readonly id: string;
  /** How far it reaches from its point, in pixels. */
  readonly reach: number;
  readonly label: string;
}

/** Where a label stands, from its left end; its middle is at `y`. */
export interface PlacedLabel extends Point {
  readonly id: string;
  readonly label: string;
}

/** Pixels that a letter of a label takes on the mean, and a line of it. */
const LETTER = 6.8;
const LINE = 15;
const GAP = 3;

const meets = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const boxOf = ({ x, y, reach }: Labelled): Box => ({ x: x - reach, y: y - reach, width: reach * 2, height: reach * 2 });

/** Where a label may stand: to the right, to the left, above, below. */
const spotsOf = ({ x, y, reach, label }: Labelled): readonly Box[] => {
  const [width, height] = [label.length * LETTER, LINE];
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  return [
    box(x + reach + GAP, y - height / 2),
    box(x - reach - GAP - width, y - height / 2),
    box(x - width / 2, y - reach - GAP - height),
    box(x - width / 2, y + reach + GAP),
  ];
};

/**
 * Labels that cover neither each other nor what is drawn, those of the first things first; things without room get none.
 *
 * @param within What must hold a whole label.
 */
export const placeLabels = (things: readonly Labelled[], within: Box): readonly PlacedLabel[] => {
  const taken = things.map((thing) => ({ id: thing.id, box: boxOf(thing) }));
  const placed: PlacedLabel[] = [];
  for (const thing of things) {
    const spot = spotsOf(thing).find(
      (box) =>
        box.x >= within.x &&
        box.y >= within.y &&
        box.x + box.width <= within.x + within.width &&
        box.y + box.height <= within.y + within.height &&
        !taken.some((other) => other.id !== thing.id && meets(box, other.box)),
    );
    if (spot === undefined) continue;
    taken.push({ id: `label of ${thing.id}`, box: spot });
    placed.push({ id: thing.id, label: thing.label, x: spot.x, y: spot.y + spot.height / 2 });
  }
  return placed;
};
