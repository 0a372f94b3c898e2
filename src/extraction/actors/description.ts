import type { Codebook, Country, TitleSet } from '../../codebook/index.ts';
import type { ParsedSentence } from '../../reading/index.ts';
import type { ActorKind } from '../records.ts';
import type { Gender } from './gender.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { textOf, withoutDeterminer } from './role.ts';

/** What a noun phrase says of an actor, before anybody asks who it is. */
export interface Description {
  readonly phrase: NounPhrase;
  /** `name` a proper name · `title` a role alone ("the minister") · `country` · `pronoun`. */
  readonly form: 'name' | 'title' | 'country' | 'pronoun';
  readonly kind: ActorKind;
  /** The name without titles, or the words of the phrase without an article. */
  readonly name: string;
  /** The title, as in the text, without the country or body it belongs to. */
  readonly role: string | null;
  readonly title: TitleSet | undefined;
  /** Last words of the title as the codebook knows them: "foreign minister". */
  readonly titlePhrase: string | null;
  readonly country: Country | undefined;
  readonly affiliation: string | null;
  /** PLOVER sector, where the words say it. */
  readonly sector: string | null;
  /** Do the words say that the office is no longer held ("former", "ex-")? */
  readonly former?: boolean;
  /** Is it a place, for those who live there? */
  readonly isGround?: boolean;
  /** Whether the words say that a man or a woman is meant. */
  readonly gender?: Gender | undefined;
}

/** What any phrase says: its words, and the country they name. */
export const bare = (
  codebook: Codebook,
  phrase: NounPhrase,
  sentence: ParsedSentence,
): Omit<Description, 'form' | 'kind' | 'sector'> => ({
  phrase,
  name: textOf(sentence, withoutDeterminer(codebook, sentence, phrase.words)),
  role: null,
  title: undefined,
  titlePhrase: null,
  country: phrase.country?.country,
  affiliation: phrase.country?.country.name ?? null,
});

/** What speaks of a country, or of its government, as that country. */
export const asCountry = (
  description: Omit<Description, 'form' | 'kind' | 'sector'>,
  country: Country,
): Description => ({
  ...description,
  form: 'country',
  kind: 'country',
  name: country.name,
  country,
  affiliation: null,
  sector: 'GOV',
});
