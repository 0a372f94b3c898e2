/** One thing that is wrong with a codebook, or odd in it: where, and what to do about it. */
export interface CodebookProblem {
  readonly file: string;
  /** Line of the file, counted from 1. */
  readonly line: number;
  readonly message: string;
  /** A mistake keeps the codebook from being used, or the entry where the rest is to be used; a warning does not. */
  readonly severity: 'mistake' | 'warning';
}

const MOST_SHOWN = 20;

/** "own.yaml:12: what is wrong". */
export const problemLine = ({ file, line, message, severity }: CodebookProblem): string =>
  `${file}:${line}: ${severity === 'warning' ? 'warning: ' : ''}${message}`;

const describe = (problems: readonly CodebookProblem[]): string => {
  const lines = problems.slice(0, MOST_SHOWN).map((problem) => `  ${problemLine(problem)}`);
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
