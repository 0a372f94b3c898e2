import { ReadoutError } from './error.ts';

/** Elements and nesting that no news page comes near; beyond them a tree costs minutes and gigabytes. */
const MOST_ELEMENTS = 200_000;
const DEEPEST = 256;
/** In characters: a longer tag holds a picture or a program, or was made to exhaust a reader; it loses its attributes. */
const LONGEST_TAG = 200_000;
/** Elements that a page may leave for the parser to close; each makes the tree deeper. */
const MOST_LEFT = 8;

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** Their content is no text; it is dropped whole, but for JSON-LD. */
const raw = set('script style svg template iframe noembed textarea xmp');
const empty = set('area base br col embed hr img input link meta param source track wbr keygen frame');
/** An open one is closed by the next of its kind, unless a container stands between. */
const closing = set('p li td th tr dt dd option thead tbody tfoot');
const containers = set(
  'div section article main body table td th ul ol dl blockquote figure aside nav header footer form',
);
const inline = set(
  'a abbr b bdi bdo big cite code em font i kbd mark q s samp small span strike strong sub sup time tt u var',
);

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly start: number;
  readonly end: number;
}

/** Finds tags and their ends in one pass: what is not ahead once is not looked for again. */
class Scanner {
  readonly source: string;
  readonly #absent = new Set<string>();

  constructor(source: string) {
    this.source = source;
  }

  /** Where `needle` next stands, or the end of the source. */
  find(needle: string, from: number): number {
    if (this.#absent.has(needle)) return this.source.length;
    const at = this.source.indexOf(needle, from);
    if (at >= 0) return at;
    this.#absent.add(needle);
    return this.source.length;
  }

  /** Where the closing tag of a raw element next stands; the end of the source if nowhere. */
  findClosing(name: string, from: number): number {
    const needle = `</${name}`;
    if (this.#absent.has(needle)) return this.source.length;
    const pattern = new RegExp(needle, 'gi');
    pattern.lastIndex = from;
    const match = pattern.exec(this.source);
    if (match !== null) return match.index;
    this.#absent.add(needle);
    return this.source.length;
  }

  /** The tag that opens at `start`; null if a "<" there opens none. */
  tag(start: number): Tag | null {
    const match = /^<(\/?)([a-z][a-z0-9:-]{0,40})/i.exec(this.source.slice(start, start + 48));
    if (match === null) return null;
    const end = this.#tagEnd(start + match[0].length);
    return { name: (match[2] ?? '').toLowerCase(), isClosing: match[1] === '/', start, end };
  }

  /** Behind the ">" that ends a tag; one inside a quoted value does not end it, unless the quote is never closed. */
  #tagEnd(from: number): number {
    let at = from;
    for (;;) {
      const end = this.find('>', at);
      const quote = /=\s*(["'])/.exec(this.source.slice(at, end));
      if (quote === null) return Math.min(end + 1, this.source.length);
      const close = this.find(quote[1] ?? '"', at + quote.index + quote[0].length);
      if (close >= this.source.length) return Math.min(end + 1, this.source.length);
      at = close + 1;
    }
  }
}

/** The open elements, as deep as a tree may go; of those beyond only the number is known. */
class Nesting {
  readonly #open: string[] = [];
  readonly #dropped = new Map<string, number>();
  /** How many elements the parser may hold open that are closed here: "<p><b><p>" ends a paragraph only in browsers. */
  #left = 0;

  /** What is to be written before an opening tag; null if that tag is not to stay. */
  enter(name: string): string | null {
    if (empty.has(name)) return '';
    const before = closing.has(name) && this.#dropped.size === 0 ? this.#close(name) : '';
    if (this.#open.length < DEEPEST && this.#dropped.size === 0) {
      this.#open.push(name);
      return before;
    }
    this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
    return null;
  }

  /** Once too many were left open, they are closed in the source too. */
  #close(name: string): string {
    const at = this.#open.lastIndexOf(name);
    if (at < 0 || this.#open.slice(at + 1).some((each) => containers.has(each))) return '';
    const count = this.#open.length - at;
    this.#open.length = at;
    if (count < 2) return '';
    this.#left += count;
    return this.#left > MOST_LEFT ? `</${name}>` : '';
  }

  /** As `enter`, of a closing tag. */
  leave(name: string): string | null {
    const dropped = this.#dropped.get(name) ?? 0;
    if (dropped > 0) {
      if (dropped === 1) this.#dropped.delete(name);
      else this.#dropped.set(name, dropped - 1);
      return null;
    }
    const at = this.#open.lastIndexOf(name);
    if (at >= 0) {
      this.#open.length = at;
      this.#dropped.clear();
    }
    return '';
  }
}

/** What takes the place of a tag that is too deep: a block still parts what stands before it from what comes after. */
const instead = (name: string): string => (inline.has(name) ? ' ' : '<br><br>');

/** Rewrites a page tag by tag. */
class Rewriter {
  readonly #scanner: Scanner;
  readonly #nesting = new Nesting();
  readonly #out: string[] = [];
  readonly #name: string;
  #elements = 0;
  #isAfterInstead = false;
  readonly #whole = new Set<string>();

  constructor(source: string, name: string) {
    this.#scanner = new Scanner(source);
    this.#name = name;
  }

  rewrite(): string {
    const { source } = this.#scanner;
    for (let at = 0; at < source.length; ) {
      const start = this.#scanner.find('<', at);
      this.#push(source.slice(at, start));
      at = start < source.length ? this.#afterMark(start) : start;
    }
    return this.#out.join('');
  }

  /** Writes what a "<" opens, and returns where the source goes on. */
  #afterMark(start: number): number {
    const { source } = this.#scanner;
    if (source.startsWith('<!--', start)) return this.#scanner.find('-->', start + 4) + 3;
    if (source[start + 1] === '!' || source[start + 1] === '?') {
      const end = this.#scanner.find('>', start) + 1;
      this.#push(source.slice(start, end));
      return end;
    }
    const tag = this.#scanner.tag(start);
    if (tag === null) {
      this.#push('&lt;');
      return start + (/^<+/.exec(source.slice(start, start + 10_000))?.[0].length ?? 1);
    }
    return raw.has(tag.name) && !tag.isClosing ? this.#afterRaw(tag) : this.#afterTag(tag);
  }

  /** Writes text or a tag. A thousand dropped tags in a row part the text no more than one does. */
  #push(text: string, isInstead = false): void {
    if (text === '' || (isInstead && this.#isAfterInstead)) return;
    this.#out.push(text);
    this.#isAfterInstead = isInstead || (this.#isAfterInstead && text.length < 100 && text.trim() === '');
  }

  /** A page has one html and one body, which end where it ends: as browsers do, others are passed over. */
  #isAgain({ name, isClosing }: Tag): boolean {
    if (name !== 'html' && name !== 'body') return false;
    if (isClosing || this.#whole.has(name)) return true;
    this.#whole.add(name);
    return false;
  }

  #afterRaw(tag: Tag): number {
    const { source } = this.#scanner;
    const close = this.#scanner.findClosing(tag.name, tag.end);
    if (close >= source.length) return tag.end;
    const end = this.#scanner.find('>', close) + 1;
    if (tag.name === 'script' && /ld\+json/i.test(source.slice(tag.start, tag.end)))
      this.#push(source.slice(tag.start, end));
    return end;
  }

  #afterTag(tag: Tag): number {
    if (raw.has(tag.name) || this.#isAgain(tag)) return tag.end;
    this.#elements += tag.isClosing ? 0 : 1;
    if (this.#elements > MOST_ELEMENTS)
      throw new ReadoutError(
        'page-too-large',
        `${this.#name} has more than ${MOST_ELEMENTS} HTML elements; save the report alone, or its text.`,
        {
          name: this.#name,
          limit: MOST_ELEMENTS,
        },
      );
    const before = tag.isClosing ? this.#nesting.leave(tag.name) : this.#nesting.enter(tag.name);
    const own =
      tag.end - tag.start > LONGEST_TAG
        ? `<${tag.isClosing ? '/' : ''}${tag.name}>`
        : this.#scanner.source.slice(tag.start, tag.end);
    const written = `${before ?? ''}${own}`;
    this.#push(before === null ? instead(tag.name) : written, before === null);
    return tag.end;
  }
}

/**
 * The source of a page, made safe to build a tree of, in one pass: scripts (but for JSON-LD), styles, drawings and
 * comments are left out, and so are tags deeper than any report's, whose words stay. Throws a `ReadoutError` that names
 * the page if it has more elements than a report can need.
 */
export const safeSource = (source: string, name: string): string => new Rewriter(source, name).rewrite();
