import type { FieldSource } from '../../text/index.ts';
import { readByline } from '../byline.ts';
import { readDateline } from '../dateline.ts';
import { type Draft, emptyDraft, type Piece } from '../draft.ts';
import { lettersOf } from '../letters.ts';
import { agencyInField, readSignature } from '../signature.ts';
import { readReporting } from '../source-lines.ts';
import { alternatives } from '../words.ts';

/** A picture, film or sound of a report, in words. */
export interface WirePicture {
  readonly caption: string | null;
  readonly credit: string | null;
}

/** What a wire says of a report, in whatever format it came. */
export interface WireFacts {
  readonly title: string | null;
  readonly dek: string | null;
  /** Who signs: lines ("By Jane Doe, Norwire") or names. */
  readonly signatures: readonly string[];
  /** Names of the bodies that the report is from, the surest first. */
  readonly sources: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  /** The line that says where and when it was filed. */
  readonly filed: string | null;
  /** Where it was filed, if no line says so. */
  readonly place: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly body: readonly Piece[];
  readonly pictures: readonly WirePicture[];
  readonly related: readonly { readonly title: string; readonly url: string | null }[];
}

/** Facts of which nothing is known yet. */
export const noFacts: WireFacts = {
  title: null,
  dek: null,
  signatures: [],
  sources: [],
  publisher: null,
  published: null,
  filed: null,
  place: null,
  language: null,
  url: null,
  body: [],
  pictures: [],
  related: [],
};

const weekday = new RegExp(`,?\\s*\\b(?:${alternatives('weekdays')})\\b\\.?,?`, 'gi');
const isSame = (piece: Piece, text: string | null): boolean =>
  text !== null && lettersOf(piece.text) === lettersOf(text);

/** The headline, the dek and the signature that a text repeats at its start, and who reported at its end, are no part of the running text. */
const cutBody = (facts: WireFacts): { readonly body: readonly Piece[]; readonly signatures: readonly string[] } => {
  const signatures: string[] = [];
  let start = 0;
  for (const piece of facts.body.slice(0, 6)) {
    const isSigned = piece.kind === 'paragraph' && readByline(piece.text) !== null && piece.text.length < 120;
    if (isSigned) signatures.push(piece.text);
    else if (!isSame(piece, facts.title) && !isSame(piece, facts.dek)) break;
    start += 1;
  }
  const body = facts.body.slice(start).filter((piece) => {
    const isReporting = piece.kind === 'paragraph' && readReporting(piece.text) !== null;
    if (isReporting) signatures.push(piece.text);
    return !isReporting;
  });
  return { body, signatures };
};

const filedIn = (facts: WireFacts, body: readonly Piece[]): Pick<Draft, 'dateline' | 'agency'> => {
  const first = body.find((piece) => piece.kind === 'paragraph')?.text ?? '';
  const written = facts.filed?.replace(weekday, '').replace(/[\s–—-]+$/, '') ?? '';
  const found = readDateline(first, facts.published) ?? readDateline(`${written} - x`, facts.published);
  if (found !== null) return found;
  const place = written === '' ? facts.place : written;
  return { dateline: place === null ? null : { place, date: null }, agency: null };
};

const piecesOf = (facts: WireFacts, body: readonly Piece[]): readonly Piece[] => [
  ...(facts.title === null ? [] : [{ kind: 'heading', text: facts.title } as const]),
  ...(facts.dek === null || facts.dek === facts.title ? [] : [{ kind: 'dek', text: facts.dek } as const]),
  ...body,
  ...facts.pictures
    .filter(({ caption }) => !body.some((piece) => piece.kind === 'caption' && isSame(piece, caption)))
    .flatMap(({ caption, credit }): readonly Piece[] => [
      ...(caption === null ? [] : [{ kind: 'caption', text: caption } as const]),
      ...(credit === null ? [] : [{ kind: 'credit', text: credit } as const]),
    ]),
  ...facts.related.map(({ title, url }): Piece => ({ kind: 'related', text: title, url })),
];

/** The draft of a report that a wire sends: what its fields say first, what its text says where they are silent. */
export const toWireDraft = (facts: WireFacts, source: FieldSource): Draft => {
  const { body, signatures } = cutBody(facts);
  const fields = facts.signatures.map(readSignature);
  const lines = signatures.map((line) => readByline(line) ?? readReporting(line) ?? { people: [], agency: null });
  const named = fields.some(({ people }) => people.length > 0) ? fields : lines;
  const filed = filedIn(facts, body);
  const stated = [...facts.sources.map(agencyInField), ...[...fields, ...lines].map(({ agency }) => agency)];
  const isFiledInText = filed.agency !== null || facts.filed === null;
  return {
    ...emptyDraft,
    sources: {
      title: source,
      dek: source,
      byline: named === fields ? source : 'text',
      agency: filed.agency === null ? source : 'text',
      publisher: source,
      published: source,
      dateline: isFiledInText && filed.dateline?.place !== facts.place ? 'text' : source,
      language: source,
      url: source,
    },
    title: facts.title,
    dek: facts.dek,
    byline: [...new Set(named.flatMap(({ people }) => people))],
    agency: filed.agency ?? stated.find((agency) => agency !== null) ?? null,
    publisher: facts.publisher,
    published: facts.published,
    dateline: filed.dateline,
    language: facts.language,
    url: facts.url,
    pieces: piecesOf(facts, body),
  };
};
