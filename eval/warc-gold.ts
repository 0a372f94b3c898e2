import { gunzipSync } from 'node:zlib';
import type { ReportItem } from '../src/intake/index.ts';

/** A record as a plain walk over an archive finds it, sharing no code with the reader: where it begins, its address, and whether it is a page. */
interface WalkedRecord {
  readonly url: string | null;
  readonly isPage: boolean;
  /** The title of the page. */
  readonly title: string | null;
}

/** One thing compared: what the reader found, and what the walk did. */
export interface WarcCheck {
  readonly what: string;
  readonly own: unknown;
  readonly wanted: unknown;
  readonly isRight: boolean;
}

const field = (header: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*\\r?$`, 'im').exec(header)?.[1] ?? null;

const titleOf = (block: string): string | null =>
  /<title>\s*([^<]*?)\s*<\/title>/i.exec(block)?.[1]?.replace(/\s+/g, ' ') ?? null;

/** The words of a page, out of its packing if it begins like gzip; what follows it in the record does no harm here. */
const opened = (block: string): string => {
  const body = block.slice(block.search(/\r?\n\r?\n/)).replace(/^\s+/, '');
  if (!body.startsWith('\u001f\u008b')) return block;
  const bytes = Buffer.from(body.replace(/(?:\r?\n)+$/, ''), 'latin1');
  try {
    return gunzipSync(bytes).toString('latin1');
  } catch {
    return '';
  }
};

const walkWarc = (text: string): readonly WalkedRecord[] =>
  text
    .split(/^(?=WARC\/1\.\d\r?$)/m)
    .filter((part) => part.startsWith('WARC/'))
    .map((part) => {
      const [header = '', ...rest] = part.split(/\r?\n\r?\n/);
      const block = part.slice(part.indexOf(rest[0] ?? '', header.length));
      const type = field(header, 'WARC-Type');
      const inner = type === 'response' ? (rest[0] ?? '') : header;
      const isFound =
        type === 'response' ? /^HTTP\/\S+ 200\b/.test(block) : type === 'resource' || type === 'conversion';
      const isPage = isFound && /^text\/html/i.test(field(inner, 'Content-Type') ?? '');
      return {
        url: field(header, 'WARC-Target-URI')?.replace(/^<|>$/g, '') ?? null,
        isPage,
        title: isPage ? titleOf(opened(block)) : null,
      };
    });

const walkArc = (text: string): readonly WalkedRecord[] =>
  text
    .split(/^(?=(?:https?|filedesc):\/\/.* \d{8,18} \S+ \S+\r?$)/m)
    .filter((part) => part.trim() !== '')
    .map((part) => ({
      url: /^(.*?) \d+\.\d+\.\d+\.\d+ /.exec(part)?.[1] ?? null,
      isPage: /\nHTTP\/\S+ 200 .*\n(?:.+\n)*Content-Type: text\/html/i.test(part.replaceAll('\r', '')),
      title: titleOf(part),
    }));

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const numberOf = (item: ReportItem): number => Number(/#(\d+)(?: |$)/.exec(item.name)?.[1] ?? 0);

/** Compares what was read from a web archive with what a plain walk finds in it: the number of records, which of them are pages, their addresses and titles. */
export const checkWarc = (items: readonly ReportItem[], bytes: Uint8Array): readonly WarcCheck[] => {
  const text = (isGzip(bytes) ? gunzipSync(bytes) : Buffer.from(bytes)).toString('latin1');
  const walked = text.startsWith('filedesc:') ? walkArc(text) : walkWarc(text);
  const numbered = new Map(items.filter((item) => numberOf(item) > 0).map((item) => [numberOf(item), item]));
  const check = (what: string, own: unknown, wanted: unknown): WarcCheck => ({
    what,
    own,
    wanted,
    isRight: own === wanted,
  });
  return [
    check('records', numbered.size, walked.length),
    ...walked.flatMap((record, index) => {
      const item = numbered.get(index + 1);
      const place = `record ${index + 1}`;
      const isReport = item?.kind === 'report';
      if (!isReport || !record.isPage) return [check(`${place} is a page`, isReport, record.isPage)];
      const document = item.document;
      return [
        check(`${place} is a page`, true, true),
        check(`${place}: address`, item.name.slice(item.name.indexOf(' ') + 1), record.url),
        check(`${place}: title`, document.text.includes(record.title ?? '\0'), true),
      ];
    }),
  ];
};
