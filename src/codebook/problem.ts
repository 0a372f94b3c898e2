/** One thing that is wrong with a codebook: where, and what to do about it. */
export interface CodebookProblem {
  readonly file: string;
  /** Line of the file, counted from 1. */
  readonly line: number;
  readonly message: string;
}

const MOST_SHOWN = 20;

const describe = (problems: readonly CodebookProblem[]): string => {
  const lines = problems.slice(0, MOST_SHOWN).map(({ file, line, message }) => `  ${file}:${line}: ${message}`);
  const more = problems.length - lines.length;
  const count = problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`;
  const head = `The codebook has ${count}; codebook/README.md says how entries are written.`;
  return [head, ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n');
};

/** A codebook that cannot be used; `problems` lists everything that is wrong with it, not only the first. */
export class CodebookError extends Error {
  override readonly name = 'CodebookError';
  readonly code = 'bad-codebook';
  readonly problems: readonly CodebookProblem[];

  constructor(problems: readonly CodebookProblem[]) {
    super(describe(problems));
    this.problems = problems;
  }
}
