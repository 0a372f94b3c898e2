import type { SituationNode } from '../api/schema.ts';
import { dayText } from './dates.ts';

/** The days of a situation: from the first of its reports to the last. */
export const situationTime = ({ summary: { first, last } }: Pick<SituationNode, 'summary'>): string => {
  if (first === null) return 'undated';
  return last === null || last.slice(0, 10) === first.slice(0, 10)
    ? dayText(first)
    : `${dayText(first)} – ${dayText(last)}`;
};

/** What a situation goes by: the headline of its first report, where it has one. */
export const situationName = (node: Pick<SituationNode, 'name' | 'summary'>): string =>
  node.name === '' ? `Reports without a headline, ${situationTime(node)}` : node.name;
