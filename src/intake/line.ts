/** A link inside a line. */
export interface Link {
  readonly text: string;
  readonly url: string;
}

/** A line of a text or of Markdown, markup removed, with what the markup said. */
export interface Line {
  readonly text: string;
  /** Whether all of it is bold or italic. */
  readonly isStrong: boolean;
  readonly links: readonly Link[];
}

/** A group of lines that the layout holds together, before its role is known. */
export interface LineBlock {
  readonly shape: 'heading' | 'paragraph' | 'list-item' | 'quote' | 'picture';
  /** Of a heading: 1 for the highest. */
  readonly level: number;
  readonly lines: readonly Line[];
}

/** A line of plain text. */
export const plainLine = (text: string): Line => ({ text, isStrong: false, links: [] });

const address = /^<?(https?:\/\/[^\s<>]+)>?$/i;

/** The address that is all a line holds; null if it holds anything else. */
export const lineAddress = (line: Line): string | null => {
  const link = line.links[0];
  const written = address.exec(line.text.trim())?.[1] ?? null;
  if (written !== null) return written;
  return link !== undefined && link.text === line.text.trim() && address.test(link.text) ? link.url : null;
};

/** An address that leads somewhere; "#" and scripts lead nowhere. */
export const realAddress = (url: string | undefined): string | null =>
  url !== undefined && /^(?:https?:)?\/\/\S+$/i.test(url.trim()) ? url.trim() : null;

/** An address as a page writes it, made whole by the page's own; null if it leads nowhere else. */
export const resolveAddress = (url: string | null | undefined, base: string | null): string | null => {
  const written = (url ?? '').trim();
  if (written === '' || written.startsWith('#')) return null;
  const whole = URL.parse(written, base ?? undefined);
  return whole !== null && /^https?:$/.test(whole.protocol) ? whole.href : null;
};
