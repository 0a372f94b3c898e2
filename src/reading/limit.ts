/** Runs a task as soon as fewer than the agreed number are under way, in the order asked. */
export type Limit = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** A limit of `most` tasks at once. */
export const createLimit = (most: number): Limit => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resume) => waiting.push(resume));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
};
