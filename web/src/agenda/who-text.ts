import type { AgendaNode } from '../api/schema.ts';

/** Whose item it is, and where: `Norland, Sudmark · Oslo`. */
export const whoText = ({ actors, summary }: AgendaNode): string => {
  const who = actors.map(({ name }) => name).join(', ') || 'nobody named';
  return summary.place === null ? who : `${who} · ${summary.place}`;
};
