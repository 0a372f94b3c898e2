import { type Document, ofWholeCharacters } from '../text/index.ts';
import { type Draft, toDocument } from './draft.ts';
import { ReadoutError } from './error.ts';
import { languageOf } from './language.ts';

/** The document of a draft, in the language of its text unless that is known (a BCP 47 tag); throws a `ReadoutError` that names `name` if it holds no words. */
export const draftDocument = (draft: Draft, name: string, known: string | null = null): Document => {
  if (!draft.pieces.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))
    throw new ReadoutError('no-text', `${name} holds no words of a report.`, { name });
  const language = known ?? languageOf(draft.pieces.map(({ text }) => text).join('\n'), draft.language);
  // Escapes of JSON can name what is no character, and no ledger can hold it.
  return ofWholeCharacters(toDocument(draft, language));
};
