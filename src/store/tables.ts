import type { ColumnType, Generated } from 'kysely';
import type { Count, Json, Moment } from './columns.ts';
import type {
  DailyTable,
  LanePastsTable,
  LanesTable,
  PairsTable,
  PastTable,
  ReportChangesTable,
  SitesTable,
} from './sum-tables.ts';

/** What holds still has this as the entry that ends it. */
export const FOREVER = '9223372036854775807';

/** From which entry to which something was so (migrations/0001-ledger.sql). */
interface Known {
  since: Count;
  until: ColumnType<number | string, number | string | undefined, number | string>;
}

export interface MomentsTable {
  seq: Count;
  at: Moment;
  kind: string;
}

export interface JournalTable extends MomentsTable {
  data: string;
}

export interface DocumentsTable {
  id: string;
  since: Count;
  name: string;
  url: string | null;
  title: string | null;
  publisher: string | null;
  family: string | null;
  agency: string | null;
  language: string;
  published: string | null;
  at: Moment;
  origin: string;
  likeness: string | null;
  words: number;
  search: ColumnType<never, string, never>;
}

export interface ReadoutsTable extends Known {
  document: string;
  engine: string;
  body: Uint8Array;
}

export interface FailuresTable extends Known {
  name: string;
  code: string;
  message: string;
}

interface RecordColumns extends Known {
  row: Generated<Count>;
  id: string;
  document: string;
  at: Moment;
  node: string;
  situation: string | null;
  origin: string;
  family: string | null;
  review: Generated<Review>;
  rule: string;
  record: Json;
  search: Generated<string>;
}

/** What people said of a record: nothing yet, that it is right, that it is wrong, or how it is to read. */
export type Review = 'none' | 'accepted' | 'rejected' | 'edited';

export interface StatementsTable extends RecordColumns {
  act: string;
  attitude: boolean;
  quotation: string;
  speakers: string[];
  channels: string[];
  source: string | null;
  cue: string;
  content: string;
  addressee: string | null;
  said_start: Moment | null;
  said_end: Moment | null;
  country: string | null;
  parent: string | null;
  about: Generated<string[]>;
}

export interface EventsTable extends RecordColumns {
  type: string;
  mode: string | null;
  contexts: string[];
  realis: string;
  actors: string[];
  recipients: string[];
  trigger: string;
  starts: Moment | null;
  ends: Moment | null;
  grain: string | null;
  place: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  place_id: string | null;
  precision: string | null;
  asserted_by: string[];
  statement: string | null;
  sentence: string;
}

export interface ParticipantsTable extends Known {
  kind: 'statement' | 'event';
  role: 'speaker' | 'actor' | 'recipient';
  actor: string;
  label: string;
  at: Moment;
  row: Count;
}

export interface NodesTable extends Known {
  kind: string;
  id: string;
  name: string;
  at: Moment;
  reports: number;
  publishers: number;
  origins: number;
  keys: string[];
  review: Generated<Review>;
  summary: Json;
}

export interface NodeKeysTable {
  /** `keyHash` of a kind and a key. */
  key: Count;
  node: string;
  /** The entry with which the node last changed. */
  since: Count;
}

export interface MembersTable extends Known {
  kind: string;
  node: string;
  document: string;
  record: string;
  reason: string;
}

export interface RedirectsTable extends Known {
  kind: string;
  source: string;
  target: string;
  reason: string;
}

export interface FingerprintsTable {
  value: Count;
  document: string;
}

export interface CorrectionsTable {
  id: string;
  since: Count;
  author: string;
  why: string | null;
  action: string;
  kind: string;
  document: string | null;
  record: string | null;
  target: Json;
  change: Json;
  undone_by: string | null;
  /** The entry with which it was taken back. */
  undone_at: ColumnType<number | null, number | null | undefined, number | null>;
  /** Who took it back, and why. */
  undone_author: ColumnType<string | null, string | null | undefined, string | null>;
  undone_why: ColumnType<string | null, string | null | undefined, string | null>;
  state: string;
}

export interface UnanchoredTable extends Known {
  correction: string;
}

export interface PassedOverTable {
  seq: Count;
  kind: string;
  message: string;
}

export interface InboxTable {
  id: string;
  name: string;
  document: string;
  at: Generated<Moment>;
}

export interface SettingsTable extends Known {
  kind: string;
  key: string;
  value: Json;
}

export interface DeliveriesTable {
  id: string;
  hook: string;
  at: Moment;
  state: string;
  attempts: Json;
  due: Moment;
  body: string;
  owner: string | null;
  lease: Moment | null;
}

export interface ToldTable {
  one: Generated<number>;
  seq: Count;
}

/** The tables of a ledger (`migrations/`), embedded or on a server. */
export interface Tables {
  moments: MomentsTable;
  journal: JournalTable;
  documents: DocumentsTable;
  readouts: ReadoutsTable;
  failures: FailuresTable;
  statements: StatementsTable;
  events: EventsTable;
  participants: ParticipantsTable;
  daily: DailyTable;
  daily_pasts: PastTable;
  report_changes: ReportChangesTable;
  pairs: PairsTable;
  pair_pasts: PastTable;
  lanes: LanesTable;
  lane_pasts: LanePastsTable;
  sites: SitesTable;
  site_pasts: PastTable;
  nodes: NodesTable;
  node_keys: NodeKeysTable;
  members: MembersTable;
  redirects: RedirectsTable;
  fingerprints: FingerprintsTable;
  corrections: CorrectionsTable;
  unanchored: UnanchoredTable;
  passed_over: PassedOverTable;
  settings: SettingsTable;
  inbox: InboxTable;
  deliveries: DeliveriesTable;
  told: ToldTable;
}
