import type { Token } from '../src/text/index.ts';

/** A word of a treebank: the columns of CoNLL-U that are scored. */
export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly feats: string;
  /** 1-based; 0 the root. */
  readonly head: number;
  readonly deprel: string;
}

/** A sentence of a treebank: its words, and where they stand in the raw text of its document. */
export interface GoldSentence {
  readonly tokens: readonly Token[];
  readonly words: readonly GoldWord[];
}

/** A document of a treebank as raw text, with its sentences at their offsets. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  /** Sentences by paragraph; an empty line parts paragraphs in `text`. */
  readonly paragraphs: readonly (readonly GoldSentence[])[];
}

interface Building {
  readonly id: string;
  text: string;
  readonly paragraphs: GoldSentence[][];
}

/** Lengths of a multiword token's words within its form: as written where they add up, else shared out evenly. */
const shareOut = (form: string, parts: readonly string[]): number[] => {
  if (parts.join('').length === form.length) return parts.map((part) => part.length);
  const share = (index: number): number => Math.floor((form.length * index) / parts.length);
  return parts.map((_, index) => share(index + 1) - share(index));
};

const toWord = (row: readonly string[]): GoldWord => ({
  form: row[1] ?? '',
  lemma: row[2] ?? '',
  upos: row[3] ?? '',
  feats: row[5] ?? '_',
  head: Number(row[6] ?? 0),
  deprel: row[7] ?? '',
});

/** Adds one surface token, of one word or several, to the document's text. */
const putToken = (document: Building, form: string, parts: readonly string[], spaceAfter: boolean): Token[] => {
  const from = document.text.length;
  const multiword = parts.length > 1 ? { start: from, end: from + form.length } : undefined;
  let start = from;
  const tokens = shareOut(form, parts).map((length): Token => {
    const token = { start, end: start + length, text: form.slice(start - from, start - from + length) };
    start += length;
    return multiword === undefined ? token : { ...token, multiword };
  });
  document.text += spaceAfter ? `${form} ` : form;
  return tokens;
};

const addSentence = (document: Building, rows: readonly (readonly string[])[]): void => {
  const tokens: Token[] = [];
  const words: GoldWord[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    const [id = '', form = ''] = row;
    if (id.includes('.')) continue;
    const [from = 0, to = from] = id.split('-').map(Number);
    const own = id.includes('-') ? rows.slice(index + 1, index + 2 + to - from) : [row];
    words.push(...own.map(toWord));
    tokens.push(
      ...putToken(
        document,
        form,
        own.map((word) => word[1] ?? ''),
        !(row[9] ?? '').includes('SpaceAfter=No'),
      ),
    );
    if (id.includes('-')) index += own.length;
  }
  document.paragraphs.at(-1)?.push({ tokens, words });
};

const startParagraph = (document: Building | undefined): void => {
  if (document === undefined || document.paragraphs.at(-1)?.length === 0) return;
  document.text = `${document.text.trimEnd()}\n\n`;
  document.paragraphs.push([]);
};

/**
 * The documents of a CoNLL-U file as raw text: sentences follow each other as SpaceAfter says, paragraphs are parted by an
 * empty line (as the shared task of CoNLL 2018 made its raw texts). Empty nodes are left out.
 */
export const readConllu = (conllu: string): GoldDocument[] => {
  const documents: Building[] = [];
  let rows: string[][] = [];
  for (const line of [...conllu.split(/\r?\n/), '']) {
    if (line.startsWith('# newdoc'))
      documents.push({ id: line.split('=').at(-1)?.trim() ?? '', text: '', paragraphs: [[]] });
    else if (/^# newpar\b(?!_)/.test(line)) startParagraph(documents.at(-1));
    else if (line !== '' && !line.startsWith('#')) rows.push(line.split('\t'));
    else if (line === '' && rows.length > 0) {
      if (documents.length === 0) documents.push({ id: '', text: '', paragraphs: [[]] });
      addSentence(documents.at(-1) as Building, rows);
      rows = [];
    }
  }
  return documents;
};
