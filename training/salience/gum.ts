/** Whom pronouns mean in whole documents: the permissive documents of GUM, whose last column says which mentions are one. */
import { existsSync, readFileSync } from 'node:fs';

/** A mention of somebody or something, by offsets into its document's text. */
export interface GoldMention {
  readonly id: string;
  readonly start: number;
  end: number;
}

/** A document with its mentions, and where its personal pronouns in the third person singular stand. */
export interface GumDocument {
  readonly id: string;
  text: string;
  readonly mentions: GoldMention[];
  readonly pronouns: { readonly start: number; readonly isFeminine: boolean }[];
}

const PRONOUN = /^(?:he|him|his|she|hers?)$/i;

/** Reads `(3-person-…`, `3)` and `(3-person-…)` of one word: mentions that open, close, or are the word alone. */
const readEntity = (document: GumDocument, open: GoldMention[], column: string, start: number, end: number): void => {
  const entity = /(?:^|\|)Entity=([^|]*)/.exec(column)?.[1] ?? '';
  for (const [mark] of entity.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
    const id = mark.replace(/[()]/g, '').split('-')[0] ?? '';
    if (!mark.startsWith('(')) {
      const at = open.findLastIndex((mention) => mention.id === id);
      const [closed] = at < 0 ? [] : open.splice(at, 1);
      if (closed !== undefined) closed.end = end;
      continue;
    }
    const mention = { id, start, end };
    document.mentions.push(mention);
    if (!mark.endsWith(')')) open.push(mention);
  }
};

const readDocument = (id: string, lines: readonly string[]): GumDocument => {
  const document: GumDocument = { id, text: '', mentions: [], pronouns: [] };
  const open: GoldMention[] = [];
  let joined = { last: 0, column: '' };
  for (const line of lines) {
    if (line.startsWith('# newpar') && document.text !== '') document.text = `${document.text.trimEnd()}\n\n`;
    const [number = '', form = '', , upos, , , , , , column = ''] = line.startsWith('#') ? [] : line.split('\t');
    if (number.includes('-')) joined = { last: Number(number.split('-')[1]), column };
    if (!/^\d+$/.test(number)) continue;
    const start = document.text.length;
    document.text += form;
    readEntity(document, open, column, start, document.text.length);
    if (upos === 'PRON' && PRONOUN.test(form)) document.pronouns.push({ start, isFeminine: /^(?:she|hers?)$/i.test(form) });
    const isInside = Number(number) < joined.last;
    const isGlued = /SpaceAfter=No/.test(Number(number) === joined.last ? joined.column : column);
    if (Number(number) >= joined.last) joined = { last: 0, column: '' };
    if (!isInside && !isGlued) document.text += ' ';
  }
  return document;
};

/** The documents of GUM's training part whose licence permits it; none where the folder is absent. */
export const readGum = (folder: string): GumDocument[] => {
  if (!existsSync(folder)) return [];
  const permitted = new Set(readFileSync(`${folder}/permissive-docs.txt`, 'utf8').split(/\s+/));
  const parts = readFileSync(`${folder}/en_gum-ud-train.conllu`, 'utf8').split(/^# newdoc id = /m);
  return parts.flatMap((part): GumDocument[] => {
    const [id = '', ...lines] = part.split('\n');
    return permitted.has(id.trim()) ? [readDocument(id.trim(), lines)] : [];
  });
};

/** The thing that the innermost mention at an offset means. */
export const meantAt = ({ mentions }: GumDocument, offset: number): string | undefined =>
  mentions
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.id;
