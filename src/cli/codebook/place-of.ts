import type { PlacedEntry } from '../../codebook/index.ts';

/** Tells where an entry stands: "codebook/events/consult.yaml:4"; empty for one that is not there. */
export const placesOf = (entries: readonly PlacedEntry[]): ((section: string, id: string) => string) => {
  const places = new Map(entries.map(({ section, id, file, line }) => [`${section} ${id}`, `${file}:${line}`]));
  return (section, id) => places.get(`${section} ${id}`) ?? '';
};
