/** A text as HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A text as what stands between the quotation marks of an attribute. */
export const escapeAttribute = (text: string): string => escapeHtml(text).replace(/"/g, '&quot;');
