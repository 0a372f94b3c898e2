const verb = /\b(?:select|insert|update|delete|values|merge)\b/;

/** The words of a statement that stand in no brackets and no quotes; null where brackets do not match. */
const outermost = (sql: string): string | null => {
  let text = sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, '').toLowerCase();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replaceAll(/\([^()]*\)/g, ' ');
  }
  return /[()]/.test(text) ? null : text.trim();
};

/** Whether a statement may give rows: all do but those that insert, update or delete without `returning`. */
export const givesRows = (sql: string): boolean => {
  const text = outermost(sql);
  if (text === null || /\breturning\b/.test(text)) return true;
  const [first] = verb.exec(text) ?? [''];
  if (!text.startsWith(first) && !text.startsWith('with ')) return true;
  return !['insert', 'update', 'delete'].includes(first);
};
