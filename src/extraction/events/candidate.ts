import type { Evidence } from '../../text/index.ts';
import type { EventType, Realis } from '../records.ts';

/** An event as one mention tells it, before mentions of the same event are joined. */
export interface Candidate {
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly trigger: Evidence;
  /** Dictionary form of the trigger. */
  readonly lemma: string;
  readonly realis: Realis;
  readonly assertedBy: readonly string[];
  readonly statement: string | null;
  readonly time: string | null;
  readonly place: string | null;
  readonly rule: string;
  /** The same happening by grammar ("took to the streets for what was the largest MARCH"): trigger of the other mention. */
  readonly sameAs: Evidence | null;
  /** Does it only point at something told before: "the meeting", with nothing that says which? */
  readonly isAgain: boolean;
  /** Is it a statement whose words only together make it an event ("said that they cheat")? */
  readonly isPlain: boolean;
  /** Is it taken for granted rather than told: a noun, or a clause of time? */
  readonly isGranted: boolean;
  /** Does it stand in a headline or the line under it? */
  readonly isHeadline: boolean;
}
