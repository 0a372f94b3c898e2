import type { FieldSource } from '../text/index.ts';
import { agencyIn, agencyNamed } from './agencies.ts';
import { isPersonName, readByline, readNames } from './byline.ts';
import { authorsOf, type JsonObject, type LdAuthor } from './json-ld.ts';
import { cleanText, type Fact, type Facts } from './page-items.ts';
import { metaKeys } from './page-metas.ts';

/** Who signed a report, as the page says for machines, and where it says so. */
export interface PageAuthors {
  readonly byline: readonly string[];
  readonly bylineSource: FieldSource | null;
  readonly agency: string | null;
  readonly agencySource: FieldSource | null;
}

interface Signed {
  readonly byline: readonly string[];
  readonly agency: string | null;
}

/** The names of one author field; a desk or a paper that signs is neither person nor agency. */
const signedBy = ({ name, isOrganization }: LdAuthor): Signed => {
  const bare = cleanText(name);
  if (/^https?:|^@|^www\./i.test(bare) || bare.length > 200) return { byline: [], agency: null };
  const agency = agencyNamed(bare);
  if (agency !== null) return { byline: [], agency };
  if (isOrganization) return { byline: [], agency: agencyIn(bare) };
  const byline = readByline(bare);
  const names = byline ?? readNames(bare);
  const alone = names.people.length === 0 && !/[,;|]|\band\b/.test(bare) && isPersonName(bare) ? [bare] : [];
  return { byline: [...names.people, ...alone], agency: names.agency };
};

interface Written {
  readonly source: FieldSource;
  readonly authors: readonly LdAuthor[];
}

const plain = (facts: readonly Fact[]): readonly Written[] => {
  const [first] = facts;
  if (first === undefined) return [];
  return [{ source: first.source, authors: facts.map(({ value }) => ({ name: value, isOrganization: false })) }];
};

/** Everything that states authors, the surest first. */
const writtenOn = (node: JsonObject | null, items: Facts, metas: Facts): readonly Written[] => [
  { source: 'json-ld', authors: authorsOf(node?.author) },
  { source: 'json-ld', authors: authorsOf(node?.creator) },
  ...['author', 'creator', 'dc.creator', 'dcterms.creator'].flatMap((key) => plain(items.get(key) ?? [])),
  ...metaKeys.author.flatMap((key) => plain(metas.get(key) ?? [])),
];

/** Reads the authors that a page states: people from the first field that names any, the agency from whichever names one. */
export const readAuthors = (node: JsonObject | null, items: Facts, metas: Facts): PageAuthors => {
  const read = writtenOn(node, items, metas).map(({ source, authors }) => ({ source, signed: authors.map(signedBy) }));
  const named = read.find(({ signed }) => signed.some((one) => one.byline.length > 0));
  const agency = read.find(({ signed }) => signed.some((one) => one.agency !== null));
  return {
    byline: [...new Set((named?.signed ?? []).flatMap((one) => one.byline))],
    bylineSource: named?.source ?? null,
    agency: agency?.signed.find((one) => one.agency !== null)?.agency ?? null,
    agencySource: agency?.source ?? null,
  };
};
