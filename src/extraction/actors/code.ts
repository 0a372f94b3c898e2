import { type Codebook, codeOn, type Person, standingOn } from '../../codebook/index.ts';
import type { ActorKind } from '../records.ts';
import {
  countryInWords,
  countryOfPlace,
  isFormer,
  readWords,
  sectorInWords,
  toWordCode,
  type WordCode,
  wordsOf,
} from './code-words.ts';

/** Whom to code: the words that name it, and what a text says of it. */
export interface Mention {
  /** The name without titles, or the words of the phrase without an article. */
  readonly name: string;
  readonly kind: ActorKind | null;
  /** The title that the text gives. */
  readonly role: string | null;
  /** Country by its id, and sector, where the text says them. */
  readonly country: string | null;
  readonly sector: string | null;
  /** Is the office one that the text says is no longer held? */
  readonly former: boolean;
}

/** Who somebody is to politics: a country or kind of body, and sectors. */
export interface ActorCode extends WordCode {
  /** What it was found by. */
  readonly rule: 'codes/body' | 'codes/country' | 'codes/person' | 'codes/words';
}

/** "USA GOV", "IGO", "REB", each part once; null where neither a country nor a sector is known. */
export const formatCode = (code: ActorCode | null): string | null => {
  const parts = [code?.country, code?.sector].flatMap((part) => part?.split(' ') ?? []);
  return [...new Set(parts)].join(' ') || null;
};

/** Sectors of a state's own people, who are of its elite once they have left (PLOVER `ELI`). */
const OF_OFFICE = /^(?:GOV|LEG|JUD|MIL|SPY|COP)\b/;

const withoutOffice = (sector: string | null, former: boolean): string | null =>
  former && (sector === null || OF_OFFICE.test(sector)) ? 'ELI' : sector;

const codeOfBody = (codebook: Codebook, { name, kind }: Mention, day: string | null): ActorCode | null => {
  if (kind === 'person' || kind === 'country') return null;
  const body = codebook.nations.organizationOf(name);
  return body === undefined ? null : { ...toWordCode(codeOn(body, day)), rule: 'codes/body' };
};

/** A country that acts is its government; one that is only named has no sector, its capital and seats of government have. */
const codeOfCountry = (codebook: Codebook, { name, kind }: Mention, day: string | null): ActorCode | null => {
  if (kind !== null && kind !== 'country') return null;
  const named = codebook.nations.countryOf(name);
  if (named === undefined) return null;
  const { country, sector } = toWordCode(codeOn(named.country, day));
  const isGovernment = kind === 'country' || named.match === 'capital' || named.match === 'metonym';
  const said = kind === null ? sectorInWords(codebook, wordsOf(name)) : null;
  return { country, sector: sector ?? said ?? (isGovernment ? 'GOV' : null), rule: 'codes/country' };
};

/** A region that few states recognize as a country is a body of its own in the country that it lies in. */
const codeOfRegion = (codebook: Codebook, { name, kind }: Mention): ActorCode | null => {
  if (kind === 'person' || !codebook.isWord('partially-recognized', name)) return null;
  return { country: countryOfPlace(codebook, name) ?? null, sector: 'PRE', rule: 'codes/words' };
};

const surnameOf = (name: string): string => name.split(' ').at(-1) ?? name;

/** Did a person hold on the day the office that a title names ("President", "French foreign minister")? */
const holds = (codebook: Codebook, person: Person, role: string | null, day: string | null): boolean => {
  const { term } = standingOn(person, day);
  if (term === null) return false;
  if (role === null) return true;
  const said = codebook.titles.find(wordsOf(role), true);
  const held = codebook.titles.find(wordsOf(term.office), true);
  return said !== undefined && held !== undefined && said.entry.id === held.entry.id;
};

const only = <Thing>(things: readonly Thing[]): Thing | undefined => (things.length === 1 ? things[0] : undefined);

/** Could the text mean this person: the country it names is theirs, and so is the sector, at some time? */
const mayMean =
  ({ country, sector, former }: Mention) =>
  (person: Person): boolean => {
    if (country !== null && person.country !== '' && country !== person.country) return false;
    return sector === null || former || person.terms.some((term) => term.sector.split(' ')[0] === sector.split(' ')[0]);
  };

/**
 * The person of the table whom a mention means. CASE 1: the full name is that of one only, or of one in office on the day.
 * CASE 2: the surname with a title or country of somebody in office on the day.
 */
const personOf = (codebook: Codebook, mention: Mention, day: string | null): Person | undefined => {
  const { name, kind, role, country } = mention;
  if (kind !== null && kind !== 'person') return undefined;
  const named = codebook.people.named(name).filter(mayMean(mention));
  if (named.length > 0) return only(named) ?? only(named.filter((person) => standingOn(person, day).term !== null));
  if (name.includes(' ') || (role === null && country === null) || mention.former) return undefined;
  const surnamed = codebook.people.surnamed(surnameOf(name)).filter(mayMean(mention));
  return only(surnamed.filter((person) => holds(codebook, person, role, day)));
};

const codeOfPerson = (codebook: Codebook, mention: Mention, day: string | null): ActorCode | null => {
  const person = personOf(codebook, mention, day);
  if (person === undefined) return null;
  const standing = standingOn(person, day);
  const sector = mention.former ? 'ELI' : (mention.sector ?? standing.sector);
  return { country: standing.country, sector, rule: 'codes/person' };
};

/** Campaigners of no country are NGO, those of a country are its civil society. */
const placeCampaigners = ({ country, sector }: WordCode): WordCode => {
  if (sector !== 'NGO') return { country, sector };
  return country === null || country === 'NGO' ? { country: 'NGO', sector: null } : { country, sector: 'SOC' };
};

/** "Criminal gangs" are CRM, though any group of people is CVL at first sight. */
const isVague = (sector: string | null): boolean => sector === null || sector === 'CVL';

/** What the words, the role and whom somebody belongs to say. */
const codeOfWords = (codebook: Codebook, mention: Mention, context: string, day: string | null): ActorCode | null => {
  const { name, kind, role } = mention;
  const said = readWords(codebook, wordsOf(kind === 'person' ? (role ?? '') : name), day, mention.country);
  const around = readWords(codebook, wordsOf(context), day, mention.country ?? said.country);
  const country = mention.country ?? said.country ?? around.country;
  const own = isVague(mention.sector) ? (said.sector ?? mention.sector) : mention.sector;
  const sector = withoutOffice(own ?? (kind === 'person' ? around.sector : null), mention.former);
  return country === null && sector === null ? null : { ...placeCampaigners({ country, sector }), rule: 'codes/words' };
};

/** Whom words name: a person of the table at their end, and what stands before that name. */
const splitName = (codebook: Codebook, words: readonly string[]): number => {
  for (let from = 0; from < words.length - 1; from += 1)
    if (codebook.people.named(words.slice(from).join(' ')).length > 0) return from;
  const last = words.at(-1) ?? '';
  const isTitled = words.length > 1 && /^\p{Lu}/u.test(last) && codebook.titles.find(words.slice(0, -1)) !== undefined;
  return isTitled && codebook.people.surnamed(last).length > 0 ? words.length - 1 : 0;
};

/** A mention as bare words say it, where no tree is at hand: "former President Ada Berg". */
const readMention = (codebook: Codebook, text: string, context: string, day: string | null): Mention => {
  const all = wordsOf(text);
  const words = codebook.isWord('determiners', all[0]) ? all.slice(1) : all;
  const from = splitName(codebook, words);
  const before = words.slice(0, from);
  const isPerson = from > 0 || codebook.people.named(words.join(' ')).length > 0;
  const said = readWords(codebook, before, day);
  return {
    name: words.slice(from).join(' '),
    kind: isPerson ? 'person' : null,
    role: before.length === 0 ? null : before.join(' '),
    country: said.country ?? countryInWords(codebook, wordsOf(context), day),
    sector: said.sector,
    former: isFormer(codebook, words),
  };
};

/**
 * The code of an actor on a day: PLOVER's country and sector.
 *
 * The words come first (titles, demonyms, ministries, forces …), then the codebook's dated tables of bodies and people. A name
 * alone counts only where it is the full name of one person; a surname needs the title or country of somebody in office then.
 *
 * @param mention Words of a text ("the Norlandic foreign minister"), or what was read of them.
 * @param context What else the text says of them, such as the country or body that they belong to; may be empty.
 * @param day ISO 8601 day on which the code must hold, as a rule that of publication; null where it is not known.
 * @returns null where neither a country nor a sector is known.
 */
export const codeOf = (
  codebook: Codebook,
  mention: Mention | string,
  context: string,
  day: string | null,
): ActorCode | null => {
  const read = typeof mention === 'string' ? readMention(codebook, mention, context, day) : mention;
  const date = day?.slice(0, 10) ?? null;
  return (
    codeOfBody(codebook, read, date) ??
    codeOfCountry(codebook, read, date) ??
    codeOfRegion(codebook, read) ??
    codeOfPerson(codebook, read, date) ??
    codeOfWords(codebook, read, context, date)
  );
};
