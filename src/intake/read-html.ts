import { type Draft, emptyDraft } from './draft.ts';
/** stub */
export const readHtml = (_text: string, _name: string): Draft => emptyDraft;
