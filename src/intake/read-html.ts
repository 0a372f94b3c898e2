import type { FieldSource } from '../text/index.ts';
import { findArticle } from './article-blocks.ts';
import { type Byline, readByline } from './byline.ts';
import { readDateline } from './dateline.ts';
import type { Draft, Piece } from './draft.ts';
import { ReadoutError } from './error.ts';
import { readHeaderLine } from './header-lines.ts';
import { labelPage, type ReadPage } from './label-page.ts';
import { plainLine, resolveAddress } from './line.ts';
import { machineParagraphs, withoutMarkup } from './machine-text.ts';
import { readMetaLine, readNameLine } from './meta-line.ts';
import { type PageBlock, pageBlocks } from './page-blocks.ts';
import { type PageMetadata, readMetadata } from './page-metadata.ts';
import { dayBelow, originalAddress, savedAddress, statedAddress } from './page-original.ts';
import { safeSource } from './page-source.ts';
import { otherTitles } from './page-titles.ts';
import { withoutOpening } from './signature.ts';
import { readReporting } from './source-lines.ts';
import type { PageTree } from './tree/page-tree.ts';
import { parsePage } from './tree/parse-page.ts';
import { wordCount } from './word-count.ts';
import { alternatives } from './words.ts';

const barrier = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives('barriers')})(?![\\p{L}\\p{N}])`, 'iu');
const pageTalk = new RegExp(`(?<![\\p{L}])(?:${alternatives('page-talk')})(?![\\p{L}])`, 'iu');

const isBody = (piece: Piece): boolean => piece.kind === 'paragraph' || piece.kind === 'list-item';

const noArticle = (name: string, what: string): ReadoutError =>
  new ReadoutError(
    'no-article',
    `${name} holds no report: ${what}. Open the page in a browser, save the report itself, and read that file.`,
    { name },
  );

const bodySize = (pieces: readonly Piece[]): number =>
  pieces.filter(isBody).reduce((sum, piece) => sum + wordCount(piece.text), 0);

/** Pages that stand in front of a report: consent, login, errors; or that hold links alone. */
const refuseBarrier = (name: string, pieces: readonly Piece[], titles: readonly string[]): void => {
  const body = pieces.filter(isBody);
  const size = bodySize(pieces);
  if (size === 0) throw noArticle(name, 'no running text was found in it');
  const talk = body.filter((piece) => pageTalk.test(piece.text)).reduce((sum, piece) => sum + wordCount(piece.text), 0);
  const isBarrier = titles.some((title) => wordCount(title) <= 9 && barrier.test(title));
  if (size < 400 && talk * 2 > size)
    throw noArticle(name, 'it seems to be a page about cookies, signing in or subscribing');
  if (size < 120 && isBarrier)
    throw noArticle(name, `it seems to be a page in front of the report ("${titles[0] ?? ''}")`);
  if (size < 8) throw noArticle(name, 'there are only a few words of running text in it');
};

/** Pages that a script fills may still give the whole text for machines. */
const fromMachineText = ({ articleBody, titles }: PageMetadata, pieces: readonly Piece[]): readonly Piece[] => {
  const text = articleBody ?? '';
  if (wordCount(withoutMarkup(text)) < (bodySize(pieces) < 8 ? 12 : 40)) return pieces;
  const title = pieces[0]?.kind === 'heading' ? pieces[0].text : titles[0]?.value;
  const opening: readonly Piece[] = title === undefined ? [] : [{ kind: 'heading', text: title }];
  return [...opening, ...machineParagraphs(text)];
};

/** What the lines beside the text say of the report, the first to say it. */
interface Asides extends Byline {
  readonly publisher: string | null;
  readonly published: string | null;
  readonly place: string | null;
}

/** "Source: The Sund Courier" */
const labelledPublisher = (lines: readonly string[]): string | null => {
  const labelled = lines.find((line) => readHeaderLine(plainLine(line))?.field === 'publisher');
  return labelled === undefined ? null : (readMetaLine(labelled)?.publisher ?? null);
};

const readAsides = (lines: readonly string[]): Asides => {
  const metas = lines.map(readMetaLine).filter((meta) => meta !== null);
  const signed = lines
    .map((line) => readByline(line) ?? readMetaLine(line) ?? readReporting(line) ?? readNameLine(withoutOpening(line)))
    .filter((byline) => byline !== null);
  const dated = metas.filter((meta) => meta.published !== null);
  const date = dated.find((meta) => !meta.isUpdate) ?? dated[0];
  return {
    people: signed.find((byline) => byline.people.length > 0)?.people ?? [],
    agency: signed.find((byline) => byline.agency !== null)?.agency ?? null,
    publisher: dated.find((meta) => meta.publisher !== null)?.publisher ?? labelledPublisher(lines),
    published:
      date?.published ?? lines.map((line) => readByline(line)?.date ?? null).find((day) => day !== null) ?? null,
    place: metas.find((meta) => meta.place !== null)?.place ?? null,
  };
};

/** Where the headline was found: in a heading, or in what the page states. */
const titleSource = ({ heading }: ReadPage, { titles }: PageMetadata): FieldSource => {
  if (heading !== null) return heading.tag === 'h1' ? 'h1' : 'text';
  return titles[0]?.source ?? 'text';
};

/** The first paragraph may say where a report was filed, and for which agency. */
const filedIn = (pieces: readonly Piece[], published: string | null) => {
  const first = pieces.find((piece) => piece.kind === 'paragraph');
  return first === undefined ? null : readDateline(first.text, published);
};

/** What is found on a page beside its report: the address and the day that stand below it. */
interface Beside {
  readonly address: string | null;
  readonly day: string | null;
}

/** Asked only for what the page does not state. */
const besideOf = ({ url, published }: PageMetadata, blocks: readonly PageBlock[], text: string): Beside => ({
  address: url === null ? (originalAddress(blocks) ?? savedAddress(text)) : null,
  day: published === null ? dayBelow(blocks) : null,
});

/** Where a report was written, as the line with its day says. */
const placeOf = ({ place, published }: Asides): Draft['dateline'] =>
  place === null ? null : { place, date: published?.slice(0, 10) ?? null };

const toDraft = (metadata: PageMetadata, labelled: ReadPage, beside: Beside): Draft => {
  const { pieces, asides } = labelled;
  const said = readAsides(asides);
  const original = statedAddress(asides) ?? beside.address;
  const url = original ?? metadata.url;
  const published = metadata.published ?? said.published ?? beside.day;
  const filed = filedIn(pieces, published);
  const title = pieces[0]?.kind === 'heading' ? pieces[0].text : null;
  const ownAgency = filed?.agency ?? said.agency;
  const { url: stated, agency: agencyAt, ...sources } = metadata.sources;
  return {
    title,
    dek: pieces.find((piece) => piece.kind === 'dek')?.text ?? null,
    byline: metadata.byline.length > 0 ? metadata.byline : said.people,
    agency: ownAgency ?? metadata.agency,
    publisher: metadata.publisher ?? said.publisher,
    published,
    dateline: filed?.dateline ?? placeOf(said),
    language: metadata.language,
    url,
    otherTitles: otherTitles(title, metadata.titles),
    sources: {
      ...sources,
      title: titleSource(labelled, metadata),
      ...(original === null && stated !== undefined ? { url: stated } : {}),
      ...(ownAgency === null && agencyAt !== undefined ? { agency: agencyAt } : {}),
    },
    pieces: pieces.map((piece) =>
      piece.kind === 'related' ? { ...piece, url: resolveAddress(piece.url, url) } : piece,
    ),
  };
};

/** A page that was parsed, and what it states. */
export interface OpenedPage {
  /** As it was written. */
  readonly text: string;
  readonly source: string;
  readonly page: PageTree;
  readonly metadata: PageMetadata;
}

/** Parses a page. Nothing in it is run. */
export const openHtml = (text: string, name: string): OpenedPage => {
  const source = safeSource(text, name);
  const page = parsePage(source);
  return { text, source, page, metadata: readMetadata(page) };
};

/** The report of a page that was opened: it is found among what surrounds it, and each of its blocks labelled. The tree is consumed. */
export const readOpened = ({ text, source, page, metadata }: OpenedPage, name: string): Draft => {
  // Plain data before the page is handed on: whoever looks for the report consumes the tree.
  const blocks = pageBlocks(page.body);
  const kept = findArticle(page, source, blocks, metadata.isLive);
  // Microdata mark the heading itself, and say nothing of how it is stated elsewhere.
  const titles = metadata.titles.filter(({ source }) => source !== 'microdata').map(({ value }) => value);
  const labelled = labelPage({ blocks, kept, titles, descriptions: metadata.descriptions });
  const pieces = bodySize(labelled.pieces) < 40 ? fromMachineText(metadata, labelled.pieces) : labelled.pieces;
  refuseBarrier(name, pieces, titles);
  return toDraft(metadata, { ...labelled, pieces }, besideOf(metadata, blocks, text));
};

/** Reads a web page: finds the report among what surrounds it, labels each block, and takes the metadata that the page states. Nothing in it is run. */
export const readHtml = (text: string, name: string): Draft => readOpened(openHtml(text, name), name);
