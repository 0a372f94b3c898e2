import type { Event } from '../api/schema.ts';

/** Types of events (PLOVER), from going together to going against. */
export const eventTypes: readonly Event['type'][] = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'OCCASION',
];
