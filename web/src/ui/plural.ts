const numbers = new Intl.NumberFormat('en');

/** `3, report` → `3 reports`. */
export const plural = (count: number, noun: string): string => {
  const many = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : noun.endsWith('s') ? `${noun}es` : `${noun}s`;
  return `${numbers.format(count)} ${count === 1 ? noun : many}`;
};
