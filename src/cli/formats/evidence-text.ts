import type { Section } from '../page/row.ts';
import type { View } from '../page/view.ts';
import { escapeHtml } from './escape.ts';

/** Where the words of a row begin or end. */
interface Edge {
  readonly at: number;
  readonly row: string;
  readonly opens: boolean;
}

const edgesOf = (sections: readonly Section[]): Edge[] => {
  const rows = sections.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const edges = rows.flatMap(({ id, evidence }) => {
    const spans = new Map(evidence.map((span) => [`${span.start}-${span.end}`, span]));
    return [...spans.values()].flatMap(({ start, end }): Edge[] => [
      { at: start, row: id, opens: true },
      { at: end, row: id, opens: false },
    ]);
  });
  return edges.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
};

/** Sets the text of a report with the words of each row marked; rows may overlap, so the text is cut at every edge. */
class Marker {
  readonly #text: string;
  readonly #edges: readonly Edge[];
  readonly #prefix: string;
  readonly #depth = new Map<string, number>();
  readonly #anchored = new Set<string>();
  #next = 0;

  constructor(text: string, edges: readonly Edge[], prefix: string) {
    this.#text = text;
    this.#edges = edges;
    this.#prefix = prefix;
  }

  /** The HTML of `[start, end)`. Calls must go forward through the text. */
  set(start: number, end: number): string {
    let html = '';
    let at = start;
    for (let edge = this.#edges[this.#next]; edge !== undefined && edge.at < end; edge = this.#edges[this.#next]) {
      html += this.#piece(at, Math.max(at, edge.at));
      at = Math.max(at, edge.at);
      this.#pass(edge);
      this.#next += 1;
    }
    return html + this.#piece(at, end);
  }

  #pass({ row, opens }: Edge): void {
    const depth = (this.#depth.get(row) ?? 0) + (opens ? 1 : -1);
    if (depth > 0) this.#depth.set(row, depth);
    else this.#depth.delete(row);
  }

  #piece(start: number, end: number): string {
    if (end <= start) return '';
    const rows = [...this.#depth.keys()].map((row) => this.#prefix + row);
    const words = escapeHtml(this.#text.slice(start, end));
    if (rows.length === 0) return words;
    const anchors = rows.filter((row) => !this.#anchored.has(row));
    for (const row of anchors) this.#anchored.add(row);
    const targets = anchors.map((row) => `<a id="${escapeHtml(row)}" class="anchor"></a>`).join('');
    return `${targets}<span class="evidence" data-rows="${escapeHtml(rows.join(' '))}">${words}</span>`;
  }
}

const tags: Readonly<Record<string, string>> = {
  heading: 'h2',
  dek: 'p class="dek"',
  'pull-quote': 'blockquote',
  caption: 'p class="caption"',
  credit: 'p class="credit"',
  'list-item': 'p class="item"',
  related: 'p class="related"',
};

/** The report as HTML, block by block, with the words of each row marked. */
export const reportHtml = ({ readout }: View, sections: readonly Section[], prefix: string): string => {
  const marker = new Marker(readout.text, edgesOf(sections), prefix);
  return readout.document.blocks
    .map(({ kind, span }) => {
      const open = tags[kind] ?? 'p';
      return `<${open}>${marker.set(span.start, span.end)}</${open.split(' ')[0]}>`;
    })
    .join('\n');
};
