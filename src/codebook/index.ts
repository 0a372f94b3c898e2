/** The room of the codebook: checks the YAML that an analyst may edit and hands it on as tables of words and patterns. */
export type { AgendaEntry } from './agenda.ts';
export type { CalendarEntry, TimeRuleEntry } from './calendar.ts';
export type { CarrierEntry } from './carriers.ts';
export type { Codebook } from './codebook.ts';
export type { Country, CountryMatch, NamedCountry, Nations, Organization } from './countries.ts';
export { decodeCodebook } from './decode.ts';
export type { DisputeEntry } from './disputes.ts';
export type { EventEntry, RoleCondition } from './events.ts';
export type { CodebookExample } from './examples.ts';
export type { Gazetteer, GazetteerKind, GazetteerPlace } from './gazetteer.ts';
export { type InspectedCodebook, inspectCodebook, loadCodebook, type PlacedEntry, withGazetteer } from './load.ts';
export { toPlaceKey } from './place-key.ts';
export type { PlaceEntry } from './places.ts';
export { EVENT_TYPES } from './plover.ts';
export { CodebookError, type CodebookProblem, problemLine } from './problem.ts';
export type { RealisEntry } from './realis.ts';
export type { CodebookFile } from './source.ts';
export type { BodySet, ChannelSet, Cue, Cues, PhraseTable, TitleSet } from './speech.ts';
