import type { Evidence, Span } from '../../text/index.ts';
import { indexBySpan, type NearIndex } from '../near.ts';
import type { FoundStatement } from '../reading-of.ts';

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** The statements of a document, by where their content and their cues stand. */
export interface StatementIndex {
  readonly byContent: NearIndex<FoundStatement>;
  readonly byCue: NearIndex<FoundStatement>;
}

/** Indexes the statements of a document. */
export const indexStatements = (statements: readonly FoundStatement[]): StatementIndex => ({
  byContent: indexBySpan(statements, ({ content }) => content),
  byCue: indexBySpan(statements, ({ statement }) => [statement.cue]),
});

/** The innermost statement whose content holds a span, but for `except`. */
export const innermostOver = (
  span: Span,
  { byContent }: StatementIndex,
  except: FoundStatement | undefined,
): FoundStatement | undefined => {
  let found: FoundStatement | undefined;
  for (const each of byContent.near(span)) {
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
  { byCue }: StatementIndex,
): FoundStatement | undefined => {
  const near = byCue.near(trigger);
  return (
    near.find(({ cue }) => cue.sentence === sentence && cue.token === word) ??
    near.find(({ statement }) => holds(statement.cue, trigger))
  );
};
