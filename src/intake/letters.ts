/** A text by its letters and figures alone, in small letters: what two spellings of one headline, name or signature share. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
