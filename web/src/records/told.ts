import type { RecordItem } from '../api/record.ts';

const namesOf = (actors: readonly { readonly name: string }[], nobody: string): string =>
  actors.length === 0 ? nobody : actors.map(({ name }) => name).join(', ');

/** A text cut between words: `abc def ghi`, 8 → `abc def …`. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most) + 1 || most).trimEnd()} …`;

/** The words that a telling is made of: the sentence of an event, what is said in a statement. */
export const wordsOf = (item: RecordItem): string =>
  item.kind === 'event' ? item.sentence : item.record.content.map(({ text }) => text).join(' … ');

/** What an event or statement goes by, since it has no name: `Norland CONSULT Sudmark`, `Norland: “we shall not …”`. */
export const nameOf = (item: RecordItem): string => {
  if (item.kind === 'statement')
    return `${namesOf(item.speakers, item.record.source?.text ?? 'Somebody')}: “${shortened(wordsOf(item), 60)}”`;
  const whom = item.recipients.length === 0 ? '' : ` ${namesOf(item.recipients, '')}`;
  return `${namesOf(item.actors, 'Somebody')} ${item.record.type}${whom}`;
};
