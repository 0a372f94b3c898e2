import type { ParsedSentence, ParsedToken } from '../readout/index.ts';

/** A document as its sentences stand in it. */
export interface ReadText {
  readonly id: string;
  readonly document: {
    readonly text: string;
    readonly blocks: readonly { readonly span: { readonly start: number } }[];
  };
  readonly sentences: readonly ParsedSentence[];
}

const cell = (text: string): string => text.replace(/\s+/gu, '\u00a0') || '_';

const featsOf = (feats: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(feats).map(([name, value]) => `${name}=${value}`);
  return pairs.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join('|') || '_';
};

const isSpaceAfter = (text: string, end: number): boolean => end >= text.length || /\s/u.test(text.charAt(end));

const wordLine = (token: ParsedToken, index: number, misc: string): string =>
  [
    index + 1,
    cell(token.text),
    cell(token.lemma),
    token.upos,
    '_',
    featsOf(token.feats),
    token.head + 1,
    token.deprel,
    '_',
    misc,
  ].join('\t');

/** The line of a multiword token ("1-2 don't"), where `token` is its first word. */
const rangeLine = (tokens: readonly ParsedToken[], index: number, text: string): string[] => {
  const whole = tokens[index]?.multiword;
  if (whole === undefined || tokens[index - 1]?.multiword?.start === whole.start) return [];
  const last = tokens.findLastIndex((token) => token.multiword?.start === whole.start);
  const misc = isSpaceAfter(text, whole.end) ? '_' : 'SpaceAfter=No';
  return [
    [`${index + 1}-${last + 1}`, cell(text.slice(whole.start, whole.end)), ...Array(7).fill('_'), misc].join('\t'),
  ];
};

const tokenLines = ({ tokens }: ParsedSentence, text: string): string[] =>
  tokens.flatMap((token, index) => {
    const glued = token.multiword === undefined && !isSpaceAfter(text, token.end);
    return [...rangeLine(tokens, index, text), wordLine(token, index, glued ? 'SpaceAfter=No' : '_')];
  });

/** One document as CoNLL-U (universaldependencies.org/format.html): a paragraph for each block of the report. */
export const toConllu = ({ id, document, sentences }: ReadText, name: string): string => {
  const { text } = document;
  const blocks = sentences.map((sentence, index) => {
    const first = index === 0;
    const paragraph = first || sentence.block !== sentences[index - 1]?.block;
    const comments = [
      ...(first ? [`# newdoc id = ${name.replace(/\s+/g, ' ')}`] : []),
      ...(paragraph ? [`# newpar id = ${id.slice(0, 12)}-p${sentence.block + 1}`] : []),
      `# sent_id = ${id.slice(0, 12)}-s${index + 1}`,
      `# text = ${text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ')}`,
    ];
    return [...comments, ...tokenLines(sentence, text), '', ''].join('\n');
  });
  return blocks.join('');
};
