import type { RecordItem } from '../../service/index.ts';
import { actWords, enumerate, oneLine } from '../page/words.ts';

type Span = { readonly start: number; readonly end: number; readonly text: string };

const evidenceOf = ({ record }: RecordItem): readonly Span[] =>
  'cue' in record
    ? [...(record.source === null ? [] : [record.source]), record.cue, ...record.content]
    : [record.trigger, ...record.mentions];

const wordsOf = (item: RecordItem): string => {
  const names = (actors: readonly { readonly name: string }[]): string => enumerate(actors.map(({ name }) => name));
  if (item.kind === 'statement') return `${names(item.speakers) || 'somebody unnamed'} ${actWords[item.record.act]}`;
  const whom = item.recipients.length === 0 ? '' : ` → ${names(item.recipients)}`;
  return `${item.record.type} (${item.record.realis}): ${names(item.actors) || 'somebody'}${whom}`;
};

/**
 * A record as a W3C Web Annotation: its words are quoted from the report's page where it has an address, and from its text
 * (`urn:readout:` and the report's id) where it has none.
 */
export const recordAnnotation = (item: RecordItem): object => {
  const { report, id, kind, review, node } = item;
  const source = report.url ?? `urn:readout:${report.id}`;
  const spans = evidenceOf(item);
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:readout:${report.id}:${id}`,
    type: 'Annotation',
    motivation: 'classifying',
    body: [
      { type: 'TextualBody', purpose: 'classifying', value: kind },
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'text/plain',
        language: 'en',
        value: oneLine(wordsOf(item)),
      },
      { type: 'SpecificResource', purpose: 'identifying', source: `urn:readout:${node}` },
      ...(review === 'none' ? [] : [{ type: 'TextualBody', purpose: 'assessing', value: review }]),
    ],
    target: spans
      .filter(
        ({ start, end }, index) => spans.findIndex((other) => other.start === start && other.end === end) === index,
      )
      .map(({ text }) => ({ source, selector: { type: 'TextQuoteSelector', exact: text } })),
  };
};
