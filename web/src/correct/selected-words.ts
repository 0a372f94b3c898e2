import type { Stretch } from './words.ts';

/** Where a point of the page lies in the report's text; null outside of it. Blocks say where they begin in `data-block`. */
const offsetOf = (node: Node, offset: number): number | null => {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-block]');
  if (block === null || block === undefined) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset.block) + before.toString().length;
};

/** The stretch of the report's text that is selected on the page; null where none is. */
export const selectedStretch = (): Stretch | null => {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
};
