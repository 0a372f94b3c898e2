/** Parameters that say where a reader came from or how the page is to look, never which report it is. */
const tracking =
  /^(?:utm_.*|mtm_.*|pk_.*|hsa_.*|guce_.*|ns_.*|at_.*|wt[._].*|sc_.*|oly_.*|vero_.*|trk.*|__twitter_impression|_ga|_gl|fb_.*|[gdy]clid|[gw]braid|gclsrc|fbclid|msclkid|twclid|ttclid|li_fat_id|igsh(?:id)?|mc_[ce]id|mkt_tok|s_kwcid|s_cid|ncid|ocid|cmp|cmpid|icid|intcid|int_cid|xtor|spm|smid|smtyp|emc|partner|ito|sr_share|share|shared|sharetoken|shared?type|soc_src|soc_trk|guccounter|ref|ref_.*|referrer|referer|src|source|origin|via|from|feature|rss|feed|taid|tsid|sh|cn-track|outputtype|output|amp|amp_.*|print|printable|printview|view|mode|m|mobile|noredirect|nr_email_referer)$/i;

/** Values that make a plain parameter one of looks: "?view=print", "?output=amp". Others of that name stay. */
const looks = /^(?:output(?:type)?|view|mode|m|mobile|amp|print|printable|printview)$/i;
const isLook = (value: string): boolean => /^(?:|1|true|yes|amp|print|printable|mobile|m)$/i.test(value);

const isTracking = ([name, value]: readonly [string, string]): boolean =>
  tracking.test(name) && (!looks.test(name) || isLook(value));

/** Hosts of the same paper for other screens. */
const withoutScreen = (host: string): string =>
  host.replace(/\.$/, '').replace(/^(?:(?:www\d?|m|mobile|amp|wap|touch|print)\.)+(?=[^.]+\.[^.])/, '');

/** The page that a cache of AMP pages stands for: ".cdn.ampproject.org/c/s/paper.example/a", "google.com/amp/s/…". */
const cached = (url: URL): URL => {
  const inside = /(?:^|\.)cdn\.ampproject\.org$/.test(url.hostname)
    ? /^\/[a-z](?:\/s)?\/(.+)$/.exec(url.pathname)
    : /(?:^|\.)google\.[a-z.]{2,6}$/.test(url.hostname)
      ? /^\/amp(?:\/s)?\/(.+)$/.exec(url.pathname)
      : null;
  return (inside === null ? null : URL.parse(`https://${inside[1]}${url.search}`)) ?? url;
};

const unreserved = /%(?:2d|2e|5f|7e|3[0-9]|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])/gi;

/** RFC 3986, 6.2.2: escapes in capitals, and none where the character itself may stand. */
const unescaped = (text: string): string =>
  text
    .replace(/%[\da-f]{2}/gi, (octet) => octet.toUpperCase())
    .replace(unreserved, (octet) => String.fromCharCode(Number.parseInt(octet.slice(1), 16)));

/** A path without what makes it an AMP page, a print view or the index of a folder. */
const plainPath = (path: string): string =>
  unescaped(path)
    .replace(/\/{2,}/g, '/')
    .replace(/^\/(?:amp|print)(?=\/.)/i, '')
    .replace(/(?:\/|\.|_)(?:amp|print|printable)(\.s?html?)?\/?$/i, '$1')
    .replace(/\/(?:index|default)\.(?:s?html?|php|aspx?|jsp)$/i, '/')
    .replace(/\/+$/, '');

/** An address with one layer of variants taken off. */
const plainer = (address: string): string | null => {
  const parsed = URL.parse(address.trim());
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  const url = cached(parsed);
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const query = [...url.searchParams]
    .filter((parameter) => !isTracking(parameter))
    .map(([name, value]) => `${encodeURIComponent(name)}${value === '' ? '' : `=${encodeURIComponent(value)}`}`)
    .sort();
  const page = /^#!/.test(url.hash) ? url.hash : '';
  const search = query.length === 0 ? '' : `?${query.join('&')}`;
  return `https://${withoutScreen(url.hostname)}${port}${plainPath(url.pathname)}${search}${page}`;
};

/** What is taken off may uncover more of the kind ("/print/amp/"), never so often in an address that means well. */
const LAYERS = 8;

/**
 * An address in one form of the many that lead to the same report: RFC 3986's normalization, "https", no "www.", "m." or
 * "amp." host, no AMP or print variant, no parameters of tracking, no fragment, no slash at the end. Null for what is no web address.
 * `http://m.paper.example:80/a/?utm_source=x#top` → `https://paper.example/a`.
 */
export const canonicalUrl = (address: string): string | null => {
  let form = plainer(address);
  for (let layer = 0; form !== null && layer < LAYERS; layer += 1) {
    const next = plainer(form);
    if (next === form) return form;
    form = next;
  }
  return form;
};
