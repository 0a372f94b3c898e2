/** One figure of a table: what it measures, its value, and what it was counted from. */
export interface Figure {
  /** Name in `floors.json`: `syntax/en_ewt/raw/las`. */
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly detail: string;
  /** How many cases it was counted over, where it is a count. */
  readonly cases?: number;
}

/** A table of figures and, where asked for, the errors behind them. */
export interface Table {
  readonly task: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly errors: readonly string[];
}

/** What a task is given to do its work. */
export interface EvalContext {
  readonly gold: string;
  readonly split: 'dev' | 'test';
  readonly errors: boolean;
}

/** A table as lines of text. */
export const toLines = (table: Table): string[] => {
  const width = Math.max(...table.figures.map((figure) => figure.label.length));
  const rows = table.figures.map(
    (figure) => `  ${figure.label.padEnd(width)}  ${figure.value.toFixed(2).padStart(7)}   ${figure.detail}`,
  );
  return [
    '',
    `${table.task}: ${table.title}`,
    ...rows,
    ...(table.errors.length === 0 ? [] : ['  errors:', ...table.errors.map((error) => `    ${error}`)]),
  ];
};

/** A figure from counts: F1 in per cent, with precision and recall beside it. */
export const f1Figure = (id: string, label: string, right: number, gold: number, system: number): Figure => {
  const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  const [precision, recall] = [percent(right, system), percent(right, gold)];
  const value = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return {
    id,
    label,
    value,
    detail: `P ${precision.toFixed(1)} R ${recall.toFixed(1)} (${right} of ${gold}, ${system} predicted)`,
    cases: gold,
  };
};

/** A figure that is a share: `right` of `all`, in per cent. */
export const shareFigure = (id: string, label: string, right: number, all: number): Figure => ({
  id,
  label,
  value: all === 0 ? 0 : (100 * right) / all,
  detail: `(${right} of ${all})`,
  cases: all,
});
