import { isPictureSource } from './agencies.ts';
import { isPersonName } from './byline.ts';
import { alternatives } from './words.ts';

const label = new RegExp(`^(?:${alternatives('credit')})\\s*(?:[:/–—|]|\\s-\\s|\\.{3}|…)\\s*(?=\\S)`, 'i');
const byLabel =
  /^(?:photo(?:graph)?s?|image|picture|illustration|video|graphic)\s+(?:by|courtesy(?:\s+of)?|from)\s+\S/i;
const mark = /^(?:©|\(c\)\s|copyright\s)(?!.*\brights reserved)/i;
const captionLabel = new RegExp(`^(?:${alternatives('caption')})\\s*[:.–—-]\\s*(?=\\S)`, 'i');

const unwrapped = (line: string): string => line.trim().replace(/^[([{]\s*|\s*[)\]}]$/g, '');

const parts = (line: string): readonly string[] =>
  unwrapped(line)
    .split(/\s*(?:\/|\||,|\bvia\b|\bfor\b|—|–|;|-(?=\s)|\s-\s)\s*/)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '');

const isCapitalised = (part: string): boolean =>
  part.split(/\s+/).length <= 4 &&
  part.split(/\s+/).every((word) => /^[\p{Lu}\d&]|^(?:of|the|de|van|von|bin|al)$/u.test(word));

/** Whether a line names an agency beside at most people and bodies: "Jane Doe/AP/TASS", "REUTERS/Jane Doe", "AP Photo/Jane Doe". */
const isSourceList = (line: string): boolean => {
  const all = parts(line);
  return (
    all.length > 0 && all.some(isPictureSource) && all.every((part) => isPictureSource(part) || isCapitalised(part))
  );
};

const isBrief = (line: string): boolean => line.length <= 140 && line.split(/\s+/).length <= 16;

/** Whether the whole of a line credits a picture: "Jane Doe/AP", "Photo: the ministry", "© 2019 Reuters". */
export const isCredit = (line: string): boolean =>
  isBrief(line) &&
  (label.test(unwrapped(line)) || byLabel.test(unwrapped(line)) || mark.test(unwrapped(line)) || isSourceList(line));

/** Whether a line credits a picture and cannot be the byline of a report: it has a label, a slash or a word such as "photo". */
export const isPictureCredit = (line: string): boolean =>
  isCredit(line) && (!isSourceList(line) || /\/|photo|getty|epa|handout|shutterstock/i.test(line));

/** Whether a line that is set apart (bold, or in the credit's place under a picture) may be a credit: besides the above, "Jane Doe / City Herald" or a name. */
export const mayBeCredit = (line: string): boolean =>
  isCredit(line) ||
  (isBrief(line) && !/[.!?]$/.test(line.trim()) && (parts(line).every(isCapitalised) || isPersonName(unwrapped(line))));

/** The words of a credit without their label and brackets: "(Photo: Jane Doe/AP)" → "Jane Doe/AP". */
export const creditText = (line: string): string => {
  const bare = unwrapped(line);
  return (
    byLabel.test(bare) ? bare.replace(/^\S+\s+(?:by|courtesy(?:\s+of)?|from)\s+/i, '') : bare.replace(label, '')
  ).trim();
};

/** Whether a line says of itself that it is a caption ("FILE PHOTO: …"). */
export const isLabelledCaption = (line: string): boolean => captionLabel.test(line.trim());

/** A caption and the credit that stands at its end. */
export interface SplitCaption {
  readonly caption: string;
  readonly credit: string | null;
}

/** "Jane Doe/City Herald", in brackets after a caption. */
const isShared = (line: string): boolean =>
  /\S ?\/ ?\S/.test(line) && isBrief(line) && parts(line).every(isCapitalised);

const bracketed = /^(.*[\s.!?"”’])[([]([^()[\]]{3,120}|[A-Z]{2})[)\]](?:\s*[-–—]?\s*(?:©|copyright)[^()]{0,80})?\.?$/is;
const tail = /^(.*?[.!?]["”’]?)\s+(?:[-–—]\s*)?([^.!?]{3,90})$/s;
/** A button that a page sets behind a caption. */
const button = /\s+\p{L}+\s*[>»]+$/u;

const withoutButton = (text: string): string => (/[>»]$/.test(text) ? text.replace(button, '') : text);

/** In characters: no caption with a credit at its end is longer. */
const LONGEST = 1500;

/** "… on Monday.Credit...Jane Doe for The Norland Courier" */
const pasted = /^(.{12,}?)\s*(?:photo\s)?credit\s*(?:\.{3}|…|:)\s*([^.]{3,90})$/is;

/** Cuts the credit off the end of a caption: "Soldiers march in Kyiv. (AP Photo/Jane Doe)"; the credit is null if there is none.
 * Of a line that is a caption for sure, a bare agency is a credit too. */
export const splitCaption = (line: string, isCaption = false): SplitCaption => {
  const isIt = (credit: string): boolean => (isCaption ? isCredit(credit) : isPictureCredit(credit));
  if (line.length > LONGEST) return { caption: line.trim(), credit: null };
  const text = withoutButton(line.trim());
  const label = /credit/i.test(text) ? pasted.exec(text) : null;
  if (label?.[1] !== undefined && label[2] !== undefined) return { caption: label[1], credit: label[2].trim() };
  const last = bracketed.exec(text);
  if (last?.[1] !== undefined && last[2] !== undefined && (isIt(last[2]) || isShared(last[2])))
    return { caption: last[1].trim(), credit: creditText(last[2]) };
  const after = tail.exec(text);
  if (after?.[1] !== undefined && after[2] !== undefined && isIt(after[2]))
    return { caption: after[1].trim(), credit: creditText(after[2]) };
  return { caption: text, credit: null };
};
