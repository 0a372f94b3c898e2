import type { FieldSource } from '../../text/index.ts';
import { decode } from '../decode.ts';
import { draftDocument } from '../draft-document.ts';
import { ReadoutError } from '../error.ts';
import { DEFAULT_LIMIT } from '../read-input.ts';
import type { Reading, ReportFormat } from '../report-format.ts';
import { type ReportItem, toItem } from '../report-item.ts';
import type { Source } from '../source.ts';
import { opensAsWire, readWire, type Wire } from './read-wire.ts';
import { toWireDraft } from './wire-facts.ts';
import type { WireItem } from './wire-item.ts';

const signs =
  /"(?:headlines?|headline_\w+|bod(?:y_\w+|ies)|version_?created|pubstatus|representationtype|eventdetails)"\s*:/i;

/** Whether a text opens as one JSON value with the properties of ninjs; lines of JSON are another format. */
const opensAsNinjs = (head: string): boolean => {
  if (!/^\s*[[{]/.test(head) || /^\s*\{[^\n]*\}\s*\n\s*\{/.test(head)) return false;
  return /"uri"\s*:\s*"/.test(head) && signs.test(head);
};

/** What the format of a file is called in `document.sources`. */
const sourceNames: Readonly<Record<Wire['format'], FieldSource>> = {
  'newsml-g2': 'newsml',
  'newsml-1': 'newsml',
  nitf: 'nitf',
  ninjs: 'ninjs',
};

const toReport = (item: WireItem, name: string, wire: Wire): ReportItem => {
  if (item.kind === 'other') return { kind: 'skipped', name, what: item.what };
  return toItem(name, (warn) => {
    for (const warning of [...wire.warnings, ...item.warnings]) warn(warning);
    return draftDocument(toWireDraft(item.facts, sourceNames[wire.format]), name);
  });
};

/** A file that holds nothing to read says why, not only that it is empty. */
const nothingIn = ({ items }: Wire, name: string): ReadoutError => {
  const what = items.flatMap((item) => (item.kind === 'other' ? [item.what] : []));
  const said = what.length === 0 ? 'a message without items' : [...new Set(what)].slice(0, 3).join('; ');
  return new ReadoutError('no-report', `${name} is no report: it holds ${said}. Give the news items themselves.`, {
    name,
  });
};

async function* readItems(source: Source, { options }: Reading): AsyncGenerator<ReportItem> {
  const { name } = source;
  const { text, warnings } = decode(name, await source.bytes(options.limit ?? DEFAULT_LIMIT), options.charset);
  const read = readWire(text, name);
  if (read.items.every(({ kind }) => kind === 'other')) throw nothingIn(read, name);
  const wire = { ...read, warnings: [...warnings, ...read.warnings] };
  for (const [index, item] of wire.items.entries())
    yield toReport(item, wire.items.length > 1 ? `${name}#${index + 1}` : name, wire);
}

/** The formats of wires: NewsML-G2, NewsML 1, NITF and ninjs. */
export const wireFormat: ReportFormat = {
  endings: ['.xml', '.nitf', '.newsml', '.ninjs'],
  is: (_, head) => {
    const text = new TextDecoder().decode(head);
    return opensAsWire(text) || opensAsNinjs(text);
  },
  read: readItems,
};
