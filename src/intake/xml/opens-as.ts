/** What may stand before the outermost element: declarations, comments, a document type that is not HTML. */
const opening =
  /^\s*(?:(?:<\?[\s\S]{0,2000}?\?>|<!--[\s\S]{0,5000}?-->|<!DOCTYPE\s+(?!html)[^>[]*(?:\[[\s\S]{0,20000}?\]\s*)?>)\s*)*/i;

/** Whether the outermost element of an XML text opens as `root` has it; cheap, for telling formats apart. */
export const opensAs = (text: string, root: RegExp): boolean => {
  const head = text.slice(0, 60_000);
  const start = opening.exec(head)?.[0].length ?? 0;
  return root.exec(head.slice(start, start + 200))?.index === 0;
};
