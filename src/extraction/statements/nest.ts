import type { Codebook } from '../../codebook/index.ts';
import type { Span } from '../../text/index.ts';
import { indexBySpan, type NearIndex } from '../near.ts';
import type { Statement } from '../records.ts';
import { holds } from './spans.ts';
import { isStance } from './stance.ts';

/** An editor's brackets: "[We] urge …". */
const BRACKETS = /[[\]]/g;

const sizeOf = (statement: Statement): number =>
  statement.content.reduce((sum, span) => sum + span.end - span.start, 0);

/** The statements whose content holds a span, the innermost first. */
const around = (statements: NearIndex<Statement>, span: Span): Statement[] =>
  statements
    .near(span)
    .filter((statement) => statement.content.some((content) => holds(content, span)))
    .sort((a, b) => sizeOf(a) - sizeOf(b));

/** Does `id` stand among the statements around `from`? */
const isAbove = (parents: ReadonlyMap<string, string | null>, from: string, id: string): boolean => {
  for (let at: string | null = from; at !== null; at = parents.get(at) ?? null) if (at === id) return true;
  return false;
};

/** The innermost statement around each, the largest first; two that hold each other's cue are not both the other's parent. */
const parentsOf = (statements: readonly Statement[]): ReadonlyMap<string, string | null> => {
  const byContent = indexBySpan(
    statements.filter((statement) => !isStance(statement)),
    (statement) => statement.content,
  );
  const parents = new Map<string, string | null>();
  for (const { id, cue } of [...statements].sort((a, b) => sizeOf(b) - sizeOf(a))) {
    if (parents.has(id)) continue;
    const parent = around(byContent, cue).find((statement) => !isAbove(parents, statement.id, id));
    parents.set(id, parent?.id ?? null);
  }
  return parents;
};

/** Links nested statements to the innermost one around them, whose speaker the first person means. */
export const nest = (codebook: Codebook, statements: readonly Statement[]): Statement[] => {
  const parents = parentsOf(statements);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const speakersOf = (statement: Statement | undefined): readonly string[] => {
    if (statement === undefined) return [];
    const isOwn = codebook.isWord('first-person', statement.source?.text.replace(BRACKETS, ''));
    return statement.speakers.length > 0 || !isOwn
      ? statement.speakers
      : speakersOf(byId.get(parents.get(statement.id) ?? ''));
  };
  return statements.map((statement) => ({
    ...statement,
    parent: parents.get(statement.id) ?? null,
    speakers: speakersOf(statement),
  }));
};
