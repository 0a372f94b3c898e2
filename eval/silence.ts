import type { Readout } from '../src/readout/index.ts';
import type { EventRow } from './event-class.ts';
import type { Read } from './event-reader.ts';
import { shareFigure, type Table } from './report.ts';

type Event = Readout['events'][number];

/** A statement or appeal, in the file of CAMEO classes. */
const isSpeech = ({ set, events: [event] }: EventRow): boolean => set === 'cameo_class_train' && event?.penta === 0;

const distinct = (rows: readonly EventRow[]): string[] => [...new Set(rows.map(({ text }) => text))];

/** An event that no statement is, and that nobody only tells, asks for or foresees: what the report itself tells as done or arranged. */
export const isTold = ({ statement, assertedBy, realis }: Event): boolean =>
  statement === null && assertedBy.length === 0 && (realis === 'actual' || realis === 'planned');

const say = (events: readonly Event[]): string => `${events.map(({ type, trigger }) => `${type} ${trigger.text}`)}`;

/** How often nothing is found where nothing happens, and nothing but speech where somebody only speaks. */
export const scoreSilence = async (rows: readonly EventRow[], read: Read, wanted: boolean): Promise<Table[]> => {
  const errors: string[] = [];
  const none = distinct(rows.filter(({ expect }) => expect === 'none'));
  const speech = distinct(rows.filter(isSpeech));
  if (none.length === 0 || speech.length === 0) return [];
  let [silent, unspoken, untold] = [0, 0, 0];
  for (const text of [...none, ...speech]) {
    const { events } = await read(text);
    const deeds = events.filter(({ statement }) => statement === null);
    if (none.includes(text)) {
      if (events.length === 0) silent += 1;
      else errors.push(`none: ${say(events)}: ${text}`);
    } else if (deeds.length > 0) errors.push(`speech: ${say(deeds)}: ${text}`);
    if (deeds.length === 0) unspoken += 1;
    if (!deeds.some(isTold)) untold += 1;
  }
  const all = none.length + speech.length;
  const figures = [
    shareFigure('events/silent', `nothing found in ${none.length} that hold no event`, silent, none.length),
    shareFigure(
      'events/silent/deeds',
      `no event but speech, in these and ${speech.length} that only speak`,
      unspoken,
      all,
    ),
    shareFigure('events/silent/told', '  none that the report itself tells as done or arranged', untold, all),
  ];
  return [{ task: 'events', title: 'sentences in which nothing happens', figures, errors: wanted ? errors : [] }];
};
