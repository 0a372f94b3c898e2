import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Actor, findActors } from '../src/extraction/index.ts';
import type { Engine } from '../src/readout/index.ts';
import { documentId, type Span, segment } from '../src/text/index.ts';
import { type EvalContext, type Figure, f1Figure, type Table } from './report.ts';
import { toDocument } from './time.ts';

/** A snippet with one pronoun and two names, each of which it may refer to. */
export interface Snippet {
  readonly id: string;
  readonly text: string;
  readonly pronoun: Span;
  readonly gender: 'feminine' | 'masculine';
  readonly names: readonly { readonly span: Span; readonly isSame: boolean }[];
}

const spanAt = (words: string, offset: string): Span => ({
  start: Number(offset),
  end: Number(offset) + words.length,
});

const toSnippet = (line: string): Snippet[] => {
  const [id, text, pronoun, at, a, aAt, isA, b, bAt, isB] = line.split('\t');
  if (id === undefined || text === undefined || pronoun === undefined || a === undefined || b === undefined) return [];
  return [
    {
      id,
      text,
      pronoun: spanAt(pronoun, at ?? ''),
      gender: /^(?:she|hers?)$/i.test(pronoun) ? 'feminine' : 'masculine',
      names: [
        { span: spanAt(a, aAt ?? ''), isSame: isA?.toUpperCase() === 'TRUE' },
        { span: spanAt(b, bAt ?? ''), isSame: isB?.toUpperCase() === 'TRUE' },
      ],
    },
  ];
};

/** The snippets of a file in the layout of GAP: a line of headings, then one snippet a line between tabs. */
export const readSnippets = (tsv: string): Snippet[] => tsv.split(/\r?\n/).slice(1).flatMap(toSnippet);

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** For each name of a snippet: does an actor that the pronoun mentions have a mention that overlaps it? */
export const answersOf = ({ pronoun, names }: Snippet, actors: readonly Actor[]): boolean[] => {
  const meant = actors.filter(({ mentions }) =>
    mentions.some(({ start, end }) => start === pronoun.start && end === pronoun.end),
  );
  return names.map(({ span }) =>
    meant.some(({ mentions }) =>
      mentions.some((mention) => mention.start !== pronoun.start && overlaps(mention, span)),
    ),
  );
};

interface Counts {
  right: number;
  gold: number;
  system: number;
}

const none = (): Counts => ({ right: 0, gold: 0, system: 0 });

const figuresOf = (counts: Readonly<Record<Snippet['gender'], Counts>>): Figure[] => {
  const { feminine, masculine } = counts;
  const figure = (id: string, label: string, { right, gold, system }: Counts): Figure =>
    f1Figure(`coref/gap/${id}`, label, right, gold, system);
  const all: Counts = {
    right: feminine.right + masculine.right,
    gold: feminine.gold + masculine.gold,
    system: feminine.system + masculine.system,
  };
  const [her, his] = [figure('feminine', '  she', feminine), figure('masculine', '  he', masculine)];
  const ratio = his.value === 0 ? 0 : (100 * her.value) / his.value;
  return [
    figure('f1', 'pronoun and name', all),
    her,
    his,
    { id: 'coref/gap/ratio', label: '  she, in per cent of he', value: ratio, detail: '' },
  ];
};

/** Which of two names a pronoun refers to, in snippets where both are possible. */
export const scoreCoreference = async (
  { gold, split, errors: wanted }: EvalContext,
  engine: Engine,
): Promise<Table[]> => {
  const path = join(gold, 'coref', `gap-${split}.tsv`);
  if (!existsSync(path)) return [];
  const counts = { feminine: none(), masculine: none() };
  const errors: string[] = [];
  const snippets = readSnippets(readFileSync(path, 'utf8'));
  for (const snippet of snippets) {
    const document = toDocument(snippet.text, '');
    const sentences = await engine.reader.read(segment(document, engine.textModel));
    const { actors } = findActors({ id: documentId(snippet.text), document, sentences }, engine.codebook);
    const answers = answersOf(snippet, actors);
    const own = counts[snippet.gender];
    for (const [index, { span, isSame }] of snippet.names.entries()) {
      const said = answers[index] === true;
      own.gold += Number(isSame);
      own.system += Number(said);
      own.right += Number(isSame && said);
      if (said !== isSame)
        errors.push(`${snippet.id} ${said ? 'false' : 'missed'}: ${snippet.text.slice(span.start, span.end)}`);
    }
  }
  const title = `GAP: ${snippets.length} snippets with a pronoun and two names, from raw text`;
  return [{ task: 'coref', title, figures: figuresOf(counts), errors: wanted ? errors : [] }];
};
