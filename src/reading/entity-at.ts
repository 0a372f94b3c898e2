import type { Entity, ParsedSentence } from './parsed.ts';

/** The named entity that a word of a sentence is part of; undefined where it is part of none. */
export const entityAt = ({ entities }: Pick<ParsedSentence, 'entities'>, word: number): Entity | undefined =>
  entities.find(({ first, last }) => first <= word && word <= last);
