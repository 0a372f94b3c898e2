import { toSelectors } from '../../intake/index.ts';
import type { Readout } from '../../readout/index.ts';
import { parties, standing, type View } from '../page/view.ts';
import { actWords, oneLine } from '../page/words.ts';
import type { Format } from './format.ts';

type Evidence = Readout['events'][number]['trigger'];

/** A row as an annotation tells it: what kind it is, in which words, and on which it rests. */
interface Row {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

const rowsOf = (view: View): readonly Row[] => {
  const { statements, events, times, places, actors } = view.readout;
  return [
    ...statements.map((row) => ({
      id: row.id,
      kind: 'statement',
      words: `${view.speaker(row)} ${actWords[row.act]}`,
      evidence: [...(row.source === null ? [] : [row.source]), row.cue, ...row.content],
    })),
    ...events.map((row) => ({
      id: row.id,
      kind: 'event',
      words: `${row.type} (${row.realis}): ${parties(row, view)}`,
      evidence: [row.trigger, ...row.mentions],
    })),
    ...times.map((row) => ({ id: row.id, kind: 'time', words: row.value ?? 'unresolved', evidence: [row.span] })),
    ...places.map((row) => ({
      id: row.id,
      kind: 'place',
      words: [row.name, row.country].filter((part) => part !== null).join(', '),
      evidence: [row.span],
    })),
    ...actors.map((row) => ({
      id: row.id,
      kind: 'actor',
      words: [row.name, standing(row)].filter((part) => part !== '').join(', '),
      evidence: row.mentions,
    })),
  ];
};

const isSame = (a: Evidence, b: Evidence): boolean => a.start === b.start && a.end === b.end;

/** The same words in the page, by what stands around them, and in the readout's text, by their number: a position in one is none in the other. */
const targetsOf = ({ document: { id, url }, text }: Readout, span: Evidence): readonly object[] => {
  const { quote, position } = toSelectors({ text }, span);
  const source = `urn:sha256:${id}`;
  if (url === null) return [{ source, selector: [quote, position] }];
  return [
    { source: url, selector: quote },
    { source, selector: position },
  ];
};

const annotationOf = ({ readout }: View, { id, kind, words, evidence }: Row): object => ({
  id: `urn:readout:${readout.document.id}:${id}`,
  type: 'Annotation',
  motivation: 'classifying',
  body: [
    { type: 'TextualBody', purpose: 'classifying', value: kind },
    { type: 'TextualBody', purpose: 'describing', format: 'text/plain', language: 'en', value: oneLine(words) },
  ],
  target: evidence
    .filter((span, index) => evidence.findIndex((other) => isSame(span, other)) === index)
    .flatMap((span) => targetsOf(readout, span)),
});

const collectionOf = (view: View): object => {
  const items = rowsOf(view).map((row) => annotationOf(view, row));
  const { document, engine } = view.readout;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:readout:${document.id}`,
    type: 'AnnotationCollection',
    label: oneLine(document.title ?? view.name),
    generator: { type: 'Software', name: `Readout ${engine.version}` },
    total: items.length,
    first: { id: `urn:readout:${document.id}:page-1`, type: 'AnnotationPage', startIndex: 0, items },
  };
};

/** Rows as W3C Web Annotations (JSON-LD): one collection for one report, an array for several. */
export const annotationsFormat: Format = ({ several }) => {
  let written = 0;
  const lead = (): string => (written++ > 0 ? ',\n' : '');
  return {
    open: several ? '[\n' : '',
    page: (view) => lead() + JSON.stringify(collectionOf(view), null, 2),
    close: () => (several ? `${written > 0 ? '\n' : ''}]\n` : '\n'),
  };
};
