import type { NodeItem } from '../../service/index.ts';

const fold = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

const isPerson = ({ kind, summary }: NodeItem): boolean =>
  kind === 'actor' && 'kind' in summary && summary.kind === 'person';

/**
 * The nodes that a name means, of those whose names are like it: those called exactly so. A surname alone may be that of several
 * people: where somebody is called so, everybody with that surname is meant. None where nobody is called so.
 */
export const calledSo = <T extends NodeItem>(nodes: readonly T[], name: string): readonly T[] => {
  const wanted = fold(name);
  const same = nodes.filter((node) => fold(node.name) === wanted);
  if (wanted.includes(' ') || !same.some(isPerson)) return same;
  return nodes.filter((node) => same.includes(node) || (isPerson(node) && fold(node.name).endsWith(` ${wanted}`)));
};
