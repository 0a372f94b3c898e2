import { isPersonName } from '../byline.ts';
import { type Draft, emptyDraft } from '../draft.ts';
import { ReadoutError } from '../error.ts';
import { isHuge } from '../feeds/rich-text.ts';
import { labelLines } from '../label-lines.ts';
import { readPlainText } from '../plain-text.ts';
import { readHtml } from '../read-html.ts';
import { agencyInField } from '../signature.ts';
import { wordCount } from '../word-count.ts';
import { markupPieces } from '../xml/markup-pieces.ts';
import { parseMarkup } from '../xml/parse-xml.ts';
import type { MailText } from './link-list.ts';

const bodyWords = ({ pieces }: Draft): number =>
  pieces
    .filter(({ kind }) => kind === 'paragraph' || kind === 'list-item')
    .reduce((sum, { text }) => sum + wordCount(text), 0);

/** Mails are built of tables, in which the reader of pages may find no report; then every block counts. */
const fromHtml = (html: string, name: string): Draft => {
  if (isHuge(html)) return { ...emptyDraft, pieces: markupPieces(parseMarkup(html, name)) };
  try {
    return readHtml(html, name);
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    return { ...emptyDraft, pieces: markupPieces(parseMarkup(html, name)) };
  }
};

/** Lines: no report has so many, and telling their roles takes long. */
const MOST_LINES = 10_000;

const fromText = (text: string): Draft => {
  if ((text.match(/\n/g)?.length ?? 0) <= MOST_LINES) return labelLines(readPlainText(text));
  const pieces = text.split(/\n\s*\n/).map((each) => ({ kind: 'paragraph', text: each.replace(/\s+/g, ' ') }) as const);
  return { ...emptyDraft, pieces };
};

/** Of the two forms that a mail often has, HTML says more of its blocks; unless much of the text is lost in it. */
const fromParts = ({ html, text }: MailText, name: string): Draft => {
  const page = html === null ? null : fromHtml(html, name);
  const plain = text === null ? null : fromText(text);
  if (page === null) return plain ?? emptyDraft;
  return plain !== null && bodyWords(page) * 2 < bodyWords(plain) ? plain : page;
};

/** "Fwd: Re: Ports stay open" → "Ports stay open" */
const bareSubject = (subject: string | null): string | null =>
  subject?.replace(/^(?:(?:fwd?|re|aw|wg|tr|sv|vs)(?:\[\d+\])?:\s*)+/i, '').trim() || null;

/** A mail as the draft of one report: the subject is its headline where the text has none, the sender its publisher where nobody else is. */
export const mailDraft = (mail: MailText, name: string): Draft => {
  const draft = fromParts(mail, name);
  const title = draft.title ?? bareSubject(mail.subject);
  const opening = draft.title === null && title !== null ? [{ kind: 'heading', text: title } as const] : [];
  const sender = mail.sender === null || isPersonName(mail.sender) || /@/.test(mail.sender) ? null : mail.sender;
  const publisher = draft.publisher ?? sender;
  return {
    ...draft,
    sources: {
      ...draft.sources,
      ...(draft.title === null && { title: 'mail' }),
      ...(draft.publisher === null && { publisher: 'mail' }),
      ...(draft.published === null && { published: 'mail' }),
    },
    title,
    publisher,
    agency: draft.agency ?? agencyInField(publisher ?? ''),
    published: draft.published ?? mail.date,
    pieces: [...opening, ...draft.pieces],
  };
};
