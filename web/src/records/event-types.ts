/** Types of events (PLOVER), as the API names them. */
export { eventTypes } from '../api/schema.ts';
