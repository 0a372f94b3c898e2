import type { Attachment, Email } from 'postal-mime';
import { draftDocument } from '../draft-document.ts';
import { ReadoutError } from '../error.ts';
import { entryDraft } from '../feeds/entry-draft.ts';
import type { Feed } from '../feeds/feed.ts';
import { readFeedDate } from '../feeds/feed-date.ts';
import { DEFAULT_LIMIT } from '../read-input.ts';
import type { Reading, ReportFormat } from '../report-format.ts';
import { type ReportItem, toItem } from '../report-item.ts';
import { bytesSource, type Source } from '../source.ts';
import { type MailText, readLinkList } from './link-list.ts';
import { mailDraft } from './mail-draft.ts';

/** In bytes: what servers take, with pictures and papers attached. */
const LARGEST = 30_000_000;
const DEEPEST = 20;
/** How many parts and lines a mail may have; thirty megabytes of attachments have no more lines. */
const MOST_PARTS = 2000;
const MOST_LINES = 400_000;

const headerOf = ({ headers }: Email, key: string): string | null =>
  headers.find((header) => header.key === key)?.value.trim() || null;

const tidy = (text: string | undefined): string | null =>
  text === undefined || text.trim() === ''
    ? null
    : text
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/(?![\t\n])\p{Cc}/gu, ' ');

const toMailText = (email: Email): MailText => {
  const sender = email.from?.name || email.from?.address || null;
  return {
    html: tidy(email.html),
    text: tidy(email.text),
    subject: tidy(email.subject)?.replace(/\s+/g, ' ').trim() ?? null,
    sender: tidy(sender ?? undefined),
    date: readFeedDate(headerOf(email, 'date')),
  };
};

/** A page that a browser saved in the form of a mail (MHTML, RFC 2557) says where it was found. */
const savedFrom = (email: Email): string | null => {
  const address = headerOf(email, 'snapshot-content-location') ?? headerOf(email, 'content-location');
  return address !== null && /^https?:\/\//i.test(address) ? address : null;
};

/** Why a mail is not worth opening; null if it is. Lines that may set parts apart are never fewer than the parts. */
const excess = (bytes: Uint8Array): string | null => {
  let parts = 0;
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    lines += 1;
    if (bytes[at + 1] === 45 && bytes[at + 2] === 45) parts += 1;
    if (parts > MOST_PARTS) return `${MOST_PARTS} parts`;
    if (lines > MOST_LINES) return `${MOST_LINES} lines`;
  }
  return null;
};

const parse = async (bytes: Uint8Array, name: string): Promise<Email> => {
  const much = excess(bytes);
  if (much !== null)
    throw new ReadoutError(
      'bad-mail',
      `${name} has more than ${much}, as no mail that a person wrote; save the report itself.`,
      { name },
    );
  try {
    // Loaded here and not above: few reports come by mail.
    const { default: PostalMime } = await import('postal-mime');
    return await PostalMime.parse(bytes, {
      maxNestingDepth: DEEPEST,
      maxHeadersSize: 500_000,
      maxRfc822NestingDepth: 5,
    });
  } catch (error) {
    throw new ReadoutError(
      'bad-mail',
      `${name} cannot be read as a mail; save it again from the program that shows it.`,
      { name },
      { cause: error },
    );
  }
};

const readable =
  /^(?:text\/html|text\/plain|application\/pdf|message\/rfc822|application\/(?:zip|json|xml)|text\/xml)$/;

const isReport = ({ mimeType, disposition, filename, related }: Attachment): boolean =>
  related !== true && readable.test(mimeType) && (disposition === 'attachment' || filename !== null);

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

function* listItems(feed: Feed, name: string): Generator<ReportItem> {
  for (const [index, entry] of feed.entries.entries()) {
    const own = `${name}#${index + 1}`;
    yield toItem(own, (warn) => {
      const { draft, warnings } = entryDraft(entry, { ...feed, title: null }, own);
      for (const warning of warnings) warn(warning);
      return draftDocument(draft, own);
    });
  }
}

const mailItem = (mail: MailText, url: string | null, name: string): ReportItem =>
  toItem(name, () => {
    const draft = mailDraft(mail, name);
    return draftDocument({ ...draft, url: draft.url ?? url }, name);
  });

async function* readMail(source: Source, { options, inside }: Reading): AsyncGenerator<ReportItem> {
  const { name } = source;
  const email = await parse(await source.bytes(Math.max(options.limit ?? DEFAULT_LIMIT, LARGEST)), name);
  const mail = toMailText(email);
  const page = savedFrom(email);
  const list = page === null ? readLinkList(mail, name) : null;
  const attached = email.attachments.filter(isReport);
  if (list !== null) yield* listItems(list, name);
  else if ((mail.html ?? mail.text) !== null)
    yield mailItem(page === null ? mail : { ...mail, sender: null, date: null }, page, name);
  else if (attached.length === 0) throw new ReadoutError('no-text', `${name} is a mail without text.`, { name });
  for (const [index, attachment] of attached.entries())
    yield* inside(bytesSource(`${name}!/${attachment.filename ?? `part-${index + 1}`}`, bytesOf(attachment)));
}

const headerLine = /^(?:[\w-]+:[^\n]*(?:\r?\n[ \t][^\n]*)*\r?\n){2,}/;
const ofMail = /^(?:received|message-id|mime-version|return-path|delivered-to|dkim-signature|x-mailer):/im;
const ofLetter = /^(?:from|subject|date):/im;

/** Mails (RFC 5322, MIME) and pages saved as such: one report, or a report for each headline of a list. */
export const mailFormat: ReportFormat = {
  endings: ['.eml', '.mht', '.mhtml'],
  is: (name, head) => {
    const text = new TextDecoder('latin1').decode(head);
    const header = headerLine.exec(text)?.[0] ?? '';
    const isNamed = /\.(?:eml|mht|mhtml)$/i.test(name);
    return ofLetter.test(header) && (isNamed || ofMail.test(header));
  },
  read: readMail,
};
