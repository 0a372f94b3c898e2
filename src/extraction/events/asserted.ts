import type { Evidence, Span } from '../../text/index.ts';
import type { FoundStatement } from '../reading-of.ts';

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** The innermost statement whose content holds a span, but for `except`. */
export const innermostOver = (
  span: Span,
  statements: readonly FoundStatement[],
  except: FoundStatement | undefined,
): FoundStatement | undefined => {
  let found: FoundStatement | undefined;
  for (const each of statements) {
    if (each === except || !each.content.some((content) => holds(content, span))) continue;
    if (found === undefined || size(each.content) < size(found.content)) found = each;
  }
  return found;
};

/** The statement whose cue these words are. */
export const statementOfCue = (
  trigger: Evidence,
  sentence: number,
  word: number,
  statements: readonly FoundStatement[],
): FoundStatement | undefined =>
  statements.find(({ cue }) => cue.sentence === sentence && cue.token === word) ??
  statements.find(({ statement }) => holds(statement.cue, trigger));
