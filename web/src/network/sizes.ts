import type { Size } from '../ui/canvas/view.ts';
import { useNarrow } from '../ui/use-screen.ts';

/** The drawing that a network is laid out in, on a wide screen and on one of a phone. */
const WIDE: Size = { width: 1200, height: 750 };
const TALL: Size = { width: 600, height: 780 };

/** The drawing for this screen. */
export const useDrawing = (): Size => (useNarrow() ? TALL : WIDE);
