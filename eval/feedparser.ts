/** The expectations of feedparser's own tests: each file opens with a comment that holds what its parser makes of it, in Python. */

/** One thing that a test expects: where (feed, title), and its value. */
export interface Expectation {
  readonly path: readonly string[];
  readonly value: string | number | readonly number[];
}

const string = /^u?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/s;

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gis, (_, four?: string, two?: string, one?: string) => {
    if (four !== undefined || two !== undefined) return String.fromCharCode(Number.parseInt(four ?? two ?? '', 16));
    return ({ n: '\n', t: '\t', r: '\r' } as Record<string, string>)[one ?? ''] ?? one ?? '';
  });

const readValue = (text: string): Expectation['value'] | null => {
  const match = string.exec(text.trim());
  if (match !== null) return unescaped(match[1] ?? match[2] ?? '');
  const tuple = /^\(([\d, ]+)\)/.exec(text.trim())?.[1];
  if (tuple !== undefined) return tuple.split(',').map(Number);
  return /^\d+/.test(text.trim()) ? Number.parseInt(text.trim(), 10) : null;
};

const pathOf = (text: string): readonly string[] =>
  [...text.matchAll(/^(\w+)|\[u?'([^']+)'\]|\[(\d+)\]|\.(\w+)/g)].map(
    ([, ...parts]) => parts.find((part) => part !== undefined) ?? '',
  );

/** Splits at "and" outside of quotes. */
const conditions = (text: string): readonly string[] =>
  [...text.matchAll(/(?:u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|(?!\s+and\s+).)+/gs)].map(([each]) =>
    each.replace(/^\s*and\s+/, '').trim(),
  );

/** The equalities that the comment of a test states; what it states otherwise is left out. */
export const readExpectations = (source: string): readonly Expectation[] => {
  const comment = /^\s*Expect:\s*([\s\S]*?)-->/m.exec(source)?.[1] ?? '';
  return conditions(comment.trim()).flatMap((condition): readonly Expectation[] => {
    const match = /^((?:len\()?(?:feed|entries|version)\b[^=]*?)\s*==\s*([\s\S]+)$/.exec(condition);
    const value = match === null ? null : readValue(match[2] ?? '');
    if (match === null || value === null) return [];
    const [, left = ''] = match;
    return [{ path: left.startsWith('len(') ? ['len', ...pathOf(left.slice(4))] : pathOf(left), value }];
  });
};
