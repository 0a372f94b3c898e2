import { isReadable } from '../../readout/index.ts';
import { actorsSection } from './actors.ts';
import { agendaSection } from './agenda.ts';
import { disputesSection } from './disputes.ts';
import { eventsSection } from './events.ts';
import { namedSections } from './named.ts';
import type { Section } from './row.ts';
import { saidSection } from './said.ts';
import { shownStatements, type View } from './view.ts';
import { sayTime } from './when.ts';
import { count, enumerate, oneLine } from './words.ts';

/** What stands at the head of a page. */
export interface Head {
  readonly title: string;
  readonly dek: string | null;
  /** By whom, where and when. */
  readonly origin: readonly string[];
  readonly url: string | null;
  /** "9 statements · 7 events · 2 agenda items". */
  readonly counts: string;
}

/** A readout as a page: a head, sections of rows, warnings. */
export interface Page {
  readonly head: Head;
  readonly sections: readonly Section[];
  readonly warnings: readonly string[];
}

const headOf = ({ readout, name }: View): Head => {
  const { document } = readout;
  const byline = document.byline.length > 0 ? [`By ${enumerate(document.byline.map(oneLine))}`] : [];
  const published = document.published === null ? 'no date' : sayTime(document.published);
  return {
    title: oneLine(document.title ?? name),
    dek: document.dek === null ? null : oneLine(document.dek),
    origin: [
      ...byline,
      ...[document.agency, document.publisher].flatMap((part) => (part === null ? [] : [oneLine(part)])),
      published,
      ...(document.dateline?.place ? [oneLine(document.dateline.place)] : []),
    ],
    url: document.url === null ? null : oneLine(document.url),
    counts: (isReadable(document)
      ? [
          count(shownStatements(readout).length, 'statement'),
          count(readout.events.length, 'event'),
          count(readout.agenda.length, 'agenda item'),
          count(readout.disputes.length, 'dispute'),
          count(readout.actors.length, 'actor'),
        ]
      : ['not read']
    ).join(' · '),
  };
};

/** The page of a readout; `explain` adds the rule and tree behind each row. */
export const pageOf = (view: View, explain: boolean): Page => ({
  head: headOf(view),
  // Of a report that was not read, "nobody is quoted" would be a false thing to say.
  sections: isReadable(view.readout.document)
    ? [
        saidSection(view, explain),
        agendaSection(view, explain),
        eventsSection(view, explain),
        disputesSection(view, explain),
        actorsSection(view),
        ...(explain ? namedSections(view) : []),
      ]
    : [],
  warnings: view.readout.warnings.map(({ message }) => oneLine(message)),
});
