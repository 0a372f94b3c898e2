import type { EventType } from '../records.ts';

/** What is done on somebody's ground is done to those who live there: a raid on a town, a curfew in it, aid to it. */
export const FELT_BY_ALL: readonly EventType[] = ['ASSAULT', 'COERCE', 'SANCTION', 'AID', 'RETREAT', 'CONCEDE'];

/** Acts that may be done to a place: those that all feel who live there, threats, promises and refusals of them, and troops sent there. */
export const GROUNDED: readonly EventType[] = [...FELT_BY_ALL, 'THREATEN', 'AGREE', 'MOBILIZE', 'REJECT'];
