import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, readDocument } from '../src/readout/index.ts';
import type { Block, Document, Token } from '../src/text/index.ts';
import { tokenize } from '../src/text/index.ts';
import { align } from './ledger-names.ts';
import { type AttributedArticle, type Pieces, readArticles } from './polnear.ts';
import { type EvalContext, type Figure, f1Figure, shareFigure, type Table } from './report.ts';

type Role = 'source' | 'cue' | 'content';
const ROLES: readonly Role[] = ['source', 'cue', 'content'];

/** A statement as sets of token numbers of its article. */
type TokenStatement = Readonly<Record<Role, readonly number[]>> & {
  readonly isSpeech: boolean;
  readonly quotation: string;
  readonly show: string;
};

/** Forms of verbs that report speech; the slice of statements whose cue has one (or "according to") is scored apart. */
const REPORTING =
  /\b(?:sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|add(?:s|ed|ing)?|not(?:e|es|ed|ing)|stat(?:e|es|ed|ing)|claim(?:s|ed|ing)?|warn(?:s|ed|ing)?|announc(?:e|es|ed|ing)|argu(?:e|es|ed|ing)|ask(?:s|ed|ing)?|accus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|report(?:s|ed|ing)?|writ(?:e|es|ing)|wrote|written|tweet(?:s|ed|ing)?|explain(?:s|ed|ing)?|insist(?:s|ed|ing)?|suggest(?:s|ed|ing)?|declar(?:e|es|ed|ing)|repl(?:y|ies|ied)|respond(?:s|ed|ing)?|admit(?:s|ted|ting)?|acknowledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?|according to|explained|continu(?:e|es|ed)|confirm(?:s|ed|ing)?|predict(?:s|ed|ing)?|prais(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|complain(?:s|ed|ing)?|describ(?:e|es|ed|ing)|emphasiz(?:e|es|ed|ing)|stress(?:es|ed|ing)?|mention(?:s|ed|ing)?|remark(?:s|ed|ing)?|recall(?:s|ed|ing)?|testif(?:y|ies|ied)|assert(?:s|ed|ing)?|alleg(?:e|es|ed|ing)|conced(?:e|es|ed|ing)|conclud(?:e|es|ed|ing)|demand(?:s|ed|ing)?|speak(?:s|ing)?|spoke|talk(?:s|ed|ing)?|quot(?:e|es|ed|ing))\b/i;

const toDocument = (article: AttributedArticle): Document => {
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
    blocks,
    text: article.text,
  };
};

const WORD = /[\p{L}\p{N}]/u;

const tokensOf = (tokens: readonly Token[], pieces: Pieces): number[] =>
  tokens.flatMap((token, number) =>
    WORD.test(token.text) && pieces.some(([start, end]) => token.start < end && start < token.end) ? [number] : [],
  );

const quotationOf = (text: string, pieces: Pieces): string => {
  const own = pieces.map(([start, end]) => text.slice(start, end));
  const isQuoted = (piece: string): boolean => /^["“].*["”]$/s.test(piece.replace(/^that\s+/, '').trim());
  if (own.every(isQuoted)) return 'direct';
  return own.some((piece) => /["“”]/.test(piece)) ? 'mixed' : 'indirect';
};

const toStatement = (text: string, tokens: readonly Token[], parts: Readonly<Record<Role, Pieces>>): TokenStatement => {
  const cue = parts.cue.map(([start, end]) => text.slice(start, end)).join(' ');
  return {
    source: tokensOf(tokens, parts.source),
    cue: tokensOf(tokens, parts.cue),
    content: tokensOf(tokens, parts.content),
    isSpeech: REPORTING.test(cue),
    quotation: quotationOf(text, parts.content),
    show: `${parts.source.map(([start, end]) => text.slice(start, end)).join(' ')} | ${cue} | ${parts.content.map(([start, end]) => text.slice(start, end)).join(' … ')}`.replace(
      /\s+/g,
      ' ',
    ),
  };
};

const isEqual = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((token, at) => token === b[at]);

const shared = (a: readonly number[], b: readonly number[]): number => {
  const set = new Set(b);
  return a.filter((token) => set.has(token)).length;
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

const contentF1 = (a: TokenStatement, b: TokenStatement): number =>
  (2 * shared(a.content, b.content)) / Math.max(1, a.content.length + b.content.length);

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

const typeFigures = (gold: readonly TokenStatement[][], system: readonly TokenStatement[][]): Figure[] =>
  ['direct', 'mixed', 'indirect'].map((quotation) => {
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

const errorsOf = (id: string, gold: readonly TokenStatement[], system: readonly TokenStatement[]): string[] => {
  const pairs = align(gold, system, contentF1);
  const missed = gold.flatMap((statement, index) => (pairs.has(index) ? [] : [`${id} missed: ${statement.show}`]));
  const used = new Set(pairs.values());
  const wrong = system.flatMap((statement, index) => (used.has(index) ? [] : [`${id} false: ${statement.show}`]));
  const unlike = [...pairs].flatMap(([g, s]) => {
    const [a, b] = [gold[g], system[s]];
    return a === undefined || b === undefined || ROLES.every((role) => isEqual(a[role], b[role]))
      ? []
      : [`${id} differs: ${a.show} / ${b.show}`];
  });
  return [...missed, ...wrong, ...unlike];
};

const predict = async (
  article: AttributedArticle,
  tokens: readonly Token[],
  engine: Engine,
): Promise<TokenStatement[]> => {
  const { readout } = await readDocument(toDocument(article), engine, { asOf: null });
  const toPieces = (spans: readonly { start: number; end: number }[]): Pieces =>
    spans.map(({ start, end }) => [start, end] as const);
  return readout.statements.map((statement) =>
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
  const slices = [newSlice('full', () => true), newSlice('speech', (statement) => statement.isSpeech)];
  const gold: TokenStatement[][] = [];
  const system: TokenStatement[][] = [];
  const errors: string[] = [];
  for (const article of articles) {
    const tokens = tokenize(article.text, engine.textModel);
    const golds = article.attributions.map((attribution) => toStatement(article.text, tokens, attribution));
    const systems = await predict(article, tokens, engine);
    for (const slice of slices) addArticle(slice, golds, systems);
    gold.push(golds);
    system.push(systems);
    if (wanted) errors.push(...errorsOf(article.id, golds, systems));
  }
  const figures = [...slices.flatMap(sliceFigures), ...typeFigures(gold, system)];
  return [{ task: 'statements', title: `PolNeAR ${split}, ${articles.length} articles`, figures, errors }];
};
