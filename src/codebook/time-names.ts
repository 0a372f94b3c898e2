import type { CalendarEntry, TimeRuleEntry } from './calendar.ts';
import type { CheckedEntry } from './contradictions.ts';
import { noneOf } from './pattern-mistakes.ts';
import type { SourceEntry } from './source.ts';

const CLASS = /(?<!\\[pP])\{([A-Za-z]+)\}/g;

/** Classes of words that patterns of times name and nobody defines; such a pattern would never match. */
export const unknownNames = (
  entries: readonly CheckedEntry[],
): { readonly source: SourceEntry; readonly path: readonly PropertyKey[]; readonly message: string }[] => {
  const known = entries.filter(({ source }) => source.section === 'calendar').map(({ source }) => source.id);
  return entries
    .filter(({ source }) => source.section === 'calendar' || source.section === 'times')
    .flatMap(({ source, checked }) => {
      const { pattern = '' } = checked as CalendarEntry | TimeRuleEntry;
      const strange = [...pattern.matchAll(CLASS)].map(([, name = '']) => name).filter((name) => !known.includes(name));
      return [...new Set(strange)].map((name) => ({
        source,
        path: ['pattern'],
        message: noneOf('class of the section calendar', name, known),
      }));
    });
};
