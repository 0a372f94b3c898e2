import {
  dependents,
  type Entity,
  type EntityKind,
  entityAt,
  type ParsedSentence,
  treeOf,
} from '../../reading/index.ts';

const wordsOf = (sentence: ParsedSentence, { first, last }: Entity): string[] =>
  sentence.tokens.slice(first, last + 1).map(({ text }) => text);

/** Last names of the people whom a document names in full. */
const surnamesIn = (sentences: readonly ParsedSentence[]): Set<string> => {
  const names = sentences.flatMap((sentence) =>
    sentence.entities.filter(({ kind }) => kind === 'person').map((entity) => wordsOf(sentence, entity)),
  );
  return new Set(names.filter((words) => words.length > 1).map((words) => words.at(-1) ?? ''));
};

/** The kind that most entities of the same words have, where one kind has most. */
const kindsIn = (sentences: readonly ParsedSentence[]): Map<string, EntityKind> => {
  const counts = new Map<string, Map<EntityKind, number>>();
  for (const sentence of sentences) {
    for (const entity of sentence.entities) {
      const text = wordsOf(sentence, entity).join(' ');
      const known = counts.get(text) ?? new Map<EntityKind, number>();
      counts.set(text, known.set(entity.kind, (known.get(entity.kind) ?? 0) + 1));
    }
  }
  const kinds = new Map<string, EntityKind>();
  for (const [text, known] of counts) {
    const [first, second] = [...known].sort((a, b) => b[1] - a[1]);
    if (first !== undefined && second !== undefined && first[1] > second[1]) kinds.set(text, first[0]);
  }
  return kinds;
};

/** Is a word a subject in the singular without an article or adjective, as names are and nouns seldom ("| Countryman | sees")? */
const standsAsName = (sentence: ParsedSentence, word: number): boolean => {
  const token = sentence.tokens[word];
  if (token?.upos === 'PROPN') return true;
  const isSubject = token?.upos === 'NOUN' && token.deprel === 'nsubj' && token.feats.Number !== 'Plur';
  return isSubject && dependents(treeOf(sentence), word, 'det', 'amod', 'compound', 'nmod', 'acl').length === 0;
};

/** Surnames that the network marked as no name at all. */
const missedIn = (sentence: ParsedSentence, surnames: ReadonlySet<string>): Entity[] =>
  sentence.tokens.flatMap(({ text, start, end }, word): Entity[] => {
    if (!surnames.has(text) || !standsAsName(sentence, word)) return [];
    const isMarked = entityAt(sentence, word) !== undefined;
    return isMarked ? [] : [{ kind: 'person', first: word, last: word, start, end }];
  });

const SURNAME_KINDS: readonly EntityKind[] = ['organization', 'misc', 'product'];

/**
 * Sentences in which a name has one kind through the document. A surname alone is a person wherever the network took it for a
 * body, as long as the document names that person in full elsewhere ("Pompeo" beside "Mike Pompeo"); any other name has the
 * kind that it has most often. Places keep their kind beside a surname ("Washington").
 */
export const withSurnames = (sentences: readonly ParsedSentence[]): readonly ParsedSentence[] => {
  const surnames = surnamesIn(sentences);
  const kinds = kindsIn(sentences);
  const kindOf = (sentence: ParsedSentence, entity: Entity): EntityKind => {
    const words = wordsOf(sentence, entity);
    const isSurname = words.length === 1 && surnames.has(words[0] ?? '');
    if (isSurname && SURNAME_KINDS.includes(entity.kind)) return 'person';
    return isSurname ? entity.kind : (kinds.get(words.join(' ')) ?? entity.kind);
  };
  return sentences.map((sentence) => {
    const marked = sentence.entities.map((entity) => {
      const kind = kindOf(sentence, entity);
      return kind === entity.kind ? entity : { ...entity, kind };
    });
    const missed = missedIn(sentence, surnames);
    const entities = missed.length === 0 ? marked : [...marked, ...missed].sort((a, b) => a.first - b.first);
    return missed.length === 0 && entities.every((entity, index) => entity === sentence.entities[index])
      ? sentence
      : { ...sentence, entities };
  });
};
