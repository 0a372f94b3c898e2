/** Of the attributes that a prescan meets, the two things that name an encoding. */
interface Attribute {
  readonly name: string;
  readonly value: string;
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /[\t\n\f\r ]/.test(character);

/** The start of a page, read as the prescan of the Encoding Sniffing Algorithm reads bytes: a place in it that moves on. */
class Head {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get here(): string | undefined {
    return this.text[this.at];
  }

  skip(isOne: (character: string | undefined) => boolean): void {
    while (isOne(this.here)) this.at += 1;
  }

  /** Moves behind the next `needle`, or to the end. */
  pass(needle: string, from: number): void {
    const found = this.text.indexOf(needle, from);
    this.at = found < 0 ? this.text.length : found + needle.length;
  }

  /** "Get an attribute": null at the end of the tag. */
  attribute(): Attribute | null {
    this.skip((character) => isSpace(character) || character === '/');
    if (this.here === undefined || this.here === '>') return null;
    const start = this.at;
    // A "=" that opens a name is part of it.
    this.at += 1;
    this.skip((character) => character !== undefined && !/[\t\n\f\r />=]/.test(character));
    const name = this.text.slice(start, this.at).toLowerCase();
    this.skip(isSpace);
    if (this.here !== '=') return { name, value: '' };
    this.at += 1;
    this.skip(isSpace);
    return { name, value: this.#value().toLowerCase() };
  }

  #value(): string {
    const quote = this.here;
    if (quote === '"' || quote === "'") {
      const start = this.at + 1;
      this.pass(quote, start);
      return this.text.slice(start, this.at - 1);
    }
    const start = this.at;
    this.skip((character) => character !== undefined && !isSpace(character) && character !== '>');
    return this.text.slice(start, this.at);
  }
}

/** The encoding that a label names, as browsers read it ("latin1" → "windows-1252"); null if it names none that Readout can decode. */
export const encodingOf = (label: string): string | null => {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
};

/** "Extract a character encoding from a meta element": of "text/html; charset=koi8-r", koi8-r. */
export const charsetIn = (content: string): string | null => {
  const label = /charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^"'\s;][^\s;]*))/i.exec(content);
  return label === null ? null : encodingOf(label[1] ?? label[2] ?? label[3] ?? '');
};

/** A page that says in ASCII that it is UTF-16 is not; "x-user-defined" is what old scripts said of bytes. */
const believed = (encoding: string | null): string | null => {
  if (encoding === null) return null;
  if (encoding.startsWith('utf-16')) return 'utf-8';
  return encoding === 'x-user-defined' ? 'windows-1252' : encoding;
};

const readMeta = (head: Head): string | null => {
  const seen = new Map<string, string>();
  for (let found = head.attribute(); found !== null; found = head.attribute())
    if (!seen.has(found.name)) seen.set(found.name, found.value);
  const charset = seen.get('charset');
  if (charset !== undefined) return believed(encodingOf(charset));
  return seen.get('http-equiv') === 'content-type' ? believed(charsetIn(seen.get('content') ?? '')) : null;
};

/** Reads what a "<" opens; the encoding, if that is a meta element that names one. */
const readMark = (head: Head): string | null => {
  const { text, at } = head;
  const ahead = text.slice(at, at + 6).toLowerCase();
  if (ahead.startsWith('<!--')) {
    head.pass('-->', at + 2);
    return null;
  }
  if (/^<meta[\t\n\f\r /]/.test(ahead)) {
    head.at = at + 5;
    return readMeta(head);
  }
  if (/^<\/?[a-z]/.test(ahead)) {
    head.skip((character) => character !== undefined && !isSpace(character) && character !== '>');
    while (head.attribute() !== null);
    return null;
  }
  if (/^<[!/?]/.test(ahead)) head.pass('>', at + 1);
  else head.at = at + 1;
  return null;
};

const xmlEncoding = (text: string): string | null => {
  const named = /^<\?xml[^>]*?[\t\n\f\r ]encoding[\t\n\f\r ]*=[\t\n\f\r ]*(["'])([^"'>]{1,40})\1/.exec(text)?.[2];
  return named === undefined ? null : believed(encodingOf(named));
};

/** Browsers look at 1,024 bytes first and begin again where a later meta element names an encoding; so much is more than either needs. */
const PRESCAN_BYTES = 65_536;

/**
 * The encoding that a page or an XML file names in its own first bytes, by the prescan of the WHATWG's HTML standard
 * (13.2.3.2): comments, other tags and quoted values are stepped over; null if it names none.
 */
export const prescan = (bytes: Uint8Array): string | null => {
  const head = new Head(new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES)));
  for (let at = head.text.indexOf('<'); at >= 0; at = head.text.indexOf('<', head.at)) {
    head.at = at;
    const encoding = readMark(head);
    if (encoding !== null) return encoding;
  }
  return xmlEncoding(head.text);
};
