/** The fields of a header by name in lower case, the first of each; a line that begins with a blank goes on the one before it. */
export const readFields = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const at = line.indexOf(':');
    if (/^[ \t]/.test(line) && last !== '') fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
    else if (at > 0) {
      last = line.slice(0, at).trim().toLowerCase();
      if (!fields.has(last)) fields.set(last, line.slice(at + 1).trim());
    }
  }
  return fields;
};
