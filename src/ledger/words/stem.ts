const singular = (word: string): string => {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
};

const bare = (word: string): string => {
  if (word.endsWith('ing') && word.length > 5) return word.slice(0, -3);
  return word.endsWith('ed') && word.length > 4 ? word.slice(0, -2) : word;
};

/** A rough stem, so that forms of one word compare as equal: "signed", "signing", "signs" → "sign". For comparing only. */
export const stem = (word: string): string => {
  if (word.length <= 3) return word;
  const short = bare(singular(word)).replace(/([bdgmnprt])\1$/, '$1');
  return short.length > 4 && short.endsWith('e') ? short.slice(0, -1) : short;
};
