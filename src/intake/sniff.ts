import { ReadoutError } from './error.ts';

/** A kind of file that is no text: the bytes it opens with, what it is, and what a person can do about it. */
interface Magic {
  readonly bytes: readonly number[];
  readonly offset?: number;
  readonly what: string;
  readonly advice: string;
}

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));
const picture = 'export the report as text, or paste its words into a .txt file';
const archive = 'unpack it first and read the files inside';

const magics: readonly Magic[] = [
  {
    bytes: ascii('%PDF-'),
    what: 'a PDF',
    advice: 'save its text first (for example: pdftotext report.pdf report.txt)',
  },
  { bytes: [0x89, ...ascii('PNG')], what: 'a PNG picture', advice: picture },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture', advice: picture },
  { bytes: ascii('GIF8'), what: 'a GIF picture', advice: picture },
  { bytes: ascii('WEBP'), offset: 8, what: 'a WebP picture', advice: picture },
  { bytes: ascii('II*\0'), what: 'a TIFF picture', advice: picture },
  { bytes: ascii('MM\0*'), what: 'a TIFF picture', advice: picture },
  { bytes: ascii('BM'), offset: 0, what: 'a BMP picture', advice: picture },
  {
    bytes: [0x50, 0x4b, 3, 4],
    what: 'a ZIP archive or an office document',
    advice: `${archive}, or save the document as text`,
  },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive', advice: 'unpack it first (gunzip)' },
  { bytes: ascii('BZh'), what: 'a bzip2 archive', advice: 'unpack it first (bunzip2)' },
  { bytes: [0xfd, ...ascii('7zXZ')], what: 'an xz archive', advice: 'unpack it first (unxz)' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'a Zstandard archive', advice: 'unpack it first (unzstd)' },
  { bytes: ascii('7z\xbc\xaf'), what: 'a 7-Zip archive', advice: archive },
  { bytes: ascii('Rar!'), what: 'a RAR archive', advice: archive },
  { bytes: ascii('ustar'), offset: 257, what: 'a tar archive', advice: archive },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old office document', advice: 'save it as text' },
  { bytes: ascii('{\\rtf'), what: 'an RTF document', advice: 'save it as plain text' },
  { bytes: ascii('SQLite format 3'), what: 'an SQLite database', advice: 'export the reports as text' },
  { bytes: [0x7f, ...ascii('ELF')], what: 'a program', advice: 'name a file of text instead' },
  { bytes: ascii('ID3'), what: 'a sound file', advice: 'name a transcript instead' },
  { bytes: ascii('OggS'), what: 'a sound or film file', advice: 'name a transcript instead' },
  { bytes: ascii('ftyp'), offset: 4, what: 'a film or sound file', advice: 'name a transcript instead' },
  {
    bytes: ascii('bplist'),
    what: 'a binary property list',
    advice: 'save the page as HTML instead of as a web archive',
  },
];

/** How many bytes at the start of a file tell what it is. */
export const SNIFF_BYTES = 65_536;

const holds = (bytes: Uint8Array, magic: Magic): boolean => {
  const offset = magic.offset ?? 0;
  return magic.bytes.every((byte, index) => bytes[offset + index] === byte);
};

/** Two letters are too few to condemn a text by: "BM" counts only with the zero bytes of a picture's header after it. */
const isLikely = (bytes: Uint8Array, magic: Magic): boolean =>
  magic.what !== 'a BMP picture' || bytes.subarray(6, 10).every((byte) => byte === 0);

const byteOrderMark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** The Unicode encoding in units of two bytes that bytes without a byte order mark seem to be in: every second byte is zero. */
export const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const head = bytes.subarray(0, 4096);
  if (head.length < 4) return null;
  const zeros: [number, number] = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  const half = head.length / 2;
  if (zeros[1] > half * 0.6 && zeros[0] < half * 0.1) return 'utf-16le';
  if (zeros[0] > half * 0.6 && zeros[1] < half * 0.1) return 'utf-16be';
  return null;
};

const controlShare = (bytes: Uint8Array): number => {
  let controls = 0;
  for (const byte of bytes) if (byte === 0 || (byte < 32 && ![9, 10, 12, 13, 27].includes(byte))) controls += 1;
  return bytes.length === 0 ? 0 : controls / bytes.length;
};

/** Throws a `ReadoutError` that names `name` if its first bytes show that it is no text. */
export const refuseBinary = (name: string, bytes: Uint8Array): void => {
  const head = bytes.subarray(0, SNIFF_BYTES);
  const magic = magics.find((each) => holds(head, each) && isLikely(head, each));
  if (magic !== undefined)
    throw new ReadoutError('binary-input', `${name} is ${magic.what}; ${magic.advice}.`, { name, what: magic.what });
  if (byteOrderMark(head) || wideEncoding(head) !== null) return;
  if (controlShare(head) > 0.01)
    throw new ReadoutError(
      'binary-input',
      `${name} is no text: it holds zero bytes or control characters; name a file of plain text, Markdown or HTML.`,
      { name },
    );
};
