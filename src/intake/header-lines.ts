import { agencyNamed } from './agencies.ts';
import { readNames } from './byline.ts';
import { dateIn } from './date-line.ts';
import type { Draft } from './draft.ts';
import { type Line, type LineBlock, realAddress } from './line.ts';
import { wordCount } from './word-count.ts';
import { table } from './words.ts';

type Field =
  | 'title'
  | 'dek'
  | 'byline'
  | 'publisher'
  | 'agency'
  | 'published'
  | 'url'
  | 'language'
  | 'place'
  | 'nothing';

const fields = new Map<string, Field>();
for (const [field, labels] of table('header'))
  for (const label of labels as readonly string[]) fields.set(String(label).toLowerCase(), field as Field);

/** A line "Label: value" of an export, and the field that its label stands for. */
export interface HeaderLine {
  readonly field: Field;
  readonly value: string;
}

/** Reads a line "Author: Jane Doe"; null if it has no label that exports use. */
export const readHeaderLine = (line: Line): HeaderLine | null => {
  const match = /^([A-Za-z][A-Za-z -]{0,24}):\s*(\S.*)$/s.exec(line.text.trim());
  const field = fields.get(match?.[1]?.trim().toLowerCase() ?? '');
  const value = match?.[2]?.trim();
  if (field === undefined || value === undefined) return null;
  // "Updated: The minister has now said that she will go." is news; only a headline and a summary are sentences.
  const isSentence = /\p{Ll}[.!?]["”’]?$/u.test(value) && wordCount(value) > 6;
  return isSentence && field !== 'title' && field !== 'dek' ? null : { field, value };
};

/** What a header line adds to a draft. */
export const fieldsOf = ({ field, value }: HeaderLine): Partial<Draft> => {
  switch (field) {
    case 'byline': {
      const names = readNames(value.replace(/<[^<>]*>/g, ''));
      return { byline: names.people, ...(names.agency === null ? {} : { agency: names.agency }) };
    }
    case 'title':
      return { title: value.replace(/^(?:(?:fwd?|re|aw|wg):\s*)+/i, '') };
    case 'published':
      return { published: dateIn(value) };
    case 'url':
      return { url: realAddress(value.replace(/^<|>$/g, '')) };
    case 'agency':
      return { agency: agencyNamed(value) ?? value };
    case 'publisher':
      if (realAddress(value) !== null) return { url: realAddress(value) };
      return agencyNamed(value) === null ? { publisher: value } : { publisher: value, agency: agencyNamed(value) };
    case 'place':
      return { dateline: { place: value.replace(/[\s.:]+$/, ''), date: null } };
    case 'nothing':
      return {};
    default:
      return { [field]: value };
  }
};

/** What the header lines of an export say, and the blocks that follow them. */
export interface Header {
  readonly said: Partial<Draft>;
  readonly rest: readonly LineBlock[];
}

/** Reads the lines "Title: …", "Date: …", "Source: …" that exports and front matter set before a report. One such line alone is no header. */
export const readHeader = (blocks: readonly LineBlock[]): Header => {
  const read: HeaderLine[] = [];
  let taken = 0;
  for (const block of blocks) {
    const lines = block.lines.map(readHeaderLine);
    if (block.shape !== 'paragraph' || lines.some((line) => line === null)) break;
    read.push(...lines.filter((line) => line !== null));
    taken += 1;
  }
  if (read.length < 2) return { said: {}, rest: blocks };
  return { said: Object.assign({}, ...read.map(fieldsOf).reverse()), rest: blocks.slice(taken) };
};
