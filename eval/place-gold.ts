/** A place name of a gold story, with the coordinates of what it means. */
export interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly lat: number;
  readonly lon: number;
  /** The name of the country that it lies in, where the gold has one. */
  readonly country: string | null;
  /** What it is called in the gold's own gazetteer or encyclopedia; "Georgia (country)". */
  readonly title: string;
}

/** A story and the place names in it. */
export interface PlaceStory {
  readonly text: string;
  readonly toponyms: readonly Toponym[];
}

const tag = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}\\b[^>]*>\\s*(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?\\s*</${name}>`, 's').exec(xml)?.[1];

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** How far the stated offsets of a name may be off: those of TR-News count letters that its texts no longer have. */
const DRIFT = 400;

/** Where a name stands nearest to where the gold says: GeoVirus counts from 1, and some stories of TR-News have drifted. */
const align = (text: string, name: string, start: number): number => {
  for (let off = 0; off <= DRIFT; off += 1) {
    for (const at of [start - off, start + off]) if (at >= 0 && text.startsWith(name, at)) return at;
  }
  return start;
};

/** A toponym; nothing where the gold has no coordinates or no position for it. */
const toToponym = (xml: string, text: string): Toponym[] => {
  const number = (name: string): number => Number(tag(xml, name) || Number.NaN);
  const [stated, end, lat, lon] = [number('start'), number('end'), number('lat'), number('lon')];
  if (![stated, end, lat, lon].every(Number.isFinite)) return [];
  const gaztag = /<gaztag\b.*?<\/gaztag>/s.exec(xml)?.[0] ?? '';
  const page = tag(xml, 'page')?.split('/').at(-1)?.replaceAll('_', ' ');
  const name = unescapeXml(tag(xml, 'phrase') ?? tag(xml, 'name') ?? '');
  const start = align(text, name, stated);
  const country = tag(gaztag, 'country') ?? null;
  return [{ start, end: start + (end - stated), lat, lon, country, title: page ?? tag(gaztag, 'name') ?? name }];
};

/** CDATA stands as it is; other text has its entities read. */
const toText = (inner: string): string => {
  const data = /^\s*<!\[CDATA\[(.*)\]\]>\s*$/s.exec(inner)?.[1];
  return data ?? unescapeXml(inner);
};

/** The stories of a file in the layout of LGL ("toponym") or of GeoVirus ("location"). */
export const readPlaceStories = (xml: string): PlaceStory[] =>
  [...xml.matchAll(/<article\b.*?<\/article>/gs)].map(([article]) => {
    const text = toText(/<text>(.*?)<\/text>/s.exec(article)?.[1] ?? '').replace(/\r/g, '');
    const names = [...article.matchAll(/<(toponym|location)>.*?<\/\1>/gs)];
    return { text, toponyms: names.flatMap(([each]) => toToponym(each, text)) };
  });
