import type { Token } from '../../src/text/token.ts';

/** A document of a treebank as raw text, with its words and sentences at their offsets. */
export interface RawDocument {
  readonly id: string;
  readonly text: string;
  /** Sentences by paragraph. */
  readonly paragraphs: readonly (readonly (readonly Token[])[])[];
  readonly sentences: readonly (readonly Token[])[];
}

interface Building {
  id: string;
  text: string;
  paragraphs: Token[][][];
}

/** Lengths of a multiword token's words within its form: as written where they add up, else shared out. */
const shareOut = (form: string, parts: readonly string[]): number[] => {
  if (parts.join('').length === form.length) return parts.map((part) => part.length);
  return parts.map((_, index) => Math.floor((form.length * (index + 1)) / parts.length) - Math.floor((form.length * index) / parts.length));
};

/** Adds one sentence to the text of its document. Rows are the ten columns of CoNLL-U. */
const addSentence = (document: Building, rows: readonly (readonly string[])[]): void => {
  const tokens: Token[] = [];
  const put = (form: string, parts: readonly string[], misc: string): void => {
    let start = document.text.length;
    const multiword = parts.length > 1 ? { start, end: start + form.length } : undefined;
    for (const length of shareOut(form, parts)) {
      const token = { start, end: start + length, text: form.slice(start - document.text.length, start - document.text.length + length) };
      tokens.push(multiword === undefined ? token : { ...token, multiword });
      start += length;
    }
    document.text += misc.includes('SpaceAfter=No') ? form : `${form} `;
  };
  for (let index = 0; index < rows.length; index += 1) {
    const [id = '', form = '', , , , , , , , misc = ''] = rows[index] ?? [];
    if (id.includes('.')) continue;
    if (!id.includes('-')) {
      put(form, [form], misc);
      continue;
    }
    const [from = 0, to = 0] = id.split('-').map(Number);
    const parts = rows.slice(index + 1, index + 2 + to - from).map((row) => row[1] ?? '');
    put(form, parts, misc);
    index += parts.length;
  }
  document.paragraphs.at(-1)?.push(tokens);
};

/** The documents of a CoNLL-U file as raw text: sentences follow each other as SpaceAfter says, an empty line parts paragraphs. */
export const readRawDocuments = (conllu: string): RawDocument[] => {
  const documents: Building[] = [];
  let rows: string[][] = [];
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc')) documents.push({ id: line.split('=').at(-1)?.trim() ?? '', text: '', paragraphs: [[]] });
    else if (line.startsWith('# newpar')) {
      const document = documents.at(-1);
      if (document === undefined || document.paragraphs.at(-1)?.length === 0 || line.startsWith('# newpar_block')) continue;
      document.text = `${document.text.trimEnd()}\n\n`;
      document.paragraphs.push([]);
    } else if (line !== '' && !line.startsWith('#')) rows.push(line.split('\t'));
    else if (line === '' && rows.length > 0) {
      const document = documents.at(-1);
      if (document !== undefined) addSentence(document, rows);
      rows = [];
    }
  }
  return documents.map((document) => ({ ...document, sentences: document.paragraphs.flat() }));
};
