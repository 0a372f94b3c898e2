const DAY = 86_400_000;

/** The instant at which a date begins; one without a zone is taken as UTC. */
const startOf = (date: string): number =>
  Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$|^\d{4}-\d\d-\d\d$/.test(date) ? date : `${date}Z`);

/** Whether all that a date may mean lies before another one: a day without a clock time ends at midnight. */
export const isBefore = (date: string, since: string): boolean =>
  startOf(date) + (date.includes('T') ? 0 : DAY - 1) < startOf(since);

interface Dated {
  readonly published?: string | null;
  readonly updated: string | null;
}

const timeOf = ({ published, updated }: Dated): number => {
  const date = updated ?? published ?? null;
  const time = date === null ? Number.NaN : startOf(date);
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
};

/** The newest first; what has no date keeps its place behind them. */
export const inOrderOfTime = <Thing extends Dated>(things: readonly Thing[]): readonly Thing[] =>
  things.toSorted((a, b) => {
    const [first, second] = [timeOf(a), timeOf(b)];
    return first === second ? 0 : second - first;
  });
