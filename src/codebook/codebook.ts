import type { AgendaEntry } from './agenda.ts';
import type { CalendarEntry, TimeRuleEntry } from './calendar.ts';
import type { CarrierEntry } from './carriers.ts';
import type { ContextEntry } from './contexts.ts';
import type { Nations } from './countries.ts';
import type { DisputeEntry } from './disputes.ts';
import type { EventEntry } from './events.ts';
import type { CodebookExample } from './examples.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { People } from './people.ts';
import type { PlaceEntry } from './places.ts';
import type { RealisEntry } from './realis.ts';
import type { BodySet, ChannelSet, Cues, PhraseTable, TitleSet } from './speech.ts';
import type { WordSets } from './word-sets.ts';

/** Everything that a codebook says, checked; one field for each section of its files. */
export interface Codebook {
  /** Hash of what the entries say: two codebooks with the same version give the same readouts. */
  readonly version: string;
  /** Countries, and bodies such as the United Nations. */
  readonly nations: Nations;
  /** People of public standing, and what they were when. */
  readonly people: People;
  /** Words that report speech or thought. */
  readonly cues: Cues;
  readonly titles: PhraseTable<TitleSet>;
  /** Words for bodies and groups, with their sector. */
  readonly bodies: PhraseTable<BodySet>;
  /** Words that say a sector, for actor codes only. */
  readonly sectors: PhraseTable<BodySet>;
  readonly channels: PhraseTable<ChannelSet>;
  /** Small closed sets of words, by id. */
  readonly isWord: WordSets;
  readonly events: readonly EventEntry[];
  /** Words that show what an event is about. */
  readonly contexts: readonly ContextEntry[];
  readonly realis: readonly RealisEntry[];
  readonly carriers: readonly CarrierEntry[];
  readonly disputes: readonly DisputeEntry[];
  readonly agenda: readonly AgendaEntry[];
  /** Words that time expressions are made of. */
  readonly calendar: readonly CalendarEntry[];
  /** Forms of time expressions. */
  readonly times: readonly TimeRuleEntry[];
  /** Regions, seas and other spellings of cities. */
  readonly places: readonly PlaceEntry[];
  /** Towns and divisions of the world. */
  readonly gazetteer: Gazetteer;
  /** The example sentences of all entries. */
  readonly examples: readonly CodebookExample[];
}
