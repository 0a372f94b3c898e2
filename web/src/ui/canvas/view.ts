/** A size in pixels or in the units of what is drawn. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What of a drawing is in sight: the point in the middle, in units of the drawing, and how many times it is enlarged. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A stretch of both directions. */
export interface Box extends Point, Size {}

export const MOST_ZOOM = 60;

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/** The whole drawing. */
export const wholeOf = ({ width, height }: Size): View => ({ x: width / 2, y: height / 2, zoom: 1 });

/** Pixels that a unit of the drawing takes. */
export const scaleOf = (drawing: Size, screen: Size, { zoom }: View): number =>
  Math.min(screen.width / drawing.width, screen.height / drawing.height) * zoom;

/** Where a point of the drawing is on the screen. */
export const onScreen = (point: Point, drawing: Size, screen: Size, view: View): Point => {
  const scale = scaleOf(drawing, screen, view);
  return { x: (point.x - view.x) * scale + screen.width / 2, y: (point.y - view.y) * scale + screen.height / 2 };
};

/** A view that shows something of the drawing, and is not enlarged beyond sense. */
export const kept = ({ x, y, zoom }: View, drawing: Size): View => ({
  x: between(0, x, drawing.width),
  y: between(0, y, drawing.height),
  zoom: between(1, zoom, MOST_ZOOM),
});

/** Moved by so many pixels of the screen. */
export const moved = (view: View, by: Point, drawing: Size, screen: Size): View => {
  const scale = scaleOf(drawing, screen, view);
  return kept({ ...view, x: view.x - by.x / scale, y: view.y - by.y / scale }, drawing);
};

/** Enlarged so many times around a point of the screen, which stays where it is. */
export const zoomed = (view: View, times: number, around: Point, drawing: Size, screen: Size): View => {
  const zoom = between(1, view.zoom * times, MOST_ZOOM);
  const [before, after] = [scaleOf(drawing, screen, view), scaleOf(drawing, screen, { ...view, zoom })];
  const offset = { x: around.x - screen.width / 2, y: around.y - screen.height / 2 };
  return kept(
    { x: view.x + offset.x / before - offset.x / after, y: view.y + offset.y / before - offset.y / after, zoom },
    drawing,
  );
};

/** A view of some points with room around them; the whole drawing where there are none. */
export const viewOf = (points: readonly Point[], drawing: Size, screen: Size, most: number): View => {
  if (points.length === 0) return wholeOf(drawing);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const fit = scaleOf(drawing, screen, wholeOf(drawing));
  const room = 0.7;
  const zoom = Math.min(
    (screen.width * room) / (Math.max(right - left, 1) * fit),
    (screen.height * room) / (Math.max(bottom - top, 1) * fit),
  );
  return kept({ x: (left + right) / 2, y: (top + bottom) / 2, zoom: between(1, zoom, most) }, drawing);
};

/** A view as it stands in an address: `512.3,140,4`. */
export const viewText = ({ x, y, zoom }: View): string =>
  [x.toFixed(1), y.toFixed(1), zoom.toFixed(2)].map(Number).join(',');

/** A view from an address; null where it is none. */
export const viewFrom = (text: string | undefined, drawing: Size): View | null => {
  const [x, y, zoom, ...more] = (text ?? '').split(',').map(Number);
  if (x === undefined || y === undefined || zoom === undefined || more.length > 0) return null;
  return [x, y, zoom].every(Number.isFinite) ? kept({ x, y, zoom }, drawing) : null;
};
