import { contentTypeOf } from '../content-type.ts';
import type { IntakeWarning } from '../decode.ts';
import { ReadoutError } from '../error.ts';
import { DEFAULT_LIMIT, tooLarge } from '../read-input.ts';
import type { Reading, ReportFormat } from '../report-format.ts';
import { failure, type ReportItem } from '../report-item.ts';
import { bytesSource, type Source } from '../source.ts';
import { ByteReader } from './byte-reader.ts';
import { bodyOf, type HttpMessage, readHttp } from './http-message.ts';
import { isWarc, WarcReader, type WarcRecord } from './warc-records.ts';

/** A record's headers come on top of the page that it holds. */
const ROOM_FOR_HEADERS = 65_536;

const isPage = (type: string | null): boolean => type === 'text/html' || type === 'application/xhtml+xml';

/** What of a record tells what it holds. */
type Held = Pick<WarcRecord, 'type' | 'contentType' | 'block'>;

/** A page in a record, or what it is instead. */
type Holding = { readonly message: HttpMessage; readonly isText: boolean } | { readonly what: string };

const ofResponse = (record: Held): Holding => {
  const message = readHttp(record.block);
  if (message === null) return { what: 'a response that is not HTTP' };
  if (message.status !== 200) return { what: `a response with status ${message.status}` };
  if (isPage(message.type) || message.type === 'application/pdf') return { message, isText: false };
  return { what: message.type === null ? 'a response of no type' : `a response of type ${message.type}` };
};

/** A resource or a conversion is what it says it is, without HTTP around it. */
const ofContent = ({ type, contentType, block }: Held): Holding => {
  const content = contentTypeOf(contentType);
  const isText = type === 'conversion' && content.type === 'text/plain';
  if (!isPage(content.type) && !isText) return { what: `a ${type} of type ${content.type ?? 'unknown'}` };
  return { message: { status: 200, ...content, fields: new Map(), body: block }, isText };
};

const holdingOf = (record: Held): Holding => {
  if (record.type === 'response') return ofResponse(record);
  if (record.type === 'resource' || record.type === 'conversion') return ofContent(record);
  return { what: record.type === '' ? 'a record of no type' : `a record of type ${record.type}` };
};

const spoilt = (name: string, { fault, length }: WarcRecord): ReadoutError | null => {
  const data = { name, length };
  if (fault === 'no-length')
    return new ReadoutError('damaged-record', `${name} does not say how long it is; it was left out.`, data);
  if (fault === 'damaged')
    return new ReadoutError(
      'damaged-record',
      `${name} is damaged (its check sum or packing is wrong); it was left out.`,
      data,
    );
  if (fault === 'cut')
    return new ReadoutError(
      'truncated-record',
      `${name} is cut: the file ends before the ${length} bytes that it announces; get the file again.`,
      data,
    );
  return null;
};

/** Whether a response whose record is cut has all the same the whole of its body. */
const isWhole = ({ fields, body }: HttpMessage): boolean => {
  const length = fields.get('content-length');
  return length !== undefined && !fields.has('transfer-encoding') && body.length >= Number(length);
};

const lengthWarning = (name: string): IntakeWarning => ({
  code: 'record-length',
  message: `${name} is longer or shorter than its record says; it was read up to where the next record begins.`,
});

/** The items of a record whose length is wrong, with a warning that says so. */
async function* warned(items: AsyncGenerator<ReportItem>, name: string): AsyncGenerator<ReportItem> {
  for await (const item of items)
    yield item.kind === 'report' ? { ...item, warnings: [...item.warnings, lengthWarning(name)] } : item;
}

async function* readRecord(record: WarcRecord, source: Source, reading: Reading): AsyncGenerator<ReportItem> {
  const name = `${source.name}#${record.number}${record.url === null ? '' : ` ${record.url}`}`;
  const limit = reading.options.limit ?? DEFAULT_LIMIT;
  const holding = holdingOf(record);
  const fault = spoilt(name, record);
  const isSound = record.fault === 'cut' && 'message' in holding && isWhole(holding.message);
  // A request that is damaged loses nobody a report; one that is cut says that the file is.
  if (fault !== null && !isSound && ('message' in holding || record.fault !== 'damaged')) {
    yield failure(name, fault);
    return;
  }
  if ('what' in holding) {
    yield { kind: 'skipped', name, what: holding.what };
    return;
  }
  try {
    if (record.length !== null && record.length > limit + ROOM_FOR_HEADERS) throw tooLarge(name, record.length, limit);
    const { message, isText } = holding;
    const bytes = bodyOf(message, name, limit);
    const known = {
      url: record.url,
      charset: message.charset,
      ...(isText && { format: 'text' as const }),
    };
    const items = reading.inside(bytesSource(name, bytes), known);
    yield* record.fault === 'none' ? items : warned(items, name);
  } catch (error) {
    yield failure(name, error);
  }
}

async function* readWarc(source: Source, reading: Reading): AsyncGenerator<ReportItem> {
  const reader = new WarcReader(new ByteReader(source.chunks()), {
    limit: (reading.options.limit ?? DEFAULT_LIMIT) + ROOM_FOR_HEADERS,
    gaps: source.gaps ?? [],
    isWanted: (record) => 'message' in holdingOf(record),
  });
  for (let record = await reader.next(); record !== null; record = await reader.next())
    yield* readRecord(record, source, reading);
}

/** Web archives: WARC (ISO 28500) and ARC, record by record. Pages are read from responses with status 200, resources and conversions. */
export const warc: ReportFormat = {
  endings: ['.warc', '.arc', '.wet'],
  is: (_, head) => isWarc(head),
  read: readWarc,
};
