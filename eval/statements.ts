import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, readDocument } from '../src/readout/index.ts';
import type { Block, Document, Token } from '../src/text/index.ts';
import { tokenize } from '../src/text/index.ts';
import { align } from './ledger-names.ts';
import { type AttributedArticle, type Pieces, readArticles } from './polnear.ts';
import { type EvalContext, type Figure, f1Figure, shareFigure, type Table } from './report.ts';
import { byCause, errorsOf } from './statement-errors.ts';
import { contentF1, isEqual, ROLES, type Role, shared, type TokenStatement, toStatement } from './statement-tokens.ts';

/** An article as a document: each line a paragraph, the first the headline. */
export const toDocument = (article: AttributedArticle): Document => {
  const blocks = Array.from(
    article.text.matchAll(/[^\n]*\S[^\n]*/g),
    (match, index): Block => ({
      kind: index === 0 ? 'heading' : 'paragraph',
      span: {
        start: match.index + match[0].length - match[0].trimStart().length,
        end: match.index + match[0].trimEnd().length,
      },
    }),
  );
  return {
    title: null,
    dek: null,
    byline: [],
    agency: null,
    publisher: null,
    published: null,
    dateline: null,
    language: 'en',
    url: null,
    images: [],
    related: [],
    corrections: [],
    otherTitles: [],
    sources: {},
    blocks,
    text: article.text,
  };
};

interface Sums {
  right: number;
  gold: number;
  system: number;
  /** Shares of gold and system spans that the other side covers, added up. */
  goldCovered: number;
  systemCovered: number;
}

const newSums = (): Sums => ({ right: 0, gold: 0, system: 0, goldCovered: 0, systemCovered: 0 });

const coverage = (span: readonly number[], others: readonly (readonly number[])[]): number =>
  span.length === 0 ? 0 : Math.max(0, ...others.map((other) => shared(span, other))) / span.length;

const addRole = (sums: Sums, role: Role, gold: readonly TokenStatement[], system: readonly TokenStatement[]): void => {
  const present = (list: readonly TokenStatement[]): (readonly number[])[] =>
    list.map((statement) => statement[role]).filter((span) => span.length > 0);
  const [golds, systems] = [present(gold), present(system)];
  const left = [...golds];
  for (const span of systems) {
    const at = left.findIndex((other) => isEqual(span, other));
    if (at >= 0) {
      left.splice(at, 1);
      sums.right += 1;
    }
    sums.systemCovered += coverage(span, golds);
  }
  for (const span of golds) sums.goldCovered += coverage(span, systems);
  sums.gold += golds.length;
  sums.system += systems.length;
};

interface Slice {
  readonly name: string;
  readonly own: (statement: TokenStatement) => boolean;
  readonly roles: Readonly<Record<Role, Sums>>;
  readonly linked: Sums;
}

const newSlice = (name: string, own: Slice['own']): Slice => ({
  name,
  own,
  roles: { source: newSums(), cue: newSums(), content: newSums() },
  linked: newSums(),
});

const addArticle = (slice: Slice, gold: readonly TokenStatement[], system: readonly TokenStatement[]): void => {
  const [golds, systems] = [gold.filter(slice.own), system.filter(slice.own)];
  for (const role of ROLES) addRole(slice.roles[role], role, golds, systems);
  const pairs = align(golds, systems, contentF1);
  slice.linked.gold += golds.length;
  slice.linked.system += systems.length;
  for (const [g, s] of pairs) {
    const [a, b] = [golds[g], systems[s]];
    if (a !== undefined && b !== undefined && ROLES.every((role) => isEqual(a[role], b[role]))) slice.linked.right += 1;
  }
};

const partialFigure = (id: string, label: string, sums: Sums): Figure => {
  const [precision, recall] = [
    sums.systemCovered / Math.max(1, sums.system),
    sums.goldCovered / Math.max(1, sums.gold),
  ];
  const value = precision + recall === 0 ? 0 : (200 * precision * recall) / (precision + recall);
  return { id, label, value, detail: `P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)}` };
};

const sliceFigures = ({ name, roles, linked }: Slice): Figure[] => [
  ...ROLES.flatMap((role) => {
    const { right, gold, system } = roles[role];
    return [
      f1Figure(`statements/${name}/${role}/exact`, `${name}: ${role} exact`, right, gold, system),
      partialFigure(`statements/${name}/${role}/partial`, `${name}: ${role} partial`, roles[role]),
    ];
  }),
  f1Figure(`statements/${name}/linked`, `${name}: linked exact`, linked.right, linked.gold, linked.system),
];

const TYPES = ['direct', 'mixed', 'indirect'] as const;

/** The two slices, each also for the statements of one quotation type. */
const newSlices = (): { readonly whole: Slice[]; readonly byType: Slice[] } => {
  const whole = [newSlice('full', () => true), newSlice('speech', (statement) => statement.isSpeech)];
  const byType = whole.flatMap(({ name, own }) =>
    TYPES.map((type) => newSlice(`${name}-${type}`, (statement) => statement.quotation === type && own(statement))),
  );
  return { whole, byType };
};

/** Exact figures alone, for a slice of one quotation type. */
const exactFigures = (slice: Slice): Figure[] => sliceFigures(slice).filter(({ id }) => !id.endsWith('/partial'));

const typeFigures = (gold: readonly TokenStatement[][], system: readonly TokenStatement[][]): Figure[] =>
  TYPES.map((quotation) => {
    let [right, all] = [0, 0];
    for (const [index, statements] of gold.entries()) {
      const own = statements.filter((statement) => statement.quotation === quotation);
      all += own.length;
      right += own.filter(
        (statement) => system[index]?.some((other) => isEqual(other.content, statement.content)) === true,
      ).length;
    }
    return shareFigure(`statements/recall/${quotation}`, `${quotation}: content exact recall`, right, all);
  });

const predict = async (
  article: AttributedArticle,
  tokens: readonly Token[],
  engine: Engine,
): Promise<TokenStatement[]> => {
  const { readout } = await readDocument(toDocument(article), engine, { asOf: null });
  const toPieces = (spans: readonly { start: number; end: number }[]): Pieces =>
    spans.map(({ start, end }) => [start, end] as const);
  // PolNeAR leaves attributions inside the content of another unmarked: nothing can be said of those.
  const outer = readout.statements.filter(({ parent }) => parent === null);
  return outer.map((statement) =>
    toStatement(article.text, tokens, {
      source: statement.source === null ? [] : toPieces([statement.source]),
      cue: toPieces([statement.cue]),
      content: toPieces(statement.content),
    }),
  );
};

/** The statement tables on PolNeAR: spans exact and partial, linked statements, the full set and the speech slice. */
export const scoreStatements = async (
  { gold: folder, split, errors: wanted }: EvalContext,
  engine: Engine,
): Promise<Table[]> => {
  const path = join(folder, 'statements', 'polnear', split);
  if (!existsSync(path)) return [];
  const articles = readArticles(path);
  const { whole, byType } = newSlices();
  const gold: TokenStatement[][] = [];
  const system: TokenStatement[][] = [];
  const errors: ReturnType<typeof errorsOf> = [];
  for (const article of articles) {
    const tokens = tokenize(article.text, engine.textModel);
    const golds = article.attributions.map((attribution) => toStatement(article.text, tokens, attribution));
    const systems = await predict(article, tokens, engine);
    for (const slice of [...whole, ...byType]) addArticle(slice, golds, systems);
    gold.push(golds);
    system.push(systems);
    if (wanted) errors.push(...errorsOf(article.id, golds, systems));
  }
  const figures = [...whole.flatMap(sliceFigures), ...typeFigures(gold, system), ...byType.flatMap(exactFigures)];
  return [
    { task: 'statements', title: `PolNeAR ${split}, ${articles.length} articles`, figures, errors: byCause(errors) },
  ];
};
