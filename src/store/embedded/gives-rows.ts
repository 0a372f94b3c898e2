/** What stands before the statement itself: the queries that it names, without what is in their brackets. */
const named = String.raw`[^\s,]*\s*\bas\b(?:\s+(?:not\s+)?materialized\b)?`;
const withClause = new RegExp(String.raw`^with\b(?:\s+recursive\b)?\s*(?:${named}\s*,\s*)*${named}\s+(?=[a-z])`);
const writes = /^(?:insert|update|delete)\b/;

/** Comments, strings in dollars and strings with backslashes may hold quotes and brackets that are none. */
const isOdd = /--|\/\*|\$\$|\be'/i;

/** The words of a statement that stand in no brackets and no quotes; null where that cannot be told. */
const outermost = (sql: string): string | null => {
  if (isOdd.test(sql.replaceAll(/'(?:[^']|'')*'/g, "''"))) return null;
  let text = sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, '').toLowerCase();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replaceAll(/\([^()]*\)/g, ' ');
  }
  return /[()]/.test(text) ? null : text.trim();
};

/**
 * Whether a statement may give rows: all do but those that insert, update or delete without `returning`. What it names with `with` may be
 * called like a verb.
 */
export const givesRows = (sql: string): boolean => {
  const text = outermost(sql);
  if (text === null || /\breturning\b/.test(text)) return true;
  return !writes.test(text.replace(withClause, ''));
};
