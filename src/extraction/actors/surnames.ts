import type { Entity, ParsedSentence } from '../../reading/index.ts';

const wordsOf = (sentence: ParsedSentence, { first, last }: Entity): string[] =>
  sentence.tokens.slice(first, last + 1).map(({ text }) => text);

/** Last names of the people whom a document names in full. */
const surnamesIn = (sentences: readonly ParsedSentence[]): Set<string> => {
  const names = sentences.flatMap((sentence) =>
    sentence.entities.filter(({ kind }) => kind === 'person').map((entity) => wordsOf(sentence, entity)),
  );
  return new Set(names.filter((words) => words.length > 1).map((words) => words.at(-1) ?? ''));
};

/**
 * Sentences in which a surname alone is a person wherever the network took it for a body, as long as the document names that
 * person in full elsewhere ("Pompeo" beside "Mike Pompeo"). Places keep their kind ("Washington").
 */
export const withSurnames = (sentences: readonly ParsedSentence[]): readonly ParsedSentence[] => {
  const surnames = surnamesIn(sentences);
  const isSurname = (sentence: ParsedSentence, entity: Entity): boolean =>
    (entity.kind === 'organization' || entity.kind === 'misc' || entity.kind === 'product') &&
    entity.first === entity.last &&
    surnames.has(wordsOf(sentence, entity)[0] ?? '');
  return sentences.map((sentence) => {
    if (!sentence.entities.some((entity) => isSurname(sentence, entity))) return sentence;
    const entities = sentence.entities.map((entity) =>
      isSurname(sentence, entity) ? { ...entity, kind: 'person' as const } : entity,
    );
    return { ...sentence, entities };
  });
};
