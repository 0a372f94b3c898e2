import type { Size } from '../ui/canvas/view.ts';

/** The drawing that a network is laid out in. */
export const CANVAS: Size = { width: 1200, height: 750 };
